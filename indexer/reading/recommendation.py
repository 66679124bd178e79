"""The recommendation itself within the document that carries it, often set in a box beside the text."""

import re
from collections.abc import Sequence

from indexer.reading.line import Line

_BOX = re.compile(r"^Det indstilles\b", re.IGNORECASE)
_ITEM = re.compile(r"^(?:\d{1,2}[.)]|[a-zA-Z]\)|[-•]|At \d+\)|at )")
# "2. Beslutningspunkter", "Indstilling" as a heading of its own
_HEADING = re.compile(r"^(?:\d{1,2}\. )?(?:Beslutningspunkt(?:er)?|Indstilling(?:er)?)$")
_NEXT_HEADING = re.compile(r"^\d{1,2}\. [A-ZÆØÅ]")
_BOX_LINES = 25


def parted_recommendation(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines without the recommendation, and those of the recommendation."""
    start = next((index for index, line in enumerate(lines) if _BOX.match(line.text)), None)
    if start is not None:
        end = _box_end(lines, start)
        return [*lines[:start], *lines[end:]], list(lines[start:end])
    for index, line in enumerate(lines[:-1]):
        if _HEADING.match(line.text) and not line.text.isupper() and index > 2:
            end = index + 1
            while end < len(lines) and not _NEXT_HEADING.match(lines[end].text) and end - index < _BOX_LINES:
                end += 1
            return [*lines[: index + 1], *lines[end:]], list(lines[index + 1 : end])
    return list(lines), []


def _box_end(lines: Sequence[Line], start: int) -> int:
    end = start + 1
    while end < len(lines) and end - start < _BOX_LINES:
        line = lines[end]
        if line.top or line.page != lines[start].page:
            break
        if line.gap and not _ITEM.match(line.text):
            break
        end += 1
    return end
