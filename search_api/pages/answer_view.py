"""The answer's card: the quotation, where it stands, who follows up, and what was decided before."""

from collections.abc import Sequence
from dataclasses import dataclass

from search_api.links import meeting_url, punkt_url
from search_api.models import Answer, Due, FollowUp, Hit, PastDecision
from search_api.pages.citation import citation
from search_api.pages.dates import DateView, date_view
from search_api.pages.links import document_page_url
from search_api.pages.microcopy import MICROCOPY
from search_api.pages.scanned import ScanNote, quoted_note

# So many decisions stand open; the ones before them fold away, so that the results stay in sight.
OPEN_DECISIONS = 3


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """Who does what by when."""

    who: str
    what: str
    due: str | None
    page: int
    url: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """Another decision on the same matter: when, where and in which words."""

    date: DateView
    body: str
    text: str
    title: str
    punkt_url: str
    page: int
    page_url: str


@dataclass(frozen=True, slots=True)
class DecisionList:
    """The other decisions on the matter, newest first: those that stand open, and the others."""

    heading: str
    lines: tuple[DecisionLine, ...]
    others: tuple[DecisionLine, ...]


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
    proposed: str | None
    follow_ups: tuple[FollowUpLine, ...]
    scan: ScanNote | None
    decisions: DecisionList | None


def answer_card(answer: Answer, q: str, passages: Sequence[Hit], origin: str) -> AnswerCard:
    """Return the card of the answer.

    :param passages: what was found of the answer's punkt; the one that holds the answer is marked there.
    :param origin: the address of the service, so that a copied source leads back to it.
    """
    link, punkt = origin + punkt_url(answer.punkt_id), answer.punkt
    held = next((p for p in passages if p.page == answer.page and answer.text in p.text), None)
    return AnswerCard(
        kind=answer.kind,
        label=getattr(MICROCOPY.answer_kind, answer.kind),
        text=answer.text,
        number=punkt.number,
        title=punkt.title,
        body=answer.meeting.body,
        date=date_view(answer.date, answer.date_source),
        punkt_url=punkt_url(answer.punkt_id),
        meeting_url=meeting_url(answer.meeting.id),
        page=answer.page,
        page_url=document_page_url(answer.document_id, answer.page, q, held.id if held else ""),
        file_url=answer.url,
        link=link,
        citation=citation(answer.text, answer.meeting, punkt.number, punkt.title, answer.page, link),
        proposed=answer.proposed,
        follow_ups=follow_up_lines(answer.follow_ups),
        scan=quoted_note([held.confidence] if held else []),
        decisions=_decisions(answer),
    )


def follow_up_lines(follow_ups: Sequence[FollowUp]) -> tuple[FollowUpLine, ...]:
    """Return the follow-ups, each with the link to the page that says so."""
    return tuple(
        FollowUpLine(
            who=", ".join(one.who) or MICROCOPY.follow_up.not_named,
            what=one.what,
            due=due_text(one.due),
            page=one.page,
            url=document_page_url(one.document_id, one.page),
        )
        for one in follow_ups
    )


def due_text(due: Due | None) -> str | None:
    """Return the text's own words of when something falls due."""
    return due.said if due else None


def _decisions(answer: Answer) -> DecisionList | None:
    """Return the other decisions on the matter; earlier ones are called so only where all of them are."""
    others = [one for one in answer.timeline if one.punkt_id != answer.punkt_id]
    if not others:
        return None
    are_earlier = answer.date is not None and all(one.date and one.date <= answer.date for one in others)
    lines = tuple(map(_decision_line, others))
    return DecisionList(
        heading=MICROCOPY.answer.earlier if are_earlier else MICROCOPY.answer.others,
        lines=lines[:OPEN_DECISIONS],
        others=lines[OPEN_DECISIONS:],
    )


def _decision_line(decision: PastDecision) -> DecisionLine:
    return DecisionLine(
        date=date_view(decision.date, decision.date_source),
        body=decision.meeting.body,
        text=decision.text,
        title=decision.punkt.title,
        punkt_url=punkt_url(decision.punkt_id),
        page=decision.page,
        page_url=document_page_url(decision.document_id, decision.page),
    )
