"""Choosing the layout of a file by the signs that are found in it."""

from collections.abc import Sequence

from indexer.reading.layouts.agenda_system import AGENDA_SYSTEM
from indexer.reading.layouts.committee_minutes import COMMITTEE_MINUTES
from indexer.reading.layouts.layout import Layout
from indexer.reading.layouts.open_items import OPEN_ITEMS
from indexer.reading.layouts.raadmandsmoede import WITH_BESLUTNING, WITH_REFERAT
from indexer.reading.line import Line

LAYOUTS = (WITH_BESLUTNING, WITH_REFERAT, AGENDA_SYSTEM, COMMITTEE_MINUTES, OPEN_ITEMS)
# One sign alone may stand in any text; every known file shows two or more.
_SIGNS_NEEDED = 2


def layout_of(texts: Sequence[str], lines: Sequence[Line]) -> Layout | None:
    """Return the layout with most signs among the texts, None where the file fits none."""
    best, score = None, 0
    for layout in LAYOUTS:
        found = sum(any(sign.match(text) for text in texts) for sign in layout.signs)
        found += any(layout.punkt.match(line.text) for line in lines)
        if found > score:
            best, score = layout, found
    return best if score >= _SIGNS_NEEDED else None
