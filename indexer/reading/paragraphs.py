"""Lines put together as paragraphs, list items and table rows, each with the heading above it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line
from indexer.reading.tables import is_header, row_text
from records.models import Paragraph

_LIST_ITEM = re.compile(r"^(?:[-•–]\s?\S|\d{1,2}[.)]\s|[a-zA-Z]\)\s|At \d+\))")
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]? [A-ZÆØÅ]")
# The first cell of a row that is a matter of its own: "7", "7.1"
_ROW_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,2})?$")
_OPEN_END = re.compile(r"[^.!?:;)\"”»]$")
# Headings are short: the longest of the seeds that is none of the titles has 84 characters.
_HEADING_CHARS = 90
_HEADING_WORDS = 12
# One with no white space below it is shorter still: 52 characters in the seeds.
_RUN_IN_CHARS = 55
_FOOTNOTE = re.compile(r"^(?P<mark>\d{1,2}) [A-ZÆØÅ]")


@dataclass(slots=True)
class _Open:
    """A paragraph that is being put together."""

    lines: list[Line] = field(default_factory=list)
    heading: str | None = None
    columns: tuple[str, ...] = ()


def paragraphs(
    lines: Sequence[Line], vocabulary: Vocabulary, heading: str | None = None, headings: bool = True
) -> Iterator[Paragraph]:
    """Yield the paragraphs of some lines; one that runs over a page break stays whole.

    :param heading: the heading above the first of them.
    :param headings: whether lines may be headings; in minutes a short line is a statement.
    """
    lines = _footnotes_last(lines)
    opened = _Open(heading=heading)
    pending: Line | None = None
    columns: tuple[str, ...] = ()
    for index, line in enumerate(lines):
        if opened.lines and not _begins(line, opened.lines[-1]):
            opened.lines.append(line)
            continue
        yield from _closed(opened, vocabulary)
        if headings and _is_heading(lines, index):
            if pending:
                yield Paragraph(pending.text, pending.page, pending.page, heading, pending.confidence)
            pending = line
            heading = line.text
            opened = _Open(heading=heading)
            continue
        if line.cells and is_header(line.cells):
            columns = line.cells
        elif len(line.cells) > 2 and _ROW_NUMBER.match(line.cells[0]):
            if pending:
                yield Paragraph(pending.text, pending.page, pending.page, heading, pending.confidence)
            heading = f"{line.cells[0]} {line.cells[1]}"
        pending = None
        opened = _Open([line], heading, columns)
    yield from _closed(opened, vocabulary)
    if pending:
        yield Paragraph(pending.text, pending.page, pending.page, heading, pending.confidence)


def _closed(opened: _Open, vocabulary: Vocabulary) -> Iterator[Paragraph]:
    if opened.lines:
        texts = [_text(line, opened.columns) for line in opened.lines]
        first, last = opened.lines[0].page, opened.lines[-1].page
        turns = tuple(
            (len(joined(texts[:place], vocabulary)), line.page)
            for place, line in enumerate(opened.lines[1:], start=1)
            if line.page != opened.lines[place - 1].page
        )
        sure = _confidence(opened.lines)
        yield Paragraph(joined(texts, vocabulary), first, last, opened.heading, sure, turns)


def _confidence(lines: Sequence[Line]) -> float | None:
    """Return how surely lines were recognised, weighed by their length; None where none had to be."""
    recognised = [(line.confidence, len(line.text)) for line in lines if line.confidence is not None]
    letters = sum(length for _, length in recognised)
    return round(sum(sure * length for sure, length in recognised) / letters, 3) if letters else None


def _text(line: Line, columns: Sequence[str]) -> str:
    return row_text(columns, line.cells) if line.cells else line.text


def _begins(line: Line, above: Line) -> bool:
    """Tell whether a line begins a paragraph of its own."""
    if line.heading or line.cells or (above.cells and not line.text[:1].islower()):
        return True
    if line.top or line.page != above.page:
        return not _runs_on(above.text, line.text)
    same_type = (line.size, line.bold) == (above.size, above.ends_bold)
    return line.gap or bool(_LIST_ITEM.match(line.text)) or not same_type


def _runs_on(above: str, below: str) -> bool:
    if above.endswith("-"):
        return True
    return bool(_OPEN_END.search(above)) and (below[:1].islower() or below.startswith(("(", ",")))


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.cells or len(line.text) > _HEADING_CHARS or line.text.endswith((".", ",", ";", "-")):
        return False
    if line.heading or (line.text.isupper() and len(line.text) > 3):
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or not line.text[:1].isalnum() or line.text[:1].islower():
        return False
    if line.size:
        return (line.ends_bold and not following.bold) or (line.size > following.size and following.size > 0)
    if line.text.endswith(":") or (line.text[:1].isdigit() and not _NUMBERED.match(line.text)):
        return False
    if not (line.gap or line.top) or len(line.text.split()) > _HEADING_WORDS:
        return False
    return following.gap or (len(line.text) <= _RUN_IN_CHARS and len(following.text) > len(line.text) + 10)


def _footnotes_last(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, footnotes moved behind the others so that no sentence is cut by one."""
    running: list[Line] = []
    notes: list[Line] = []
    for cluster in _clusters(lines):
        (notes if _is_footnote(cluster, lines) else running).extend(cluster)
    return running + notes


def _clusters(lines: Sequence[Line]) -> Iterator[list[Line]]:
    cluster: list[Line] = []
    for line in lines:
        if cluster and (line.gap or line.top):
            yield cluster
            cluster = []
        cluster.append(line)
    if cluster:
        yield cluster


def _is_footnote(cluster: Sequence[Line], lines: Iterable[Line]) -> bool:
    match = _FOOTNOTE.match(cluster[0].text)
    if match is None or any(line.cells for line in cluster):
        return False
    reference = re.compile(rf"[a-zæøå][.,)]?{match['mark']}(?=\s|$|[.,])")
    return any(line.page == cluster[0].page and reference.search(line.text) for line in lines)
