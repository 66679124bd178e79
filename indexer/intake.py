"""Taking files into the archive: found, recognised by content, and kept."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from indexer.progress import Progress
from records.errors import ConfigurationError
from records.ledger import Ledger
from records.originals import OriginalStore, content_digest

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


def take_in(files: Iterable[Path], ledger: Ledger, originals: OriginalStore, progress: Progress) -> int:
    """Keep each file and record it in the ledger; return how many there were."""
    count = 0
    for path in files:
        digest = content_digest(path)
        originals.keep(path, digest)
        ledger.take_in(str(path), digest, path.stat().st_size)
        count += 1
        progress.advance()
    return count


def _readable_below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix.lower() in READABLE_SUFFIXES and not path.name.startswith("."):
            yield path
