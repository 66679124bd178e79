"""Passages get their vectors; what was embedded once is not embedded again."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from records.embedding import Embedder, embedding_text
from records.models import Passage

# Passages gathered before they are embedded: enough that sorting by length pays, few enough that a run
# that is cut off loses only seconds.
GATHERED = 128

Vector = NDArray[np.float32]


class VectorCache:
    """Vectors by the text they stand for and the model that made them, in one SQLite file."""

    def __init__(self, archive_dir: Path, revision: str) -> None:
        archive_dir.mkdir(parents=True, exist_ok=True)
        self._file = archive_dir / "vectors.sqlite"
        self._revision = revision
        with self._connection() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("CREATE TABLE IF NOT EXISTS vector (key BLOB PRIMARY KEY, vector BLOB)")

    def get(self, text: str) -> Vector | None:
        """Return the vector of the text, None where it has not been embedded."""
        with self._connection() as connection:
            row = connection.execute("SELECT vector FROM vector WHERE key = ?", (self._key(text),)).fetchone()
        return np.frombuffer(row[0], np.float32) if row else None

    def put(self, texts: Iterable[str], vectors: Iterable[Vector]) -> None:
        """Keep the texts' vectors."""
        rows = [(self._key(text), vector.tobytes()) for text, vector in zip(texts, vectors, strict=True)]
        with self._connection() as connection:
            connection.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", rows)

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self._revision}\0{text}".encode()).digest()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file)) as connection, connection:
            yield connection


def with_vectors(
    passages: Iterable[Passage], embedder: Embedder, cache: VectorCache
) -> Iterator[tuple[Passage, Vector]]:
    """Yield each passage with its vector, ``(dim,) float32, unit length``, in order."""
    remaining = iter(passages)
    while batch := list(islice(remaining, GATHERED)):
        texts = [embedding_text(passage) for passage in batch]
        known = {text: vector for text in texts if (vector := cache.get(text)) is not None}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            vectors = embedder.embed_passages(missing)
            cache.put(missing, vectors)
            known |= dict(zip(missing, vectors, strict=True))
        yield from ((passage, known[text]) for passage, text in zip(batch, texts, strict=True))
