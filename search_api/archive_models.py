"""Meetings, punkter and files, as they stand in the API's JSON."""

from records.models import Access, DateSource, PartKind
from search_api.models import BilagRef, DocumentRef, FollowUp, MeetingRef, Model, PunktRef


class PageRange(Model):
    """A run of physical pages, both ends included."""

    first: int
    last: int


class AnsvarligView(Model):
    """Who answers for something, in which role, and what it was read from."""

    name: str
    role: str
    source: str
    code: str | None = None


class AgendaItemView(Model):
    """An item on another body's dagsorden that stands inside a bilag."""

    number: str
    title: str
    minutes: int | None = None
    ansvarlig: tuple[str, ...] = ()
    bilag: tuple[str, ...] = ()


class BilagView(Model):
    """A bilag of a punkt."""

    number: int | None = None
    title: str
    file_name: str | None = None
    pages: PageRange | None = None
    access: Access
    agenda: tuple[AgendaItemView, ...] = ()


class BeslutningView(Model):
    """What was decided, word for word, and where it stands."""

    kind: str
    text: str
    document_id: str
    page: int
    url: str


class PassageView(Model):
    """A passage of a punkt."""

    id: str
    part: PartKind
    bilag: BilagRef | None = None
    heading: str | None = None
    page: int
    last_page: int
    file_url: str
    document: DocumentRef
    confidence: float | None = None
    text: str


class PunktView(Model):
    """A punkt with what was decided; the passages stand only in the punkt's own answer."""

    id: str
    number: str
    title: str
    url: str
    category: str | None = None
    minutes: int | None = None
    pages: PageRange
    sag: tuple[str, ...] = ()
    indstilling: str | None = None
    beslutning: BeslutningView | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    ansvarlig: tuple[AnsvarligView, ...] = ()
    bilag: tuple[BilagView, ...] = ()


class RelatedPunkt(Model):
    """A punkt of the same sag in another meeting; ``because`` are the case numbers they share."""

    meeting: MeetingRef
    punkt: PunktRef
    url: str
    because: tuple[str, ...]


class PunktResponse(PunktView):
    """One punkt with its meeting, its passages, its files and the same sag elsewhere."""

    meeting: MeetingRef
    documents: tuple[DocumentRef, ...]
    passages: tuple[PassageView, ...]
    same_sag: tuple[RelatedPunkt, ...] = ()


class MeetingSummary(Model):
    """A meeting; ``evidence`` tells how the date is known, and ``confidence`` how surely."""

    id: str
    body: str
    date: str | None
    date_source: DateSource
    evidence: tuple[str, ...]
    confidence: float
    url: str


class MeetingList(Model):
    """Meetings, the newest first."""

    total: int
    meetings: tuple[MeetingSummary, ...]


class MeetingResponse(MeetingSummary):
    """One meeting with its punkter and the files it was read from."""

    punkter: tuple[PunktView, ...]
    documents: tuple[DocumentRef, ...]


class DocumentResponse(Model):
    """One original file."""

    id: str
    file_name: str
    media_type: str
    size_bytes: int
    page_count: int
    meetings: tuple[str, ...]
    warnings: tuple[str, ...]
    file_url: str
