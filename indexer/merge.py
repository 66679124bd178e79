"""One archive out of many files: the same meeting read from several files becomes one meeting."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from indexer.closed_bilag import with_closed_bilag
from indexer.reading.bilag_lists import bilag_access
from records.models import Access, Bilag, Meeting, PageSpan, Punkt

T = TypeVar("T")

# How a date is known, surest first.
_SUREST = {"stated": 0, "inferred": 1, "unknown": 2}


def merged_meetings(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return each meeting once, with the punkter of every file that holds some of it, in the order of ids."""
    by_id = sorted(meetings, key=lambda meeting: (meeting.id, _SUREST[meeting.date_source]))
    return [_merged(list(group)) for _, group in groupby(by_id, key=lambda meeting: meeting.id)]


def _merged(same: list[Meeting]) -> Meeting:
    surest = same[0]
    punkter: dict[str, Punkt] = {}
    for punkt in (punkt for meeting in same for punkt in meeting.punkter):
        punkter[punkt.id] = _joined(punkter[punkt.id], punkt) if punkt.id in punkter else punkt
    evidence = tuple(dict.fromkeys(line for meeting in same for line in meeting.evidence))
    return replace(surest, punkter=tuple(map(with_closed_bilag, punkter.values())), evidence=evidence)


def _joined(first: Punkt, second: Punkt) -> Punkt:
    """Return the punkt with what both files know of it; closure in either closes it."""
    return replace(
        first,
        pages=PageSpan(min(first.pages.first, second.pages.first), max(first.pages.last, second.pages.last)),
        category=first.category or second.category,
        minutes=first.minutes or second.minutes,
        access=first.access if first.access is not Access.OPEN else second.access,
        sag=_union(first.sag, second.sag),
        indstilling=first.indstilling or second.indstilling,
        beslutning=first.beslutning or second.beslutning,
        follow_ups=_union(first.follow_ups, second.follow_ups),
        ansvarlig=_union(first.ansvarlig, second.ansvarlig),
        bilag=_bilag(first.bilag + second.bilag),
        parts=first.parts + second.parts,
        budget_items=_union(first.budget_items, second.budget_items),
    )


def _bilag(both: tuple[Bilag, ...]) -> tuple[Bilag, ...]:
    """Return each bilag once, closed where either file closes it."""
    seen = {one.number or one.title: one for one in reversed(both)}
    return tuple(
        replace(one, access=bilag_access(both, one.number, one.title)) for one in reversed(seen.values())
    )


def _union(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(first + second))
