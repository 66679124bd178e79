"""Where in a passage's text its paragraphs begin, and where a further page does."""

from collections.abc import Sequence
from dataclasses import dataclass

from records.models import Paragraph

Turns = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Places in a text: ``starts`` are where paragraphs begin, ``turns`` where further pages do."""

    starts: tuple[int, ...]
    turns: Turns

    def within(self, first: int, last: int) -> "Places":
        """Return the places in the stretch from ``first`` up to ``last``, counted from its beginning."""
        starts = {max(place - first, 0) for place in self.starts if place < last}
        turns = {max(place - first, 0): page for place, page in self.turns if place < last}
        return Places(tuple(sorted(starts)), tuple(turns.items()))


def one_text(paragraphs: Sequence[Paragraph]) -> str:
    """Return the paragraphs' text as one, white space normalised."""
    return _squeezed(" ".join(paragraph.text for paragraph in paragraphs))


def places(paragraphs: Sequence[Paragraph]) -> Places:
    """Return the places in the :func:`one_text` of the paragraphs; where its first page begins is no turn."""
    starts: list[int] = []
    pages: dict[int, int] = {}
    for number, paragraph in enumerate(paragraphs):
        start = _next_place(one_text(paragraphs[:number]))
        starts.append(start)
        pages[start] = paragraph.page
        for place, page in paragraph.turns:
            pages[start + _next_place(_squeezed(paragraph.text[:place]))] = page
    before = [min(paragraph.page for paragraph in paragraphs), *pages.values()]
    turns = [turn for turn, page in zip(pages.items(), before, strict=False) if turn[1] != page]
    return Places(tuple(starts), tuple(turns))


def _next_place(before: str) -> int:
    return len(before) + 1 if before else 0


def _squeezed(text: str) -> str:
    return " ".join(text.split())
