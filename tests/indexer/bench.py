"""An archive to try things on, with an embedder that costs nothing."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from indexer.progress import Silent
from indexer.run import Indexer, RunReport
from records.embedding import ModelInfo, Vectors
from records.settings import Settings
from records.store import IndexStore


class HashEmbedder:
    """Gives every text a unit vector of its own."""

    model = ModelInfo("hash", "1", 8, "none")
    max_tokens = 400

    def __init__(self) -> None:
        self.embedded = 0

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        return np.stack([_unit_vector(text) for text in texts])

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return np.stack([_unit_vector(text) for text in texts])


def _unit_vector(text: str) -> Vectors:
    vector = np.frombuffer(hashlib.sha256(text.encode()).digest()[:8], np.uint8).astype(np.float32) + 1
    return vector / np.linalg.norm(vector)


class Bench:
    """One archive on a real node, and what a test asks of it."""

    def __init__(self, settings: Settings, url: str) -> None:
        self.settings = settings
        self.embedder = HashEmbedder()
        self.store = IndexStore(url, settings.opensearch)
        self.indexer = Indexer(settings, self.store, self.embedder)

    def index(self, *paths: Path) -> RunReport:
        return self.indexer.index(paths, Silent())

    def count(self) -> int:
        return self.store.count(self.settings.index)
