"""The same sag in other meetings: punkter that share its case number, its title or its meaning."""

from dataclasses import dataclass
from typing import Any

from records.store import SearchStore
from search_api.access import Reader, access_filter
from search_api.archive_models import PunktResponse
from search_api.archive_queries import EVERYTHING
from search_api.models import MeetingRef, PunktRef

Json = dict[str, Any]

SAG, TITLE = "sag", "title"
# A timeline longer than this is no longer looked at.
MOST = 20
# Share of the title's own score that another title has to reach.
TITLE_SHARE = 0.5
# A title that comes back at more than this share of the meetings is a standing item of the agenda, no sag.
STANDING_SHARE = 0.25
# Cosine of two punkter's mean vectors above which they are about the same.
MEANING_COSINE = 0.955


@dataclass(frozen=True, slots=True)
class Relation:
    """A punkt of the same sag and why it is taken for one; at least one of the reasons is there."""

    punkt: PunktRef
    meeting: MeetingRef
    decision: str | None
    sag: tuple[str, ...]
    title: bool
    meaning: bool


class SagFinder:
    """Finds a punkt's sag in one archive."""

    def __init__(self, store: SearchStore, alias: str) -> None:
        self._store = store
        self._alias = alias

    async def related(self, reader: Reader, punkt: PunktResponse) -> list[Relation]:
        """Return the punkter of the same sag, the newest first, those that the reader may see."""
        answer = await self._store.search(self._alias, related_body(reader, punkt))
        hits = [hit for hit in answer["hits"]["hits"] if hit["_source"]["punkt"]["id"] != punkt.id]
        own = _own_title_score(answer["hits"]["hits"], punkt.id)
        standing = _is_standing(hits, own, answer["aggregations"]["meetings"]["of_all"]["value"])
        relations = [relation for hit in hits if (relation := _relation(hit, punkt, own, standing))]
        return sorted(relations, key=lambda one: one.meeting.date or "", reverse=True)[:MOST]


def related_body(reader: Reader, punkt: PunktResponse) -> Json:
    """Return the query for punkter with one of the case numbers or words of the title, the punkt itself too."""
    title = {"match": {"punkt.title": {"query": punkt.title, "_name": TITLE}}}
    sag = [{"terms": {"sag": list(punkt.sag), "boost": 0, "_name": SAG}}] if punkt.sag else []
    everything: Json = {"global": {}, "aggs": {"of_all": {"cardinality": {"field": "meeting.id"}}}}
    return {
        "size": EVERYTHING,
        "_source": ["punkt", "meeting", "sag", "record.beslutning"],
        "query": {
            "bool": {
                "should": [title, *sag],
                "minimum_should_match": 1,
                "filter": [access_filter(reader), {"term": {"kind": "punkt"}}],
            }
        },
        "aggs": {"meetings": everything},
    }
