"""The API's answers, as they stand in its JSON."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from records.models import DateSource, PartKind
from search_api.params import Mode
from search_api.question_rules import Intent

Json = dict[str, Any]


class Model(BaseModel):
    """What stands in an answer, and never changes."""

    model_config = ConfigDict(frozen=True)


class ErrorDetail(Model):
    """What went wrong; ``message`` is for people, ``code`` for programs."""

    code: str
    message: str
    detail: str | None = None


class ErrorBody(Model):
    """The one body of every error."""

    error: ErrorDetail


class Query(Model):
    """How the question was understood; ``correction`` is a spelling that is likelier, where there is one.

    Where ``q`` finds nothing and its correction does, the correction was searched, and all else is of it;
    ``is_corrected`` says so within the program.
    """

    q: str
    intent: Intent
    topic: str
    mode: Mode
    correction: str | None = None
    is_corrected: bool = Field(False, exclude=True)


class MeetingRef(Model):
    """The meeting that something belongs to."""

    id: str
    body: str
    date: str | None = None
    date_source: DateSource


class PunktRef(Model):
    """The punkt that something belongs to."""

    id: str
    number: str
    title: str


class DocumentRef(Model):
    """The file that something stands in."""

    id: str
    file_name: str


class BilagRef(Model):
    """The bilag that a passage stands in."""

    number: int | None = None
    title: str | None = None


class Due(Model):
    """When a follow-up falls due; ``said`` is the text's own words."""

    model_config = ConfigDict(populate_by_name=True)

    from_: str = Field(alias="from")
    to: str
    said: str


class FollowUp(Model):
    """Who does what by when, with the quotation it was read from and where that stands."""

    who: tuple[str, ...]
    what: str
    due: Due | None = None
    quote: str
    document_id: str
    page: int
    url: str


class PastDecision(Model):
    """A decision on the same matter at some meeting, with its source."""

    text: str
    kind: str
    document_id: str
    page: int
    url: str
    date: str | None
    date_source: DateSource
    punkt_id: str
    punkt: PunktRef
    meeting: MeetingRef


class Answer(Model):
    """A quotation with its source; ``text`` stands on the page word for word.

    ``timeline`` holds the decisions on the same matter, newest first, where there are several.
    ``proposed`` is the beginning of the indstilling that a decision was on; "…" tells that there is more.
    """

    text: str
    kind: Literal["beslutning", "referat", "opfølgning", "fakta"]
    punkt_id: str
    document_id: str
    url: str
    page: int
    date: str | None
    date_source: DateSource
    follow_ups: tuple[FollowUp, ...] = ()
    meeting: MeetingRef
    punkt: PunktRef
    timeline: tuple[PastDecision, ...] = ()
    proposed: str | None = None


class Why(Model):
    """What a hit's score consists of; a part that found nothing is null. Only with ``explain``.

    ``reranker`` is what reranking lifted or lowered the hit by, null where it had no say, and ``ansvarlig``
    what it counts for that the query is the name of who answers.
    """

    keyword: float | None = None
    semantic: float | None = None
    boosts: float | None = None
    reranker: float | None = None
    ansvarlig: float | None = None


class Hit(Model):
    """A passage that was found; under ``group=punkt`` with the punkt's next best in ``more``.

    ``confidence`` (0 to 1) tells how surely text recognition read it, null where the text was there.
    ``repeats`` is the id of the passage that says the same nearer the decision, or later. ``decided`` tells
    within the program what the punkt decided.
    """

    id: str
    score: float | None
    url: str
    file_url: str
    page: int
    document: DocumentRef
    meeting: MeetingRef
    punkt: PunktRef
    part: PartKind
    bilag: BilagRef | None = None
    ansvarlig: tuple[str, ...] = ()
    sag: tuple[str, ...] = ()
    confidence: float | None = None
    text: str
    repeats: str | None = None
    decided: str | None = Field(None, exclude=True)
    highlights: tuple[str, ...] = ()
    why: Why | None = None
    more: tuple["Hit", ...] = ()


class FacetValue(Model):
    """One choice of a facet; ``url`` is the search with it chosen, or taken away where it is."""

    value: str
    label: str
    count: int
    selected: bool
    url: str


class Suggestion(Model):
    """What the words typed so far may become; ``url`` leads there."""

    text: str
    kind: Literal["punkt", "sag", "ansvarlig", "spørgsmål"]
    url: str


class SuggestResponse(Model):
    """Suggestions, best first; ``correction`` is a likelier spelling of the query, where there is one."""

    query: str
    suggestions: tuple[Suggestion, ...] = ()
    correction: str | None = None


class SearchResponse(Model):
    """What was found: the total and the facets count passages of the whole match set."""

    query: Query
    total: int
    took_ms: int
    answer: Answer | None
    hits: tuple[Hit, ...]
    facets: dict[str, list[FacetValue]]
