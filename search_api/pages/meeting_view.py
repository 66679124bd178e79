"""A meeting's page: its agenda with the decisions at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from search_api.archive_models import BilagView, MeetingResponse, MeetingSummary, PunktView
from search_api.models import DocumentRef
from search_api.pages.dates import DateView, date_view
from search_api.pages.links import FRONT, document_page_url
from search_api.pages.people import answering, named
from search_api.pages.search_form import PageParams


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list."""

    body: str
    date: DateView
    url: str


@dataclass(frozen=True, slots=True)
class BilagLine:
    """A bilag under its punkt; ``url`` is missing where its place in the file is not known."""

    number: int | None
    title: str
    pages: str
    url: str | None


@dataclass(frozen=True, slots=True)
class PunktLine:
    """A punkt on the agenda with what was decided."""

    number: str
    title: str
    url: str
    category: str | None
    minutes: int | None
    ansvarlig: str
    decision: str | None
    decision_page: int | None
    decision_url: str | None
    bilag: tuple[BilagLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Everything on a meeting's page."""

    body: str
    date: DateView
    evidence: tuple[str, ...]
    percent: int
    punkter: tuple[PunktLine, ...]
    documents: tuple[DocumentRef, ...]
    previous: MeetingLine | None
    next: MeetingLine | None
    body_url: str


def meeting_view(meeting: MeetingResponse, of_body: Sequence[MeetingSummary]) -> MeetingPage:
    """Return the page of a meeting.

    :param of_body: the meetings of its body, the newest first.
    """
    place = next((i for i, one in enumerate(of_body) if one.id == meeting.id), None)
    later = of_body[place - 1] if place else None
    earlier = of_body[place + 1] if place is not None and place + 1 < len(of_body) else None
    return MeetingPage(
        body=meeting.body,
        date=date_view(meeting.date, meeting.date_source),
        evidence=meeting.evidence,
        percent=round(meeting.confidence * 100),
        punkter=tuple(_punkt(punkt, meeting.documents) for punkt in meeting.punkter),
        documents=meeting.documents,
        previous=summary_line(earlier) if earlier else None,
        next=summary_line(later) if later else None,
        body_url=PageParams(body=(meeting.body,), sort="date").url(FRONT),
    )


def summary_line(meeting: MeetingSummary) -> MeetingLine:
    """Return the meeting as it stands in a list."""
    return MeetingLine(meeting.body, date_view(meeting.date, meeting.date_source), meeting.url)


def _punkt(punkt: PunktView, documents: Sequence[DocumentRef]) -> PunktLine:
    decision = punkt.beslutning
    return PunktLine(
        number=punkt.number,
        title=punkt.title,
        url=punkt.url,
        category=punkt.category,
        minutes=punkt.minutes,
        ansvarlig=named(answering(punkt.ansvarlig)),
        decision=decision.text if decision else None,
        decision_page=decision.page if decision else None,
        decision_url=document_page_url(decision.document_id, decision.page) if decision else None,
        bilag=tuple(bilag_line(bilag, documents) for bilag in punkt.bilag),
    )


def bilag_line(bilag: BilagView, documents: Sequence[DocumentRef]) -> BilagLine:
    """Return the bilag with a link to its first page, where there is but one file it can stand in."""
    pages, place = bilag.pages, None
    if pages and len(documents) == 1:
        place = document_page_url(documents[0].id, pages.first)
    span = f"{pages.first}–{pages.last}" if pages and pages.last > pages.first else ""
    return BilagLine(bilag.number, bilag.title, span or (str(pages.first) if pages else ""), place)
