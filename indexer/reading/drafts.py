"""Meetings and punkter while they are being put together."""

from dataclasses import dataclass, field
from datetime import date

from indexer.reading.attachments import Attachment
from indexer.reading.closed_groups import Closing
from indexer.reading.line import Line
from indexer.reading.sections import Section
from indexer.reading.titles import similarity
from indexer.reading.units import Unit
from records.models import Category

# Below this they are two matters, even under one number.
OTHER_TITLE = 0.25


@dataclass(slots=True)
class PunktDraft:
    """A punkt with the sections and documents that were found to belong to it."""

    number: str
    key: str = ""
    title: str = ""
    title_rank: int = 0
    minutes: int | None = None
    category: Category | None = None
    sections: list[Section] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    toc_page: int | None = None
    closed: bool = False

    def name(self, title: str, rank: int) -> None:
        """Take a title, unless a better source has given one."""
        if title and rank > self.title_rank:
            self.title, self.title_rank = title, rank


@dataclass(slots=True)
class MeetingDraft:
    """A meeting with its units; ``closed`` once its minutes have been read.

    ``behind_closed_doors`` tells that all of it is closed to the public, ``closing`` that what comes is.
    """

    units: list[Unit] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    punkter: dict[str, PunktDraft] = field(default_factory=dict)
    loose: list[Line] = field(default_factory=list)
    closed: bool = False
    cover_body: str | None = None
    cover_day: date | None = None
    cover_text: str = ""
    is_agenda: bool = False
    behind_closed_doors: bool = False
    closing: Closing = field(default_factory=Closing)

    def punkt(self, number: str) -> PunktDraft:
        """Return the punkt of a number, a new one where there is none."""
        return self.punkter.setdefault(number, PunktDraft(number, number))

    def titled_punkt(self, number: str, title: str, rank: int) -> PunktDraft:
        """Return the punkt of a number; one that the same source gives twice, for two matters, is two."""
        count, punkt = 1, self.punkt(number)
        while punkt.title_rank == rank and similarity(title, punkt.title) < OTHER_TITLE:
            count += 1
            key = f"{number}-{count}"
            punkt = self.punkter.setdefault(key, PunktDraft(number, key))
        return punkt

    def best_punkt(self, title: str) -> tuple[float, PunktDraft | None]:
        """Return the punkt whose title is most like one, and how like."""
        best: tuple[float, PunktDraft | None] = (0.0, None)
        for punkt in self.punkter.values():
            alike = similarity(title, punkt.title)
            if alike > best[0]:
                best = (alike, punkt)
        return best
