"""The records that every part shares: what was read from a file, and what is indexed of it.

Reading gives a :class:`Reading` per file: meetings with their punkter, each punkt with the
:class:`Part` s its text stands in. Chunking makes :class:`Passage` s of the parts.
Pages are physical, whole numbers from 1; dates are ``datetime.date``.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from records.errors import RejectionReason

DateSource = Literal["stated", "inferred", "unknown"]
Category = Literal["godkendelse", "drøftelse", "orientering"]
Role = Literal["ansvarlig", "følger op", "sagsbehandler", "tovholder", "referent"]
# Takes the minutes, and answers for nothing in them.
REFERENT: Role = "referent"
BeslutningKind = Literal[
    "godkendt", "godkendt med bemærkninger", "taget til efterretning", "drøftet", "udsat", "udgår",
    "ikke behandlet", "afvist", "oversendt", "andet",
]  # fmt: skip


class Access(StrEnum):
    """Who may read; anything but ``åben`` never reaches today's only reader."""

    OPEN = "åben"
    CLOSED = "lukket"
    CONFIDENTIAL = "fortrolig"


class PartKind(StrEnum):
    """What part of a punkt a text stands in."""

    BESLUTNING = "beslutning"
    REFERAT = "referat"
    INDSTILLING = "indstilling"
    BILAG = "bilag"
    DAGSORDEN = "dagsorden"


# What tells of what came of a matter at the meeting.
MINUTES = (PartKind.BESLUTNING, PartKind.REFERAT)


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A run of physical pages, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Due:
    """When a follow-up falls due; ``said`` is the text's own words."""

    first: date
    last: date
    said: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Who does what by when, with the quotation it was read from."""

    who: tuple[str, ...]
    what: str
    due: Due | None
    quote: str
    page: int


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in whole kroner; ``said`` is the text's own words, which of a range stand with both ends."""

    kroner: int
    said: str


@dataclass(frozen=True, slots=True)
class BudgetItem:
    """A row of a budget table: what the money is for, how much, who answers, when it is looked at again.

    ``ended`` tells that the table itself ends its follow-up.
    """

    what: str
    amounts: tuple[Amount, ...]
    who: tuple[str, ...]
    due: Due | None
    quote: str
    page: int
    number: str = ""
    document_id: str = ""
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Ansvarlig:
    """Who answers for something; ``source`` tells what it was read from (``felt``, ``tabel``, ``prosa`` …).

    ``name`` is the resolved name and ``code`` the department code as written, where there was one.
    """

    name: str
    role: Role
    source: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Beslutning:
    """What was decided, word for word."""

    kind: BeslutningKind
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item on another body's dagsorden that stands inside a bilag."""

    number: str
    title: str
    minutes: int | None = None
    ansvarlig: tuple[str, ...] = ()
    bilag: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bilag:
    """An attachment, numbered within its punkt."""

    number: int | None
    title: str
    file_name: str | None = None
    pages: PageSpan | None = None
    access: Access = Access.OPEN
    agenda: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of running text: a paragraph, a list item or a table row, furniture taken out.

    ``heading`` is the section heading above it; ``last_page`` differs where it runs over a page break, and
    ``turns`` then tell where in the text each further page begins, and which one it is.
    ``confidence`` (0 to 1) tells how surely text recognition read it, None where the text was there.
    """

    text: str
    page: int
    last_page: int
    heading: str | None = None
    confidence: float | None = None
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The text of one part of one punkt in one file; ``bilag`` is the number where the part is one."""

    kind: PartKind
    paragraphs: tuple[Paragraph, ...]
    bilag: int | None = None
    bilag_title: str | None = None
    access: Access = Access.OPEN
    document_id: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Punkt:
    """An agenda item with everything that was read about it."""

    id: str
    number: str
    title: str
    pages: PageSpan
    category: Category | None = None
    minutes: int | None = None
    access: Access = Access.OPEN
    sag: tuple[str, ...] = ()
    indstilling: str | None = None
    beslutning: Beslutning | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    ansvarlig: tuple[Ansvarlig, ...] = ()
    bilag: tuple[Bilag, ...] = ()
    parts: tuple[Part, ...] = ()
    budget_items: tuple[BudgetItem, ...] = ()

    @property
    def answering(self) -> tuple[Ansvarlig, ...]:
        """Those who answer for it or follow up."""
        return tuple(person for person in self.ansvarlig if person.role != REFERENT)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of one body.

    ``evidence`` tells in plain Danish how the date is known, and ``confidence`` (0 to 1) how surely.
    """

    id: str
    body: str
    date: date | None
    date_source: DateSource
    evidence: tuple[str, ...]
    pages: PageSpan
    punkter: tuple[Punkt, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one file.

    ``coverage`` is the share of the text's characters, furniture aside, that stands in some part.
    ``scanned_pages`` have no text layer and await OCR; of ``damaged_pages`` some text, or all, is lost.
    """

    meetings: tuple[Meeting, ...]
    page_count: int
    coverage: float = 1.0
    furniture: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    scanned_pages: tuple[int, ...] = ()
    damaged_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a file, or some of it, is not in the archive's index."""

    reason: RejectionReason
    message: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is indexed: a stretch of one page range of one part of one punkt.

    ``paragraphs`` are the paragraphs of law that it refers to ("sel § 85a"), ``amounts`` are in whole kroner.
    ``starts`` are the places in the text where its paragraphs begin, ``turns`` those where each further page
    does, and which one it is. ``repeats`` is the id of the passage whose text it repeats.
    ``matter`` is what was proposed, where the passage is minutes of what came of it.
    """

    id: str
    meeting_id: str
    body: str
    date: date | None
    date_source: DateSource
    punkt_id: str
    punkt_number: str
    punkt_title: str
    part: PartKind
    ordinal: int
    text: str
    page: int
    last_page: int
    document_id: str
    file_name: str
    access: Access
    heading: str | None = None
    bilag_number: int | None = None
    bilag_title: str | None = None
    sag: tuple[str, ...] = ()
    ansvarlig: tuple[str, ...] = ()
    confidence: float | None = None
    paragraphs: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    turns: tuple[tuple[int, int], ...] = ()
    repeats: str | None = None
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One original file of the archive, as the index and the API know it.

    ``id`` is the first 16 hex digits of the content's sha256.
    """

    id: str
    file_name: str
    media_type: str
    size_bytes: int
    page_count: int
    access: Access
    meeting_ids: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default_factory=tuple)
