"""The archive's ledger: every file that was ever taken in, what became of it, and what was read from it.

One SQLite file per archive. The index is a pure function of the ledger, so it can be built again at any time.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter

from records.errors import ConfigurationError
from records.models import Access, Reading, Rejection
from records.originals import ID_DIGITS
from records.personal_numbers import masked

BUSY_TIMEOUT_S = 30

_SCHEMA = """
CREATE TABLE IF NOT EXISTS file (
    path TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    taken_in TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS withdrawal (
    digest TEXT PRIMARY KEY,
    withdrawn_at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS content (
    digest TEXT PRIMARY KEY,
    reader_version TEXT NOT NULL,
    reading BLOB,
    rejection TEXT,
    read_at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS closure (
    document_id TEXT PRIMARY KEY,
    access TEXT NOT NULL,
    all_of_it INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS replacement (
    old_digest TEXT PRIMARY KEY,
    new_digest TEXT NOT NULL,
    replaced TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS build (
    alias TEXT PRIMARY KEY,
    report TEXT NOT NULL
);
"""

_IN_USE = "digest NOT IN (SELECT digest FROM withdrawal)"
_IS_DOCUMENT = f"substr(digest, 1, {ID_DIGITS}) = ?1"

_READING = TypeAdapter(Reading)
_REJECTION = TypeAdapter(Rejection)


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """A file as the archive knows it; ``path`` is where it came from."""

    path: str
    digest: str
    size_bytes: int

    @property
    def name(self) -> str:
        """The file's own name, as it may be shown."""
        return masked(Path(self.path).name)


@dataclass(frozen=True, slots=True)
class FileClosure:
    """Who may read a file, seen with all files of its meetings, and whether nothing in it is open."""

    access: Access
    all_of_it: bool


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What the index in use holds; ``open_passages`` and ``open_meetings`` leave out what is closed."""

    built_at: str
    index: str
    model: str
    passages: int
    open_passages: int
    meetings: int
    open_meetings: int


def make_private(archive_dir: Path) -> None:
    """Make the archive's folder, which holds what is closed too, for nobody but its owner.

    :raises ConfigurationError: if it cannot be made.
    """
    try:
        archive_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            f"Mappen {archive_dir} kan ikke oprettes. Vælg en anden med REFERATSOEG_DATA_DIR.", error.strerror
        ) from error


class Ledger:
    """Reads and writes one archive's ledger."""

    def __init__(self, archive_dir: Path) -> None:
        make_private(archive_dir)
        self._file = archive_dir / "ledger.sqlite"
        with self._connection() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.executescript(_SCHEMA)

    def take_in(self, path: str, digest: str, size_bytes: int) -> None:
        """Record the file; other content under the same path replaces what was there."""
        with self._connection() as connection:
            old = connection.execute("SELECT digest FROM file WHERE path = ?", (path,)).fetchone()
            if old and old[0] != digest:
                connection.execute(
                    "INSERT OR REPLACE INTO replacement VALUES (?, ?, ?)", (old[0], digest, _now())
                )
            connection.execute("DELETE FROM replacement WHERE old_digest = ?", (digest,))
            connection.execute(
                "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", (path, digest, size_bytes, _now())
            )

    def record(self, digest: str, reader_version: str, outcome: Reading | Rejection) -> None:
        """Keep what came of reading the content."""
        reading = rejection = None
        if isinstance(outcome, Reading):
            reading = zlib.compress(_READING.dump_json(outcome))
        else:
            rejection = _REJECTION.dump_json(outcome).decode()
        with self._connection() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO content VALUES (?, ?, ?, ?, ?)",
                (digest, reader_version, reading, rejection, _now()),
            )

    def unread(self, reader_version: str) -> list[LedgerFile]:
        """Return the files whose content this version of the reader has not read, one for each content."""
        return _one_for_each_content(
            self._files(
                f"{_IN_USE} AND digest NOT IN (SELECT digest FROM content WHERE reader_version = ?)",
                reader_version,
            )
        )

    def readings(self) -> Iterator[tuple[LedgerFile, Reading]]:
        """Yield each file in use with what was read from it, one for each content, in the order of paths."""
        for file in _one_for_each_content(self.files()):
            outcome = self.outcome(file.digest)
            if isinstance(outcome, Reading):
                yield file, outcome

    def outcome(self, digest: str) -> Reading | Rejection | None:
        """Return what came of reading the content, None where it has not been read."""
        with self._connection() as connection:
            row = connection.execute(
                "SELECT reading, rejection FROM content WHERE digest = ?", (digest,)
            ).fetchone()
        if row is None:
            return None
        if row[0] is not None:
            return _READING.validate_json(zlib.decompress(row[0]))
        return _REJECTION.validate_json(row[1])

    def withdraw(self, document_id: str) -> list[LedgerFile]:
        """Withdraw the document and return its files, none where the archive never had it.

        The same content stays out if it is taken in again.
        """
        files = self._files(_IS_DOCUMENT, document_id)
        with self._connection() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO withdrawal VALUES (?, ?)", [(file.digest, _now()) for file in files]
            )
        return files

    def successor(self, document_id: str) -> str | None:
        """Return the digest of the newest content that replaced the document, None where none did."""
        newest: list[str] = []
        query = f"SELECT new_digest FROM replacement WHERE substr(old_digest, 1, {ID_DIGITS}) = ?"
        with self._connection() as connection:
            while row := connection.execute(query, (document_id,)).fetchone():
                if row[0] in newest:
                    break
                newest.append(row[0])
                document_id = row[0][:ID_DIGITS]
        return newest[-1] if newest else None

    def readings_of(self, document_id: str) -> list[Reading]:
        """Return what was read from the document, in use or not; empty where it is not known."""
        with self._connection() as connection:
            rows = connection.execute(
                f"SELECT reading FROM content WHERE {_IS_DOCUMENT} AND reading IS NOT NULL", (document_id,)
            ).fetchall()
        return [_READING.validate_json(zlib.decompress(row[0])) for row in rows]

    def is_withdrawn(self, document_id: str) -> bool:
        """Tell whether the document was here and has been withdrawn."""
        return bool(self._files(f"NOT {_IN_USE} AND {_IS_DOCUMENT}", document_id))

    def record_closures(self, closures: Mapping[str, FileClosure]) -> None:
        """Keep by document what closes it, of all in use; what was withdrawn keeps what it had.

        Another file of the same meeting may close what a file by itself holds open.
        """
        with self._connection() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO closure VALUES (?, ?, ?)",
                [(key, str(one.access), one.all_of_it) for key, one in closures.items()],
            )

    def closures(self) -> dict[str, FileClosure]:
        """Return by document what closes it."""
        with self._connection() as connection:
            rows = connection.execute("SELECT document_id, access, all_of_it FROM closure").fetchall()
        return {key: FileClosure(Access(access), bool(all_of_it)) for key, access, all_of_it in rows}

    def record_build(self, alias: str, report: BuildReport) -> None:
        """Keep the report of the build that the alias points at."""
        with self._connection() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO build VALUES (?, ?)", (alias, json.dumps(asdict(report)))
            )

    def files(self) -> list[LedgerFile]:
        """Return every file in use, in the order of paths."""
        return self._files(_IN_USE)

    def withdrawn_files(self) -> list[LedgerFile]:
        """Return every file that has been withdrawn, in the order of paths."""
        return self._files(f"NOT {_IN_USE}")

    def last_build(self, alias: str) -> BuildReport | None:
        """Return the report of the build behind the alias, None before this version's first."""
        with self._connection() as connection:
            row = connection.execute("SELECT report FROM build WHERE alias = ?", (alias,)).fetchone()
        told = json.loads(row[0]) if row else {}
        # A report by another version of the program, which knew other things, is as good as none.
        return BuildReport(**told) if told.keys() == BuildReport.__dataclass_fields__.keys() else None

    def _files(self, condition: str, *values: str) -> list[LedgerFile]:
        query = f"SELECT path, digest, size_bytes FROM file WHERE {condition} ORDER BY path"
        with self._connection() as connection:
            return [LedgerFile(*row) for row in connection.execute(query, values)]

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file, timeout=BUSY_TIMEOUT_S)) as connection, connection:
            yield connection


def _one_for_each_content(files: Iterable[LedgerFile]) -> list[LedgerFile]:
    return list({file.digest: file for file in files}.values())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
