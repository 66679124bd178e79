"""The demo corpus's source texts: sections of blocks, with the annotations that the truth is made of.

A source is plain text. ``=== kind name | key=value`` opens a section; blank lines part its blocks:

    ## heading          # to ###, by size
    running text        **bold** and ^1 for a footnote's mark, a backslash ends a line or
                        stands before a lone dash
    - item, 1) item     list items
    |: 10 60 30         a table with its columns' shares; the first row is its head,
    | a | b | c         a row of one cell spans all columns
    ^1: footnote
    @kind words | key=value     says of the next block what the truth should hold; never printed
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

BlockKind = Literal["text", "heading", "item", "table", "footnote"]

ITEM = re.compile(r"(-|\d+[.)]) +(.*)", re.S)  # "- en ting", "2) at noget sker"
FOOTNOTE = re.compile(r"\^(\d): +(.*)", re.S)  # "^1: Opgjort i uge 4."


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the author says of a block; ``words`` is the text before the first bar."""

    kind: str
    words: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table or footnote."""

    kind: BlockKind
    text: str = ""
    level: int = 0
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    shares: tuple[float, ...] = ()
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of pages of one kind: a cover, an indstilling, a bilag, the referat."""

    kind: str
    name: str
    values: dict[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


def read_source(path: Path) -> tuple[Section, ...]:
    """Read a source file into its sections."""
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Section, ...]:
    """Split a source text into its sections."""
    chunks = re.split(r"^=== *", text, flags=re.M)[1:]
    return tuple(_section(*chunk.partition("\n")[::2]) for chunk in chunks)


def _section(head: str, body: str) -> Section:
    words, values = _fields(head)
    kind, _, name = words.partition(" ")
    return Section(kind, name.strip(), values, _blocks(body))


def _fields(line: str) -> tuple[str, dict[str, str]]:
    """Split ``words | key=value | key=value``."""
    words, *pairs = (part.strip() for part in line.split(" | "))
    return words, {key.strip(): value.strip() for key, _, value in (p.partition("=") for p in pairs)}


def _blocks(body: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    pending: list[Annotation] = []
    for chunk in re.split(r"\n\s*\n", body.strip("\n")):
        for unit in _units(chunk):
            if unit.startswith("@"):
                pending.append(_annotation(unit))
            elif unit:
                blocks.append(_block(unit, tuple(pending)))
                pending = []
    return tuple(blocks)


def _units(chunk: str) -> list[str]:
    """Split a chunk where a line opens a heading, an item, an annotation or a footnote; tables stay whole."""
    if chunk.startswith("@"):
        annotation, _, rest = chunk.partition("\n")
        return [annotation, *_units(rest)]
    if chunk.startswith("|:"):
        return [chunk]
    return [unit.strip() for unit in re.split(r"\n(?=#+ |- |\d+[.)] |\^\d: )", chunk)]


def _annotation(unit: str) -> Annotation:
    words, values = _fields(unit[1:])
    kind, _, rest = words.partition(" ")
    return Annotation(kind, rest.strip(), values)


def _block(unit: str, annotations: tuple[Annotation, ...]) -> Block:
    if unit.startswith("|:"):
        return _table(unit, annotations)
    text = re.sub(r"\\\n\s*", "\v", unit)
    text = re.sub(r"\s*\n\s*", " ", text).replace("\v", "\n")
    if heading := re.match(r"(#+) +(.*)", text, re.S):
        return Block("heading", heading[2], level=len(heading[1]), annotations=annotations)
    if footnote := FOOTNOTE.fullmatch(text):
        return Block("footnote", footnote[2], marker=footnote[1], annotations=annotations)
    if item := ITEM.fullmatch(text):
        return Block("item", item[2], marker=item[1], annotations=annotations)
    return Block("text", text.removeprefix("\\"), annotations=annotations)


def _table(unit: str, annotations: tuple[Annotation, ...]) -> Block:
    widths, *lines = unit.split("\n")
    numbers = [float(share) for share in widths[2:].split()]
    shares = tuple(number / sum(numbers) for number in numbers)
    rows: list[str] = []
    for line in lines:
        if line.startswith("|"):
            rows.append(line[1:])
        else:
            rows[-1] += " " + line.strip()
    cells = tuple(tuple(_cell(cell) for cell in row.split("|")) for row in rows)
    return Block("table", rows=cells, shares=shares, annotations=annotations)


def _cell(text: str) -> str:
    return re.sub(r" *// *", "\n", text.strip())
