"""The index that is served: whether it may be, and how big it is."""

import time
from dataclasses import dataclass
from typing import Any

from mappings.loader import SCHEMA_VERSION
from records.embedding import ModelInfo
from records.errors import IndexOutdated, ModelMismatch
from records.store import SearchStore
from search_api.access import ANYONE, access_filter

# An alias that is swapped to another model's index is noticed within this time, at no cost to a search.
RECHECK_S = 5.0


@dataclass(frozen=True, slots=True)
class IndexState:
    """What was last seen of the index."""

    passages: int
    seen_at: float


class ServedIndex:
    """Watches that the index behind the alias has this program's fields and the embedder's own model."""

    def __init__(self, store: SearchStore, alias: str, model: ModelInfo) -> None:
        self._store = store
        self._alias = alias
        self._model = model
        self._state: IndexState | None = None

    async def state(self) -> IndexState:
        """Return what is known of the index, looked at anew when that is some time ago.

        :raises IndexOutdated: if the index was made by another version of the program.
        :raises ModelMismatch: if the index was made with another model.
        :raises IndexMissing: if there is none.
        """
        if self._state is None or time.monotonic() - self._state.seen_at > RECHECK_S:
            self._state = await self._look()
        return self._state

    async def _look(self) -> IndexState:
        meta = await self._store.meta(self._alias)
        require_same_fields(meta.get("schema_version"))
        require_same_model(meta.get("model", {}), self._model)
        body = {
            "size": 0,
            "track_total_hits": True,
            "query": {"bool": {"filter": [access_filter(ANYONE), {"term": {"kind": "passage"}}]}},
        }
        answer = await self._store.search(self._alias, body)
        return IndexState(int(answer["hits"]["total"]["value"]), time.monotonic())


def require_same_fields(version: int | None) -> None:
    """Accept an index with the fields that searches rely on.

    :raises IndexOutdated: if it was made by another version of the program.
    """
    if version != SCHEMA_VERSION:
        raise IndexOutdated(
            "Indekset er lavet med en anden udgave af programmet. Kør »referatsoeg reindex«.",
            f"index: {version}, own: {SCHEMA_VERSION}",
        )


def require_same_model(stored: dict[str, Any], model: ModelInfo) -> None:
    """Accept vectors that can be compared; the engine that made them does not matter.

    :raises ModelMismatch: if name, revision or dimension differ.
    """
    own = {"name": model.name, "revision": model.revision, "dimension": model.dimension}
    others = {key: stored.get(key) for key in own}
    if others != own:
        raise ModelMismatch(
            "Indekset er lavet med en anden sprogmodel end den, der er sat op. Kør »referatsoeg reindex«, "
            "eller sæt REFERATSOEG_EMBEDDING__MODEL til indeksets model.",
            f"index: {others['name']} {str(others['revision'])[:12]} ({others['dimension']}), "
            f"own: {own['name']} {model.revision[:12]} ({model.dimension})",
        )
