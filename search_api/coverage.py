"""How many meetings the archive holds, by body and month."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from records.store import SearchStore
from search_api.access import Reader, access_filter
from search_api.facets import MAX_VALUES

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BodyCoverage:
    """A body's meetings: how many in each month "2023-09", and how many without a date."""

    body: str
    months: Mapping[str, int]
    undated: int

    @property
    def meetings(self) -> int:
        """How many there are in all."""
        return sum(self.months.values()) + self.undated


class Coverage:
    """Counts one archive's meetings."""

    def __init__(self, store: SearchStore, alias: str) -> None:
        self._store = store
        self._alias = alias

    async def by_body(self, reader: Reader) -> list[BodyCoverage]:
        """Return each body with its meetings, the body with the most first."""
        answer = await self._store.search(self._alias, coverage_body(reader))
        return [_body(bucket) for bucket in answer["aggregations"]["bodies"]["buckets"]]


def coverage_body(reader: Reader) -> Json:
    """Return the query that counts the meetings that the reader may see."""
    months = {
        "field": "meeting.date",
        "calendar_interval": "month",
        "format": "yyyy-MM",
        "min_doc_count": 1,
    }
    counts = {"months": {"date_histogram": months}, "undated": {"missing": {"field": "meeting.date"}}}
    return {
        "size": 0,
        "query": {"bool": {"filter": [access_filter(reader), {"term": {"kind": "meeting"}}]}},
        "aggs": {"bodies": {"terms": {"field": "meeting.body", "size": MAX_VALUES}, "aggs": counts}},
    }


def _body(bucket: Mapping[str, Any]) -> BodyCoverage:
    months = {month["key_as_string"]: int(month["doc_count"]) for month in bucket["months"]["buckets"]}
    return BodyCoverage(bucket["key"], months, int(bucket["undated"]["doc_count"]))
