"""Building an index: created, filled, verified, put to use, and the old one pruned, one function each."""

import hashlib
import json
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from mappings.loader import index_definition
from records.embedding import ModelInfo
from records.errors import IndexIncomplete, StoreError
from records.store import IndexStore

Json = dict[str, Any]

# Stands between the alias and the time in an index's name; an alias can hold no full stop, so that one
# archive's indices are never taken for another's.
SEPARATOR = "."
# The files whose change asks for a new index; the reader has a version of its own.
SHAPED_BY = (
    ("mappings", ".json"),
    ("mappings", ".txt"),
    ("indexer", ".py"),
    ("records", "compounds.py"),
    ("records.embedding", ".py"),
)


@dataclass(frozen=True, slots=True)
class Builder:
    """Builds the index that an alias points at."""

    store: IndexStore
    alias: str
    replicas: int

    def is_current(self, signature: str) -> bool:
        """Tell whether the index in use was built from just this."""
        in_use = self.store.behind(self.alias)
        return len(in_use) == 1 and self.store.meta(in_use[0]).get("signature") == signature

    def build(self, documents: Iterable[tuple[str, Json]], model: ModelInfo, signature: str) -> str:
        """Build a new index of the documents, point the alias at it and return its name.

        :raises IndexIncomplete: if not every document can be counted; the old index then serves on.
        """
        self.prune()
        index = f"{self.alias}{SEPARATOR}{datetime.now(UTC):%Y%m%d%H%M%S%f}"
        meta = {"model": asdict(model), "signature": signature}
        with ExitStack() as undo:
            undo.callback(self._abandon, index)
            self.store.create(index, index_definition(model.dimension, self.replicas, meta))
            self._verify(index, self._fill(index, documents))
            self.store.swap(self.alias, index)
            undo.pop_all()
        self.prune()
        return index

    def prune(self) -> None:
        """Delete what earlier builds left: the indices of this archive that are not in use."""
        in_use = self.store.behind(self.alias)
        built = self.store.matching(f"{self.alias}{SEPARATOR}*")
        self.store.delete([index for index in built if index not in in_use])

    def _fill(self, index: str, documents: Iterable[tuple[str, Json]]) -> int:
        return sum(1 for _ in self.store.write(index, documents))

    def _verify(self, index: str, written: int) -> None:
        counted = self.store.count(index)
        if counted != written:
            raise IndexIncomplete(
                "Det nye indeks er ikke helt. Det gamle er stadig i brug; kør kommandoen igen.",
                f"{counted} of {written}",
            )

    def _abandon(self, index: str) -> None:
        # Where the node itself is gone, the next build prunes what this one began.
        with suppress(StoreError):
            self.store.delete([index])


def signature(*ingredients: object) -> str:
    """Return a digest of what an index is made from: the contents, and the code and data that shape it."""
    digest = hashlib.sha256(json.dumps(ingredients, default=str, sort_keys=True).encode())
    for package, pattern in SHAPED_BY:
        for file in sorted(files(package).iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(pattern):
                digest.update(file.read_bytes())
    return digest.hexdigest()
