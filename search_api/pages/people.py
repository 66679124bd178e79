"""Names in a line of text."""

from collections.abc import Sequence

from search_api.pages.microcopy import MICROCOPY

# Two lines on a wide screen; the punkt's own page has them all. One punkt of the demo corpus has 26.
MOST_NAMED = 4


def named(people: Sequence[str]) -> str:
    """Return the first few names, and how many more there are."""
    shown = ", ".join(people[:MOST_NAMED])
    if len(people) <= MOST_NAMED:
        return shown
    return str(MICROCOPY.search.and_others.format(names=shown, n=len(people) - MOST_NAMED))
