"""Every follow-up and budget item of the archive, with the punkt and the meeting that it comes from."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from records.store import SearchStore
from search_api.access import Reader, access_filter
from search_api.departments import by_one_name
from search_api.models import FollowUp, MeetingRef, PunktRef
from search_api.quoting import follow_up

Json = dict[str, Any]
Kind = Literal["opfølgning", "budget"]

# Punkter fetched at once; an answer of this many is about 0.5 MB.
BATCH = 1000


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A follow-up and where it comes from; a budget item is one that has ``amounts``, in whole kroner.

    ``ended`` tells that the budget's own follow-up ends it.
    """

    follow_up: FollowUp
    punkt: PunktRef
    meeting: MeetingRef
    kind: Kind = "opfølgning"
    amounts: tuple[int, ...] = ()
    ended: bool = False

    @property
    def who(self) -> tuple[str, ...]:
        """Who follows up, each department by one name."""
        return tuple(dict.fromkeys(map(by_one_name, self.follow_up.who)))


class FollowUpList:
    """Reads one archive's follow-ups and budget items."""

    def __init__(self, store: SearchStore, alias: str) -> None:
        self._store = store
        self._alias = alias

    async def all(self, reader: Reader) -> list[FollowUpRow]:
        """Return those of every punkt that the reader may see, in the order of the punkter's ids."""
        return [row async for hit in self._punkter(reader) for row in _rows(hit["_source"])]

    async def _punkter(self, reader: Reader) -> AsyncIterator[Mapping[str, Any]]:
        after: list[Any] | None = None
        while True:
            answer = await self._store.search(self._alias, punkter_body(reader, after))
            hits = answer["hits"]["hits"]
            for hit in hits:
                yield hit
            if len(hits) < BATCH:
                return
            after = hits[-1]["sort"]


def punkter_body(reader: Reader, after: list[Any] | None) -> Json:
    """Return the query for the next batch of punkter."""
    body: Json = {
        "size": BATCH,
        "_source": ["meeting", "punkt", "record.follow_ups", "record.budget_items"],
        "query": {"bool": {"filter": [access_filter(reader), {"term": {"kind": "punkt"}}]}},
        "sort": [{"punkt.id": "asc"}],
    }
    return {**body, "search_after": after} if after else body


def _rows(source: Mapping[str, Any]) -> list[FollowUpRow]:
    punkt, meeting = PunktRef(**source["punkt"]), MeetingRef(**source["meeting"])
    record = source.get("record", {})
    rows = [FollowUpRow(follow_up(one), punkt, meeting) for one in record.get("follow_ups", ())]
    for item in record.get("budget_items", ()):
        amounts = tuple(amount["kroner"] for amount in item["amounts"])
        # An archive that was read before this was known says nothing of it.
        ended = item.get("ended", False)
        rows.append(FollowUpRow(follow_up(item), punkt, meeting, "budget", amounts, ended))
    return rows
