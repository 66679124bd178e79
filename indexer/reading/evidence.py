"""What was taken out of the running text, kept for what it tells."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from indexer.reading.line import Line

EvidenceKind = Literal["stempel", "sidetal", "dato", "afsender", "sagsbehandler", "sag", "gentagelse", "felt"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp tells: "Punkt 4, Bilag 1: Notat om stier.docx"."""

    punkt: str
    bilag: int
    title: str
    file_name: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of furniture; ``at`` is the index of the running line that it belongs to.

    ``side`` is the page's own number and count where the furniture is one ("Side 2 af 5").
    """

    kind: EvidenceKind
    text: str
    page: int
    at: int
    day: date | None = None
    side: tuple[int, int] | None = None
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class RunningText:
    """A file's running lines, and what was set aside."""

    lines: tuple[Line, ...]
    evidence: tuple[Evidence, ...]
