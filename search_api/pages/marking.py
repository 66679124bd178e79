"""Where words and passages stand on a page.

Text and page are compared letter by letter, without blanks, marks and hyphens: so a word that is divided
between two lines, and a passage that runs over many, are found as they were read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from search_api.pages.pdf_page import Box, PageLayout, Run

# Where a passage is not on the page in one piece (it runs over a page break, or furniture stands in it), its
# pieces of this many letters are looked for; shorter ones are found by chance too.
PIECE = 24


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on a page."""

    words: tuple[Box, ...]
    passage: tuple[Box, ...]


def marks(layout: PageLayout, words: Iterable[str], passage: str | None) -> Marks:
    """Return the places of the words and of the passage."""
    stream = _Stream(layout.runs)
    found = [box for word in dict.fromkeys(map(letters_of, words)) for box in stream.word(word)]
    return Marks(tuple(found), tuple(stream.passage(letters_of(passage or ""))))


def letters_of(text: str) -> str:
    """Return the letters and digits of the text, small."""
    return "".join(c for c in text.lower() if c.isalnum())


class _Stream:
    """The page's letters in one line, each of which knows its run."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        pieces = [letters_of(run.text) for run in runs]
        self._text = "".join(pieces)
        self._run_at = [index for index, piece in enumerate(pieces) for _ in piece]
        ends = list(accumulate(map(len, pieces)))
        self._edges = {0, *ends}

    def word(self, word: str) -> Iterator[Box]:
        """Yield the places of a whole word; one that is divided has two."""
        for start in _occurrences(self._text, word):
            if start in self._edges and start + len(word) in self._edges:
                yield from self._lines(set(self._run_at[start : start + len(word)]))

    def passage(self, passage: str) -> Iterator[Box]:
        """Yield a rectangle for each line that the passage fills."""
        if not passage:
            return
        start = self._text.find(passage)
        if start >= 0:
            yield from self._lines(set(self._run_at[start : start + len(passage)]))
            return
        yield from self._lines({run for place in self._pieces(passage) for run in place})

    def _pieces(self, passage: str) -> Iterator[list[int]]:
        known = {passage[i : i + PIECE] for i in range(len(passage) - PIECE + 1)}
        for start in range(len(self._text) - PIECE + 1):
            if self._text[start : start + PIECE] in known:
                yield self._run_at[start : start + PIECE]

    def _lines(self, numbers: set[int]) -> Iterator[Box]:
        """Yield the runs' rectangles, neighbours on one line joined."""
        last, box = -1, None
        for number in sorted(numbers):
            place = self._runs[number].box
            if box and number == last + 1 and place.is_beside(box):
                box = box.joined(place)
            else:
                if box:
                    yield box
                box = place
            last = number
        if box:
            yield box


def _occurrences(text: str, word: str) -> Iterator[int]:
    if word:
        yield from (found.start() for found in re.finditer(re.escape(word), text))
