"""Manuscripts of the unseen files: blocks to be set, and what each says that a reader should find.

``== word values | key=value`` directs, ``.tag`` names a block's kind, ``+kind words`` says of the next block
what the truth should hold. README.md lists them all.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

MARKUP = re.compile(r"\*\*|</?(?:b|i|p|ul|li|br)\s*/?>")


@dataclass(eq=False)
class Block:
    """Something set on one or more pages; ``pages`` is filled when it is."""

    tag: str
    text: str
    notes: list[tuple[str, list[str]]]
    marker: str = ""
    rows: list[list[str]] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    @property
    def plain(self) -> str:
        words = MARKUP.sub("", self.text.replace("//", " ").replace("~", ""))
        return " ".join(f"{self.marker} {words}".split())


@dataclass(eq=False)
class Section:
    """Pages that wear the same furniture; opens a new page."""

    values: dict[str, str]
    blocks: list[Block] = field(default_factory=list)


@dataclass(eq=False)
class Bilag:
    values: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    agenda: list[dict[str, str]] = field(default_factory=list)


@dataclass(eq=False)
class Punkt:
    values: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    bilag: list[Bilag] = field(default_factory=list)
    ansvarlig: list[dict[str, str]] = field(default_factory=list)


@dataclass(eq=False)
class Meeting:
    values: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    punkter: dict[str, Punkt] = field(default_factory=dict)


@dataclass(eq=False)
class Manuscript:
    """One file: its sections in order, and the meetings that they tell of."""

    values: dict[str, str] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    meeting: Meeting | None = None
    punkt: Punkt | None = None
    bilag: Bilag | None = None

    def direct(self, word: str, values: dict[str, str]) -> None:
        """Follow one ``==`` line."""
        match word:
            case "fil":
                self.values = values
            case "side":
                self.sections.append(Section(values))
            case "møde":
                found = (m for m in self.meetings if m.values["dato"] == values["dato"])
                self.meeting = next(found, None) or Meeting(values)
                if self.meeting not in self.meetings:
                    self.meetings.append(self.meeting)
                self.punkt = self.bilag = None
            case "uden":
                self.punkt = self.bilag = None
            case "punkt":
                assert self.meeting
                self.punkt = self.meeting.punkter.setdefault(values["nr"], Punkt({}))
                self.punkt.values |= values
                self.bilag = None
            case "bilag":
                assert self.punkt
                self.bilag = Bilag(values)
                self.punkt.bilag.append(self.bilag)
            case "liste":
                assert self.punkt
                self.punkt.bilag.append(Bilag(values))
            case "ansvarlig":
                assert self.punkt
                self.punkt.ansvarlig.append(values)
            case "emne":
                assert self.bilag
                self.bilag.agenda.append(values)
            case _:
                raise ValueError(f"unknown directive: {word}")

    def add(self, block: Block) -> None:
        """Give a block to its section and to what is open."""
        self.sections[-1].blocks.append(block)
        for owner in (self.meeting, self.punkt, self.bilag):
            if owner:
                owner.blocks.append(block)


def read_manuscript(path: Path) -> Manuscript:
    """Read a manuscript file."""
    script = Manuscript()
    notes: list[tuple[str, list[str]]] = []
    for chunk in re.split(r"\n\s*\n|\n(?===|\.|\+)", path.read_text(encoding="utf-8")):
        text = chunk.strip("\n")
        if text.startswith("+"):
            note, _, text = text.partition("\n")
            kind, _, rest = note[1:].partition(" ")
            notes.append((kind, [part.strip() for part in rest.split(" | ")]))
        if text.startswith("== "):
            script.direct(*_directive(text[3:]))
        elif text.strip():
            script.add(_block(text, notes))
            notes = []
    return script


def _directive(line: str) -> tuple[str, dict[str, str]]:
    head, *pairs = (part.strip() for part in " ".join(line.split()).split(" | "))
    word, _, first = head.partition(" ")
    values = dict(pair.split("=", 1) for pair in pairs)
    if first:
        values["nr"] = first
    return word, values


def _block(chunk: str, notes: list[tuple[str, list[str]]]) -> Block:
    found = re.match(r"\.(\w+) ?", chunk)
    tag, rest = (found[1], chunk[found.end() :]) if found else ("p", chunk)
    if tag == "t":
        head, *lines = rest.split("\n")
        rows = [[cell.strip() for cell in line.split("|")] for line in lines]
        return Block(tag, "", notes, rows=rows, shares=[float(share) for share in head.split()])
    text, marker = " ".join(rest.split()), ""
    if tag in ("li", "toc"):
        marker, _, text = text.partition(" | ")
    return Block(tag, text, notes, marker)
