"""A folder of what can be made anew, kept under a size: what has lain unused longest goes first."""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import structlog

# Emptied to this share at a time, so that the folder is looked through once in a few hundred pictures.
KEPT_SHARE = 0.9

log = structlog.get_logger()


class FileCache:
    """Contents by name."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._held_bytes: int | None = None
        self._counting = threading.Lock()

    def content(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return the content of this name, made and kept where it was not there."""
        kept = self._kept(name)
        if kept is not None:
            return kept
        made = make()
        try:
            self._keep(name, made)
        except OSError as error:
            # A full disk makes the pages slower, not broken.
            log.warning("kan ikke gemmes", error=error.strerror)
        return made

    def _kept(self, name: str) -> bytes | None:
        place = self._folder / name
        try:
            content = place.read_bytes()
            os.utime(place)
        except OSError:
            return None
        return content

    def _keep(self, name: str, content: bytes) -> None:
        """Write the content in one step, and make room."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(unfinished, self._folder / name)
        with self._counting:
            if self._held_bytes is not None:
                self._held_bytes += len(content)
            if self._held_bytes is None or self._held_bytes > self._most_bytes:
                self._held_bytes = self._thinned()

    def _thinned(self) -> int:
        """Take out what was used longest ago where there is too much, and return how much is left."""
        files = sorted(self._files())
        held = sum(size for _, size, _ in files)
        if held <= self._most_bytes:
            return held
        for _, size, path in files:
            if held <= self._most_bytes * KEPT_SHARE:
                break
            path.unlink(missing_ok=True)
            held -= size
        return held

    def _files(self) -> Iterator[tuple[int, int, Path]]:
        """Yield when each file was used last, in nanoseconds, its size and its place."""
        for path in self._folder.iterdir():
            # Another process may be making room too.
            with suppress(FileNotFoundError):
                found = path.stat()
                yield found.st_mtime_ns, found.st_size, path
