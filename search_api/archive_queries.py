"""Queries for what is known by its id: meetings, punkter and files, each behind the access filter."""

from typing import Any

from search_api.access import Reader, access_filter
from search_api.params import MAX_PAGE, MAX_SIZE

Json = dict[str, Any]

# More than any meeting or punkt holds; OpenSearch's own limit for one answer.
EVERYTHING = MAX_PAGE * MAX_SIZE
_READABLE = {"excludes": ["vector"]}


def meetings_body(reader: Reader, filters: list[Json], offset: int, size: int) -> Json:
    """Return the query for meetings, the newest first."""
    return {
        **_found(reader, [{"term": {"kind": "meeting"}}, *filters], size),
        "from": offset,
        "track_total_hits": True,
        "sort": [{"meeting.date": {"order": "desc", "missing": "_last"}}, {"meeting.id": "asc"}],
    }


def meeting_body(reader: Reader, meeting_id: str) -> Json:
    """Return the query for a meeting and its punkter, with the files that its passages stand in."""
    records = {"terms": {"kind": ["meeting", "punkt"]}}
    body = _found(reader, [{"term": {"meeting.id": meeting_id}}], EVERYTHING)
    return {**body, "post_filter": records, "aggs": {"documents": _documents()}}


def punkt_body(reader: Reader, punkt_id: str) -> Json:
    """Return the query for a punkt and its passages."""
    return _found(reader, [{"term": {"punkt.id": punkt_id}}], EVERYTHING)


def same_sag_body(reader: Reader, sag: tuple[str, ...], but: str) -> Json:
    """Return the query for the other punkter of the same sager, the newest first."""
    others: list[Json] = [{"term": {"kind": "punkt"}}, {"terms": {"sag": list(sag)}}]
    body = _found(reader, [*others, {"bool": {"must_not": {"term": {"punkt.id": but}}}}], MAX_SIZE)
    return {**body, "sort": [{"meeting.date": {"order": "desc", "missing": "_last"}}, {"punkt.id": "asc"}]}


def document_body(reader: Reader, document_id: str) -> Json:
    """Return the query for a file."""
    return _found(reader, [{"term": {"kind": "document"}}, {"term": {"document.id": document_id}}], 1)


def text_of_document_body(reader: Reader, document_id: str) -> Json:
    """Return the query for any passage of a file."""
    return _found(reader, [{"term": {"kind": "passage"}}, {"term": {"document.id": document_id}}], 1)


def _found(reader: Reader, filters: list[Json], size: int) -> Json:
    return {
        "size": size,
        "_source": _READABLE,
        "query": {"bool": {"filter": [access_filter(reader), *filters]}},
    }


def _documents() -> Json:
    names = {"size": 1, "_source": ["document"]}
    return {"terms": {"field": "document.id", "size": MAX_SIZE}, "aggs": {"name": {"top_hits": names}}}
