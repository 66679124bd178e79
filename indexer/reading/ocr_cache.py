"""What text recognition has found, kept by document and page, so that no page is recognised twice."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from indexer.reading.ocr import LANGUAGE, Word, engine_version
from indexer.reading.recognition import Recognised

# A dense page takes 9 kB, so that the file stays below 200 MB; the oldest make room.
MOST_PAGES = 20_000
# What a page's words follow from; how they are put together as lines is decided anew at every reading.
_SHAPED_BY = ("leader_dots.py", "ocr.py", "page_image.py", "recognition.py")
_WAIT_S = 60.0


class OcrCache(Protocol):
    """What was recognised of one file."""

    def get(self, page: int) -> Recognised | None:
        """Return what was recognised on a page, None where it has not been, or by another recogniser."""

    def put(self, page: int, found: Recognised) -> None:
        """Keep what was recognised on a page."""


class _NoCache:
    def get(self, page: int) -> Recognised | None:
        return None

    def put(self, page: int, found: Recognised) -> None:
        pass


NO_CACHE: OcrCache = _NoCache()


class FileOcrCache:
    """The recognised pages of a document in an SQLite file, which documents and processes share."""

    def __init__(self, file: Path, document_id: str, most_pages: int = MOST_PAGES) -> None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = file
        self._document_id = document_id
        self._most_pages = most_pages
        with suppress(sqlite3.Error), self._connection() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("CREATE TABLE IF NOT EXISTS page (key TEXT UNIQUE, words BLOB)")

    def get(self, page: int) -> Recognised | None:
        """Return what was recognised on a page, None where it has not been, or by another recogniser."""
        row = None
        # Without a cache that can be read, or written below, pages are recognised as if there were none.
        with suppress(sqlite3.Error), self._connection() as connection:
            row = connection.execute("SELECT words FROM page WHERE key = ?", (self._key(page),)).fetchone()
        if row is None:
            return None
        width, height, words = json.loads(zlib.decompress(row[0]))
        return Recognised(width, height, tuple(_word(*fields) for fields in words))

    def put(self, page: int, found: Recognised) -> None:
        """Keep what was recognised on a page; beyond the most pages the oldest are forgotten."""
        fields = json.dumps([found.width, found.height, [astuple(word) for word in found.words]])
        with suppress(sqlite3.Error), self._connection() as connection:
            row = (self._key(page), zlib.compress(fields.encode()))
            connection.execute("INSERT OR REPLACE INTO page VALUES (?, ?)", row)
            oldest = "(SELECT max(rowid) FROM page) - ?"
            connection.execute(f"DELETE FROM page WHERE rowid <= {oldest}", (self._most_pages,))

    def _key(self, page: int) -> str:
        return f"{self._document_id}/{page}/{_recogniser()}"

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file, timeout=_WAIT_S)) as connection, connection:
            yield connection


def _word(
    text: str, confidence: float, line: list[int], left: int, top: int, right: int, bottom: int
) -> Word:
    block, paragraph, row = line
    return Word(text, confidence, (block, paragraph, row), left, top, right, bottom)


@cache
def _recogniser() -> str:
    """Return a digest of the engine, the language and the code that a page's words follow from."""
    digest = hashlib.sha256(f"{engine_version()} {LANGUAGE}".encode())
    for name in _SHAPED_BY:
        digest.update(files("indexer.reading").joinpath(name).read_bytes())
    return digest.hexdigest()
