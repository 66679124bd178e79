"""A reading as the JSON that ``referatsoeg read --json`` prints."""

from collections.abc import Iterator
from typing import Any

from indexer.reading.amounts import amounts_in
from indexer.reading.law_references import law_references
from records.models import (
    AgendaItem,
    Amount,
    Ansvarlig,
    Bilag,
    BudgetItem,
    Due,
    FollowUp,
    Meeting,
    PageSpan,
    Paragraph,
    Punkt,
    Reading,
)


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """Return the meetings of a reading with ISO dates and every page's number."""
    return {
        "meetings": [_meeting(meeting) for meeting in reading.meetings],
        "furniture": list(reading.furniture),
        "coverage": reading.coverage,
        "warnings": list(reading.warnings),
        "page_count": reading.page_count,
        "scanned_pages": list(reading.scanned_pages),
        "damaged_pages": list(reading.damaged_pages),
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "body": meeting.body,
        "date": meeting.date.isoformat() if meeting.date else None,
        "date_source": meeting.date_source,
        "confidence": meeting.confidence,
        "evidence": list(meeting.evidence),
        "pages": _pages(meeting.pages),
        "punkter": [_punkt(punkt) for punkt in meeting.punkter],
    }


def _punkt(punkt: Punkt) -> dict[str, Any]:
    decision = punkt.beslutning
    return {
        "id": punkt.id,
        "number": punkt.number,
        "title": punkt.title,
        "category": punkt.category,
        "minutes": punkt.minutes,
        "access": punkt.access.value,
        "sag": list(punkt.sag),
        "pages": _pages(punkt.pages),
        "indstilling": punkt.indstilling,
        "beslutning": {"kind": decision.kind, "text": decision.text, "page": decision.page}
        if decision
        else None,
        "follow_ups": [_follow_up(follow_up) for follow_up in punkt.follow_ups],
        "ansvarlig": [_ansvarlig(person) for person in punkt.ansvarlig],
        "bilag": [_bilag(bilag) for bilag in punkt.bilag],
        "paragraphs": list(dict.fromkeys(law for text in _texts(punkt) for law in law_references(text.text))),
        "amounts": [
            {**_amount(amount), "page": text.page}
            for text in _texts(punkt)
            for amount in amounts_in(text.text)
        ],
        "budget_items": [_budget_item(item) for item in punkt.budget_items],
    }


def _texts(punkt: Punkt) -> Iterator[Paragraph]:
    for part in punkt.parts:
        yield from part.paragraphs


def _budget_item(item: BudgetItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "what": item.what,
        "amounts": [_amount(amount) for amount in item.amounts],
        "who": list(item.who),
        "due": _due(item.due) if item.due else None,
        "ended": item.ended,
        "quote": item.quote,
        "page": item.page,
    }


def _amount(amount: Amount) -> dict[str, Any]:
    return {"kroner": amount.kroner, "said": amount.said}


def _follow_up(follow_up: FollowUp) -> dict[str, Any]:
    return {
        "who": list(follow_up.who),
        "what": follow_up.what,
        "due": _due(follow_up.due) if follow_up.due else None,
        "quote": follow_up.quote,
        "page": follow_up.page,
    }


def _due(due: Due) -> dict[str, str]:
    return {"from": due.first.isoformat(), "to": due.last.isoformat(), "said": due.said}


def _ansvarlig(person: Ansvarlig) -> dict[str, str | None]:
    return {"name": person.name, "role": person.role, "source": person.source, "code": person.code}


def _bilag(bilag: Bilag) -> dict[str, Any]:
    return {
        "number": bilag.number,
        "title": bilag.title,
        "file_name": bilag.file_name,
        "pages": _pages(bilag.pages) if bilag.pages else [],
        "access": bilag.access.value,
        "agenda": [_agenda_item(item) for item in bilag.agenda],
    }


def _agenda_item(item: AgendaItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "minutes": item.minutes,
        "ansvarlig": list(item.ansvarlig),
        "bilag": list(item.bilag),
    }


def _pages(span: PageSpan) -> list[int]:
    return list(range(span.first, span.last + 1))
