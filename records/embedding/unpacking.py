"""Unpacks the weights once into the cache, whoever asks first, and remembers their revision."""

import hashlib
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from filelock import FileLock

from records.errors import EmbeddingError

Report = Callable[[str, float], None]
"""Told what is going on, in Danish, and which share of it is done, 0 to 1."""

_REVISION = re.compile(r"[0-9a-f]{64}")  # 64 hex digits
_LOCK_TIMEOUT_S: Final = 300.0  # unpacking takes 5 s on two cores; a slow disk may need minutes


def silent(step: str, share: float) -> None:
    """Report to nobody."""


def unpacked(folder: Path, write: Callable[[Path], None]) -> Path:
    """Return the folder, filled by ``write`` if it is not there yet.

    Several processes may ask at once. What a broken run left is done again; nobody sees the folder half full.

    :raises EmbeddingError: if it cannot be written.
    """
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{folder}.lock", timeout=_LOCK_TIMEOUT_S):
            if not folder.is_dir():
                _fill(folder, write)
    except OSError as error:  # FileLock's Timeout is one too
        raise EmbeddingError(
            f"Sprogmodellen kan ikke pakkes ud i {folder.parent}. Se efter, at der er plads på disken "
            "(350 MB) og ret til at skrive der, eller vælg en anden mappe med REFERATSOEG_CACHE_DIR.",
            detail=str(error),
        ) from error
    return folder


def _fill(folder: Path, write: Callable[[Path], None]) -> None:
    partial = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir()
    write(partial)
    partial.rename(folder)


def revision_of(files: Sequence[Path], cache: Path) -> str:
    """Return the sha256 of the files' content, one after the other, hex.

    It is remembered in the cache under the files' paths, sizes and times, for hashing takes 3 ms a megabyte.
    """
    remembered = cache / f"{_signature(files)}.sha256"
    if remembered.is_file() and _REVISION.fullmatch(revision := remembered.read_text("ascii", "replace")):
        return revision
    revision = _sha256(files)
    cache.mkdir(parents=True, exist_ok=True)
    partial = remembered.with_suffix(f".{id(files)}.partial")
    partial.write_text(revision, "ascii")
    partial.replace(remembered)
    return revision


def _signature(files: Sequence[Path]) -> str:
    stats = [(str(file.resolve()), file.stat()) for file in files]
    seen = "\n".join(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}" for path, stat in stats)
    return hashlib.sha256(seen.encode("utf-8", "surrogateescape")).hexdigest()


def _sha256(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()
