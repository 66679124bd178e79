"""Where the words of scanned pages stand, as text recognition found them, kept beside the originals."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """A word on a page as it is drawn; its edges are in points from the page's upper left corner."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float


# Is given a page's number and where its words stand.
Keeper = Callable[[int, Sequence[RecognisedWord]], None]


def forget(page: int, words: Sequence[RecognisedWord]) -> None:
    """Keep nothing."""


_WORDS = TypeAdapter(tuple[RecognisedWord, ...])


class RecognisedPages:
    """One archive's recognised pages, named by their document's id, which is its content."""

    def __init__(self, archive_dir: Path) -> None:
        self.folder = archive_dir / "recognised"

    def keep(self, document_id: str, page: int, words: Sequence[RecognisedWord]) -> None:
        """Write the words of a page, in place of those of an earlier recognition."""
        place = self._place(document_id, page)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, delete=False) as file:
            file.write(_WORDS.dump_json(tuple(words)))
        os.replace(file.name, place)

    def words(self, document_id: str, page: int) -> tuple[RecognisedWord, ...]:
        """Return the words of a page in the order they were read, none where it was not recognised."""
        try:
            return _WORDS.validate_json(self._place(document_id, page).read_bytes())
        except FileNotFoundError:
            return ()

    def _place(self, document_id: str, page: int) -> Path:
        return self.folder / document_id / f"{page}.json"
