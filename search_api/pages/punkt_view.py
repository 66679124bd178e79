"""A punkt's page: what was recommended, decided and said, and the sag in other meetings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from search_api.archive_models import AgendaItemView, AnsvarligView, PassageView, PunktResponse
from search_api.links import meeting_url, punkt_url
from search_api.models import MeetingRef
from search_api.pages.answer_view import FollowUpLine, follow_up_lines
from search_api.pages.citation import citation
from search_api.pages.dates import DateView, date_view
from search_api.pages.links import FRONT, document_page_url
from search_api.pages.meeting_view import BilagLine, bilag_line
from search_api.pages.microcopy import MICROCOPY
from search_api.pages.scanned import ScanNote, quoted_note, whole_note
from search_api.pages.search_form import PageParams
from search_api.sag import Relation


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage of the text with the link to its page."""

    id: str
    heading: str | None
    text: str
    scan: ScanNote | None
    page: int
    url: str


@dataclass(frozen=True, slots=True)
class TextPart:
    """One part of the punkt's text."""

    label: str
    title: str | None
    is_minutes: bool
    scan: ScanNote | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The sag at one meeting; ``reasons`` say why it is taken for the same."""

    date: DateView
    body: str
    title: str
    url: str
    decision: str | None
    reasons: tuple[str, ...]
    is_this: bool


@dataclass(frozen=True, slots=True)
class PunktPage:
    """Everything on a punkt's page."""

    number: str
    title: str
    category: str | None
    minutes: int | None
    body: str
    date: DateView
    meeting_url: str
    sag: tuple[tuple[str, str], ...]
    ansvarlig: tuple[AnsvarligView, ...]
    indstilling: str | None
    decision: str | None
    decision_page: int | None
    decision_url: str | None
    decision_file_url: str | None
    decision_scan: ScanNote | None
    citation: str | None
    link: str
    follow_ups: tuple[FollowUpLine, ...]
    bilag: tuple[BilagLine, ...]
    agendas: tuple[tuple[str, tuple[AgendaItemView, ...]], ...]
    parts: tuple[TextPart, ...]
    steps: tuple[Step, ...]


def punkt_view(punkt: PunktResponse, related: Sequence[Relation], origin: str) -> PunktPage:
    """Return the page of a punkt.

    :param origin: the address of the service, so that a copied source leads back to it.
    """
    decision, link = punkt.beslutning, origin + punkt.url
    return PunktPage(
        number=punkt.number,
        title=punkt.title,
        category=punkt.category,
        minutes=punkt.minutes,
        body=punkt.meeting.body,
        date=_date(punkt.meeting),
        meeting_url=meeting_url(punkt.meeting.id),
        sag=tuple((case, PageParams(q=case).url(FRONT)) for case in punkt.sag),
        ansvarlig=_one_for_each_role(punkt.ansvarlig),
        indstilling=punkt.indstilling,
        decision=decision.text if decision else None,
        decision_page=decision.page if decision else None,
        decision_url=document_page_url(decision.document_id, decision.page) if decision else None,
        decision_file_url=decision.url if decision else None,
        decision_scan=_decision_scan(punkt),
        citation=_citation(punkt, link),
        link=link,
        follow_ups=follow_up_lines(punkt.follow_ups),
        bilag=tuple(bilag_line(bilag, punkt.documents) for bilag in punkt.bilag),
        agendas=tuple((bilag.title, bilag.agenda) for bilag in punkt.bilag if bilag.agenda),
        parts=tuple(_parts(punkt.passages)),
        steps=_steps(punkt, related),
    )


def _citation(punkt: PunktResponse, link: str) -> str | None:
    decision = punkt.beslutning
    if decision is None:
        return None
    return citation(decision.text, punkt.meeting, punkt.number, punkt.title, decision.page, link)


def _decision_scan(punkt: PunktResponse) -> ScanNote | None:
    """Return what is to be said of the decision, by the passages on its page."""
    decision = punkt.beslutning
    if decision is None:
        return None
    beside = [p for p in punkt.passages if p.document.id == decision.document_id]
    return quoted_note(p.confidence for p in beside if p.page <= decision.page <= p.last_page)


def _one_for_each_role(people: Iterable[AnsvarligView]) -> tuple[AnsvarligView, ...]:
    return tuple({(person.name, person.role): person for person in people}.values())


def _parts(passages: Sequence[PassageView]) -> Iterable[TextPart]:
    """Yield the parts of the text, the minutes first."""
    minutes = ("beslutning", "referat")
    ordered = sorted(passages, key=lambda p: p.part not in minutes)
    for (part, title), run in groupby(ordered, key=lambda p: (p.part, p.bilag.title if p.bilag else None)):
        found = tuple(run)
        scan = whole_note((passage.text, passage.confidence) for passage in found)
        label = getattr(MICROCOPY.part, part)
        yield TextPart(label, title, part in minutes, scan, tuple(map(_paragraph, found)))


def _paragraph(passage: PassageView) -> Paragraph:
    url = document_page_url(passage.document.id, passage.page, passage=passage.id)
    scan = quoted_note([passage.confidence])
    return Paragraph(passage.id, passage.heading, passage.text, scan, passage.page, url)


def _steps(punkt: PunktResponse, related: Sequence[Relation]) -> tuple[Step, ...]:
    """Return the sag over time, oldest first, this punkt among the others; none where there are no others."""
    if not related:
        return ()
    decision = punkt.beslutning.text if punkt.beslutning else None
    date = _date(punkt.meeting)
    this = Step(date, punkt.meeting.body, punkt.title, punkt.url, decision, (), is_this=True)
    return tuple(sorted([this, *map(_step, related)], key=lambda step: step.date.iso or "9999"))


def _step(relation: Relation) -> Step:
    return Step(
        date=_date(relation.meeting),
        body=relation.meeting.body,
        title=relation.punkt.title,
        url=punkt_url(relation.punkt.id),
        decision=relation.decision,
        reasons=tuple(_reasons(relation)),
        is_this=False,
    )


def _reasons(relation: Relation) -> Iterable[str]:
    words = MICROCOPY.related
    if relation.sag:
        yield words.sag.format(sag=", ".join(relation.sag))
    if relation.title_words:
        yield words.title.format(words=", ".join(relation.title_words))
    if relation.by_meaning:
        yield words.meaning


def _date(meeting: MeetingRef) -> DateView:
    return date_view(meeting.date, meeting.date_source)
