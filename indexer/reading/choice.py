"""Choosing the layout of a file: by the signs that are found in it, and by its numbers."""

from collections.abc import Sequence

from indexer.reading.covers import is_cover_page
from indexer.reading.headings import heading_at
from indexer.reading.layouts import NUMBERED, SIGNED, Layout
from indexer.reading.layouts.vocabulary import BESLUTNING
from indexer.reading.line import Line

# One sign alone may stand in any text; every known file shows two or more.
_SIGNS_NEEDED = 2
# Minutes without a cover have a decision under so many of their items.
_DECISIONS_NEEDED = 2


def layout_of(texts: Sequence[str], lines: Sequence[Line]) -> Layout | None:
    """Return the layout with most signs among the texts, None where the file fits none.

    Where the numbers tell of more items than that layout knows, the file is another house's.
    """
    best = _by_signs(texts, lines)
    counted = [index for index, line in enumerate(lines) if line.opens]
    if best is not None and not best.headed and any(best.punkt.match(line.text) for line in lines):
        # What it calls a punkt may stand in another body's dagsorden, in a bilag of minutes with decisions.
        elsewhere = counted and not any(best.punkt.match(lines[index].text) for index in counted)
        if not (elsewhere and _decisions(lines) >= _DECISIONS_NEEDED):
            return best
    known = [index for index in counted if best and heading_at(lines, index, best)]
    return NUMBERED if len(counted) > len(known) and _are_minutes(lines) else best


def _by_signs(texts: Sequence[str], lines: Sequence[Line]) -> Layout | None:
    best, score = None, 0
    for layout in SIGNED:
        found = sum(any(sign.match(text) for text in texts) for sign in layout.signs)
        found += any(layout.punkt.match(line.text) for line in lines)
        if found > score:
            best, score = layout, found
    return best if score >= _SIGNS_NEEDED else None


def _are_minutes(lines: Sequence[Line]) -> bool:
    """Tell whether numbered items are a meeting's: chapters have neither a cover nor decisions."""
    return is_cover_page(lines, 0) or _decisions(lines) >= _DECISIONS_NEEDED


def _decisions(lines: Sequence[Line]) -> int:
    return sum(bool(BESLUTNING.match(line.text)) for line in lines)
