"""What is written to the index: one JSON document for each passage, punkt, meeting and file."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from indexer.reading.attendance import is_attendance
from indexer.reading.law_references import searchable_forms
from indexer.suggestions import suggestion_documents
from indexer.vectors import Vector
from records.closure import meeting_access
from records.compounds import compounds_in
from records.models import MINUTES, Document, Meeting, Passage, Punkt

Json = dict[str, Any]

_PUNKT = TypeAdapter(Punkt)
_DOCUMENT = TypeAdapter(Document)


def passage_document(passage: Passage, vector: Vector, conclusion: Json) -> tuple[str, Json]:
    """Return the passage's id and document; ``conclusion`` is its punkt's, from :func:`conclusions`."""
    return passage.id, _without_nothing(
        {
            "kind": "passage",
            "access": str(passage.access),
            "meeting": _meeting_fields(passage.meeting_id, passage.body, passage.date, passage.date_source),
            "punkt": _punkt_fields(passage.punkt_id, passage.punkt_number, passage.punkt_title),
            "part": str(passage.part),
            "ordinal": passage.ordinal,
            "bilag": _without_nothing({"number": passage.bilag_number, "title": passage.bilag_title}),
            "document": {"id": passage.document_id, "file_name": passage.file_name},
            "page": passage.page,
            "last_page": passage.last_page,
            "heading": passage.heading,
            "sag": list(passage.sag),
            "ansvarlig": list(passage.ansvarlig),
            "paragraphs": list(
                dict.fromkeys(form for one in passage.paragraphs for form in searchable_forms(one))
            ),
            "amounts": list(passage.amounts),
            "words": _words(passage.text),
            "repeats": passage.repeats,
            "attendance": is_attendance(passage.text),
            "confidence": passage.confidence,
            "text": passage.text,
            "matter": passage.matter,
            "compound_parts": compounds_in(
                passage.text, passage.punkt_title, passage.bilag_title, passage.heading
            ),
            "starts": list(passage.starts),
            "turns": [list(turn) for turn in passage.turns],
            "vector": vector.tolist(),
            "record": conclusion,
        }
    )


def _words(text: str) -> int:
    """Return how many words the text has; OpenSearch takes no zero for what counts in a score."""
    return len(text.split()) or 1


def conclusions(meetings: Iterable[Meeting]) -> dict[str, Json]:
    """Return, by punkt, what was decided and who follows up, each with the file that says so."""
    return {punkt.id: _conclusion(punkt) for meeting in meetings for punkt in meeting.punkter}


def record_documents(meetings: Iterable[Meeting], files: Iterable[Document]) -> Iterator[tuple[str, Json]]:
    """Yield the documents of the meetings, their punkter, the files, and what can be suggested of them."""
    meetings = list(meetings)
    yield from suggestion_documents(meetings)
    for meeting in meetings:
        yield _meeting_document(meeting)
        for punkt in meeting.punkter:
            yield _punkt_document(meeting, punkt)
    for file in files:
        record = _DOCUMENT.dump_python(file, mode="json")
        yield (
            f"document-{file.id}",
            {
                "kind": "document",
                "access": str(file.access),
                "document": {"id": file.id, "file_name": file.file_name},
                "record": record,
            },
        )


def _meeting_document(meeting: Meeting) -> tuple[str, Json]:
    documents = dict.fromkeys(key for punkt in meeting.punkter for key in _documents(punkt))
    return f"meeting-{meeting.id}", {
        "kind": "meeting",
        "access": str(meeting_access(meeting)),
        "meeting": _meeting_fields(meeting.id, meeting.body, meeting.date, meeting.date_source),
        "record": {
            "id": meeting.id,
            "body": meeting.body,
            "date": _iso(meeting.date),
            "date_source": meeting.date_source,
            "evidence": list(meeting.evidence),
            "confidence": meeting.confidence,
            "documents": list(documents),
        },
    }


def _punkt_document(meeting: Meeting, punkt: Punkt) -> tuple[str, Json]:
    record = _PUNKT.dump_python(punkt, mode="json", exclude={"parts"})
    return f"punkt-{punkt.id}", {
        "kind": "punkt",
        "access": str(punkt.access),
        "meeting": _meeting_fields(meeting.id, meeting.body, meeting.date, meeting.date_source),
        "punkt": _punkt_fields(punkt.id, punkt.number, punkt.title),
        "sag": list(punkt.sag),
        "ansvarlig": list(dict.fromkeys(person.name for person in punkt.answering)),
        "record": {**record, **_conclusion(punkt), "documents": _documents(punkt)},
    }


def _conclusion(punkt: Punkt) -> Json:
    """Return the punkt's beslutning and follow-ups as JSON, each with the id of the file it stands in."""
    record = _PUNKT.dump_python(punkt, mode="json", include={"beslutning", "follow_ups"})
    beslutning = record["beslutning"]
    return {
        "beslutning": beslutning and {**beslutning, "document_id": _minutes_document(punkt)},
        "follow_ups": [{**one, "document_id": _minutes_document(punkt)} for one in record["follow_ups"]],
    }


def _minutes_document(punkt: Punkt) -> str:
    """Return the file that holds the punkt's minutes, its first file where none does."""
    holding = [part.document_id for part in punkt.parts if part.kind in MINUTES]
    return (holding or _documents(punkt) or [""])[0]


def _documents(punkt: Punkt) -> list[str]:
    return list(dict.fromkeys(part.document_id for part in punkt.parts))


def _meeting_fields(key: str, body: str, day: date | None, date_source: str) -> Json:
    return _without_nothing({"id": key, "body": body, "date": _iso(day), "date_source": date_source})


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _punkt_fields(key: str, number: str, title: str) -> Json:
    return {"id": key, "number": number, "title": title}


def _without_nothing(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value not in (None, {})}
