"""Taking files into the archive: found, recognised by content, and kept."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from indexer.progress import Progress
from records.errors import ConfigurationError
from records.ledger import Ledger, LedgerFile
from records.models import Rejection
from records.originals import OriginalStore

# What the reader can read; other files in a folder are left alone, but a file named outright is tried.
READABLE_SUFFIXES = frozenset({".pdf", ".txt", ".docx", ".html", ".htm"})


def found_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that the paths name, folders searched through, each once and in order.

    :raises ConfigurationError: if a path does not exist.
    """
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise ConfigurationError(f"»{path}« findes ikke. Ret stien, og prøv igen.")
        candidates = sorted(_readable_below(path)) if path.is_dir() else [path]
        for candidate in candidates:
            resolved = candidate.resolve()
            if resolved not in seen:
                seen.add(resolved)
                yield resolved


def take_in(
    files: Iterable[Path], ledger: Ledger, originals: OriginalStore, progress: Progress
) -> Iterator[tuple[LedgerFile, Rejection | None]]:
    """Keep each file, record it in the ledger, and yield it, with the reason where that could not be done."""
    for path in files:
        # A name need not be text; the ledger's is.
        name = os.fsencode(path).decode("utf-8", "replace")
        try:
            size_bytes = path.stat().st_size
            digest = originals.keep(path)
        except OSError as error:
            yield LedgerFile(name, "", 0), Rejection("fejl", f"Filen kan ikke hentes ind: {error.strerror}.")
        else:
            ledger.take_in(name, digest, size_bytes)
            yield LedgerFile(name, digest, size_bytes), None
        progress.advance()


def _readable_below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix.lower() in READABLE_SUFFIXES and not path.name.startswith("."):
            yield path
