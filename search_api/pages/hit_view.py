"""Hits and the answer as they stand on the search page."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from search_api.links import meeting_url, punkt_url
from search_api.models import Answer, Due, FollowUp, Hit
from search_api.pages.citation import citation
from search_api.pages.dates import DateView, date_view
from search_api.pages.links import document_page_url
from search_api.pages.microcopy import MICROCOPY
from search_api.pages.snippets import snippet

# So many passages of a punkt stand open; the rest fold away, so that the next punkt is in sight.
OPEN_PASSAGES = 2


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A passage of a punkt: what part it is, its words, and the link to the page where they stand."""

    part: str
    label: str
    bilag: str | None
    snippet: Markup
    page: int
    url: str
    file_url: str


@dataclass(frozen=True, slots=True)
class Group:
    """A punkt among the results with its best passages."""

    title: str
    number: str
    url: str
    body: str
    date: DateView
    meeting_url: str
    ansvarlig: tuple[str, ...]
    passages: tuple[PassageLine, ...]
    others: tuple[PassageLine, ...]


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """Who does what by when."""

    who: str
    what: str
    due: str | None
    url: str


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """The answer: the quotation, where it stands, and what can be done with it."""

    kind: str
    label: str
    text: str
    number: str
    title: str
    body: str
    date: DateView
    punkt_url: str
    meeting_url: str
    page: int
    page_url: str
    file_url: str
    link: str
    citation: str
    follow_ups: tuple[FollowUpLine, ...]


def group(hit: Hit, q: str) -> Group:
    """Return the punkt of the hit with all its passages that were found."""
    lines = [passage_line(one, q) for one in (hit, *hit.more)]
    return Group(
        title=hit.punkt.title,
        number=hit.punkt.number,
        url=hit.url,
        body=hit.meeting.body,
        date=date_view(hit.meeting.date, hit.meeting.date_source),
        meeting_url=meeting_url(hit.meeting.id),
        ansvarlig=hit.ansvarlig,
        passages=tuple(lines[:OPEN_PASSAGES]),
        others=tuple(lines[OPEN_PASSAGES:]),
    )


def passage_line(hit: Hit, q: str) -> PassageLine:
    """Return the passage with the link to its place on the page."""
    return PassageLine(
        part=str(hit.part),
        label=getattr(MICROCOPY.part, hit.part),
        bilag=hit.bilag.title if hit.bilag else None,
        snippet=snippet(hit.highlights, hit.text),
        page=hit.page,
        url=document_page_url(hit.document.id, hit.page, q, hit.id),
        file_url=hit.file_url,
    )


def answer_card(answer: Answer, q: str, passage: str, origin: str) -> AnswerCard:
    """Return the card of the answer.

    :param passage: the passage to mark on the answer's page.
    :param origin: the address of the service, so that a copied source leads back to it.
    """
    link = origin + punkt_url(answer.punkt_id)
    punkt = answer.punkt
    return AnswerCard(
        kind=answer.kind,
        label=getattr(MICROCOPY.answer_kind, answer.kind),
        text=answer.text,
        number=answer.punkt.number,
        title=answer.punkt.title,
        body=answer.meeting.body,
        date=date_view(answer.date, answer.date_source),
        punkt_url=punkt_url(answer.punkt_id),
        meeting_url=meeting_url(answer.meeting.id),
        page=answer.page,
        page_url=document_page_url(answer.document_id, answer.page, q, passage),
        file_url=answer.url,
        link=link,
        citation=citation(answer.text, answer.meeting, punkt.number, punkt.title, answer.page, link),
        follow_ups=follow_up_lines(answer.follow_ups),
    )


def follow_up_lines(follow_ups: Sequence[FollowUp]) -> tuple[FollowUpLine, ...]:
    """Return the follow-ups, each with the link to the page that says so."""
    return tuple(
        FollowUpLine(
            who=", ".join(one.who) or MICROCOPY.follow_up.not_named,
            what=one.what,
            due=due_text(one.due),
            url=document_page_url(one.document_id, one.page),
        )
        for one in follow_ups
    )


def due_text(due: Due | None) -> str | None:
    """Return the text's own words of when something falls due."""
    return due.said if due else None
