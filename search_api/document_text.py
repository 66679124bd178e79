"""The text of one file: what stands on a page, and on which pages the searched words stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from records.models import PartKind
from records.store import SearchStore
from search_api.access import Reader, access_filter
from search_api.archive_queries import EVERYTHING
from search_api.highlights import highlight
from search_api.keyword_query import enough_words
from search_api.models import DocumentRef, MeetingRef, PunktRef
from search_api.understanding import Understanding, understand

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageText:
    """A passage that stands on a page, whole; ``marked`` is HTML-escaped with the searched words marked."""

    id: str
    part: PartKind
    punkt: PunktRef
    meeting: MeetingRef
    document: DocumentRef
    heading: str | None
    text: str
    confidence: float | None
    marked: str | None


class DocumentText:
    """Reads the text of one archive's files."""

    def __init__(self, store: SearchStore, alias: str) -> None:
        self._store = store
        self._alias = alias

    async def page(self, reader: Reader, document_id: str, page: int, q: str) -> list[PageText]:
        """Return the passages on the page in reading order, those that the reader may see."""
        answer = await self._store.search(self._alias, page_body(reader, document_id, page, q))
        return [_page_text(hit) for hit in answer["hits"]["hits"]]

    async def hits(self, reader: Reader, document_id: str, q: str) -> dict[int, int]:
        """Return how many passages on each page hold enough of the searched words, by page."""
        understanding = understand(q)
        if not understanding.topic and not understanding.phrases and not understanding.cases:
            return {}
        answer = await self._store.search(self._alias, hits_body(reader, document_id, understanding))
        pages = answer["aggregations"]["pages"]["buckets"]
        return {int(bucket["key"]): int(bucket["doc_count"]) for bucket in pages}


def page_body(reader: Reader, document_id: str, page: int, q: str) -> Json:
    """Return the query for the passages on a page."""
    on_page = [{"range": {"page": {"lte": page}}}, {"range": {"last_page": {"gte": page}}}]
    body: Json = {
        "size": EVERYTHING,
        "_source": {"excludes": ["vector", "record"]},
        "query": {"bool": {"filter": [*_of_document(reader, document_id), *on_page]}},
        "sort": ["page", "punkt.id", "ordinal"],
    }
    return {**body, "highlight": {**highlight(understand(q)), "number_of_fragments": 0}} if q else body


def hits_body(reader: Reader, document_id: str, understanding: Understanding) -> Json:
    """Return the query that counts the passages with the searched words on each page.

    Words that stand in the punkt's title alone would lead to a page with nothing to mark.
    """
    searched = " ".join((understanding.topic, *understanding.phrases, *understanding.cases))
    in_text = {"match": {"text": searched}}
    filters = [*_of_document(reader, document_id), in_text]
    return {
        "size": 0,
        "query": {"bool": {"must": [enough_words(understanding)], "filter": filters}},
        "aggs": {"pages": {"terms": {"field": "page", "size": EVERYTHING, "order": {"_key": "asc"}}}},
    }


def _of_document(reader: Reader, document_id: str) -> list[Json]:
    return [access_filter(reader), {"term": {"kind": "passage"}}, {"term": {"document.id": document_id}}]


def _page_text(hit: Mapping[str, Any]) -> PageText:
    source = hit["_source"]
    marked = hit.get("highlight", {}).get("text", ())
    return PageText(
        id=hit["_id"],
        part=PartKind(source["part"]),
        punkt=PunktRef(**source["punkt"]),
        meeting=MeetingRef(**source["meeting"]),
        document=DocumentRef(**source["document"]),
        heading=source.get("heading"),
        text=source["text"],
        confidence=source.get("confidence"),
        marked=marked[0] if marked else None,
    )
