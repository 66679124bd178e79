"""The same sag in other meetings: punkter that share its case number, its title or its meaning."""

import asyncio
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from records.store import SearchStore
from search_api.access import Reader, access_filter
from search_api.archive_models import PunktResponse
from search_api.models import Hit, MeetingRef, PunktRef
from search_api.params import MAX_QUERY_CHARS, MAX_SIZE, SearchParams
from search_api.service import SearchService

Json = dict[str, Any]

# A timeline longer than this is no longer looked at.
MOST = 20
# How much of the score of the punkt's own title another title must reach. Read off the demo corpus, 114
# punkter: at 0.4 a single shared word ("ferieplan") makes two matters one.
TITLE_SHARE = 0.5
# How far below the punkt's own best passage another's may lie in meaning. There 0.022 brings three more
# pairs, none of them the same matter.
MEANING_DISTANCE = 0.018
# OpenSearch's score of a title for its own punkt below which the title says nothing of the text beneath it:
# "Bordet rundt" has 1.85, the least telling title of a real matter 1.88.
LEAST_TELLING = 1.87
# So many punkter alike in meaning are shown; the ones after them are about the neighbouring matter.
MOST_BY_MEANING = 4
# A title that as many meetings have is a standing item of the agenda and no sag.
STANDING = 3

_MARKED = re.compile("<mark>(.*?)</mark>")


@dataclass(frozen=True, slots=True)
class Relation:
    """A punkt of the same sag and why it is taken for one; at least one of the reasons is there."""

    punkt: PunktRef
    meeting: MeetingRef
    decision: str | None
    sag: tuple[str, ...]
    title_words: tuple[str, ...]
    by_meaning: bool


@dataclass(frozen=True, slots=True)
class _Reasons:
    sag: Mapping[str, tuple[str, ...]]
    title: Mapping[str, tuple[str, ...]]
    meaning: frozenset[str]

    @property
    def punkter(self) -> list[str]:
        return [*dict.fromkeys((*self.sag, *self.title, *self.meaning))]


class SagFinder:
    """Finds a punkt's sag in one archive."""

    def __init__(self, store: SearchStore, alias: str, search: SearchService) -> None:
        self._store = store
        self._alias = alias
        self._search = search

    async def related(self, reader: Reader, punkt: PunktResponse) -> list[Relation]:
        """Return the punkter of the same sag, the newest first, those that the reader may see."""
        titles, meaning = await asyncio.gather(self._titles(reader, punkt), self._meaning(reader, punkt))
        same_sag = {one.punkt.id: one.because for one in punkt.same_sag}
        reasons = _Reasons(same_sag, titles, frozenset(meaning))
        if not reasons.punkter:
            return []
        sources = await self._sources(reader, reasons.punkter)
        standing = await self._standing(reader, [punkt.title, *(s["punkt"]["title"] for s in sources)])
        relations = [_relation(source, reasons) for source in sources]
        kept = [one for one in relations if one.sag or not {one.punkt.title, punkt.title} & standing]
        return sorted(kept, key=lambda one: one.meeting.date or "", reverse=True)[:MOST]

    async def _titles(self, reader: Reader, punkt: PunktResponse) -> dict[str, tuple[str, ...]]:
        answer = await self._store.search(self._alias, titles_body(reader, punkt.title))
        hits = answer["hits"]["hits"]
        own = max((hit["_score"] for hit in hits), default=0.0)
        return {
            hit["_source"]["punkt"]["id"]: _marked_words(hit["highlight"]["punkt.title"])
            for hit in hits
            if hit["_score"] >= TITLE_SHARE * own and hit["_source"]["meeting"]["id"] != punkt.meeting.id
        }

    async def _meaning(self, reader: Reader, punkt: PunktResponse) -> list[str]:
        question = SearchParams(
            q=punkt.title[:MAX_QUERY_CHARS], mode="semantic", group="punkt", explain=True, size=MAX_SIZE
        )
        found = (await self._search.search(question, reader)).hits
        own = next((hit.score for hit in found if hit.punkt.id == punkt.id), None)
        if own is None or own < LEAST_TELLING:
            return []
        return _near(found, own - MEANING_DISTANCE, punkt.meeting.id)[:MOST_BY_MEANING]

    async def _sources(self, reader: Reader, punkter: Sequence[str]) -> list[Json]:
        answer = await self._store.search(self._alias, punkter_body(reader, punkter))
        return [hit["_source"] for hit in answer["hits"]["hits"]]

    async def _standing(self, reader: Reader, titles: Iterable[str]) -> set[str]:
        answer = await self._store.search(self._alias, standing_body(reader, dict.fromkeys(titles)))
        buckets = answer["aggregations"]["titles"]["buckets"]
        return {title for title, bucket in buckets.items() if bucket["meetings"]["value"] >= STANDING}


def titles_body(reader: Reader, title: str) -> Json:
    """Return the query for punkter with words of the title, the words marked."""
    return {
        "size": MAX_SIZE,
        "_source": ["punkt", "meeting"],
        "query": {
            "bool": {"must": [{"match": {"punkt.title": title}}], "filter": _punkter(reader)},
        },
        "highlight": {
            "pre_tags": ["<mark>"],
            "post_tags": ["</mark>"],
            "fields": {"punkt.title": {"number_of_fragments": 0}},
        },
    }


def punkter_body(reader: Reader, punkter: Sequence[str]) -> Json:
    """Return the query for these punkter with what they decided."""
    return {
        "size": len(punkter),
        "_source": ["punkt", "meeting", "record.beslutning"],
        "query": {"bool": {"filter": [*_punkter(reader), {"terms": {"punkt.id": list(punkter)}}]}},
    }


def standing_body(reader: Reader, titles: Iterable[str]) -> Json:
    """Return the query that counts in how many meetings each title is used."""
    phrases = {title: {"match_phrase": {"punkt.title.exact": title}} for title in titles}
    meetings = {"meetings": {"cardinality": {"field": "meeting.id"}}}
    return {
        "size": 0,
        "query": {"bool": {"filter": _punkter(reader)}},
        "aggs": {"titles": {"filters": {"filters": phrases}, "aggs": meetings}},
    }


def _punkter(reader: Reader) -> list[Json]:
    return [access_filter(reader), {"term": {"kind": "punkt"}}]


def _near(hits: Iterable[Hit], least: float, but: str) -> list[str]:
    """Return the punkter of other meetings whose best passage scores this much, best first."""
    return [h.punkt.id for h in hits if h.score and h.score >= least and h.meeting.id != but]


def _marked_words(highlights: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for text in highlights for word in _MARKED.findall(text)))


def _relation(source: Json, reasons: _Reasons) -> Relation:
    punkt = PunktRef(**source["punkt"])
    decision = source.get("record", {}).get("beslutning")
    return Relation(
        punkt=punkt,
        meeting=MeetingRef(**source["meeting"]),
        decision=decision["text"] if decision else None,
        sag=reasons.sag.get(punkt.id, ()),
        title_words=reasons.title.get(punkt.id, ()),
        by_meaning=punkt.id in reasons.meaning,
    )
