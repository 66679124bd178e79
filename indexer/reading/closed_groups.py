"""Headings that close all punkter below them, as "LUKKET DAGSORDEN" does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.reading.headings import counted
from indexer.reading.line import Line
from indexer.reading.sections import Section
from records.marks_of_closure import closes_one, closes_what_follows

# A mark so close below a punkt's own heading, with text below it, is of that punkt.
_OWN_LINES = 2


@dataclass(slots=True)
class Closing:
    """Whether the punkter that come are closed by a heading above them.

    ``first`` is the number of the first that was; a lower one begins another list, which is open again.
    """

    goes_on: bool = False
    first: int | None = None
    next_alone: bool = False

    def follow(self, closes: bool | None) -> None:
        """Heed a heading that closes what follows it, or opens it."""
        if closes is not None:
            self.goes_on, self.first = closes, None

    def takes(self, number: str) -> bool:
        """Tell whether the punkt that begins is closed by a heading above it."""
        alone, self.next_alone = self.next_alone, False
        if self.goes_on and self.first is None:
            self.first = counted(number)
        self.goes_on = self.goes_on and counted(number) >= (self.first or 0)
        return alone or self.goes_on


def without_closing_heading(section: Section, closing: Closing) -> tuple[Section, bool]:
    """Return the section down to a heading for the punkter below it, and whether its own punkt is closed too.

    What stands below such a heading, as the titles of what is closed, goes.
    """
    lines = section.lines
    for place, line in enumerate(lines):
        closes = closes_what_follows(line.text)
        is_own = section.is_first and place < _OWN_LINES and place + 1 < len(lines)
        if closes is None or (closes and is_own):
            continue
        closing.follow(closes)
        return replace(section, lines=lines[:place]), closes and place == 0 and section.is_first
    closing.next_alone = not section.is_first and bool(lines) and closes_one(lines[-1].text)
    return section, False


def open_lines(lines: Sequence[Line], closing: Closing) -> Iterator[Line]:
    """Yield the lines above all punkter but those below a heading that closes: a list of what is closed."""
    hidden = False
    for line in lines:
        closes = closes_what_follows(line.text)
        if closes is None and not hidden:
            yield line
        elif closes is not None:
            hidden = closes
    if lines:
        closing.follow(closes_what_follows(lines[-1].text))
