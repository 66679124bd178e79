"""What a layout is: a description of how one house sets its minutes, as data."""

import re
from dataclasses import dataclass

from indexer.reading.layouts.vocabulary import part_under
from records.models import PartKind

_Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of minutes looks.

    Each pattern is for a whole line. By ``signs`` the layout is told: the more are found, the surer.
    ``cover`` has groups ``body`` and perhaps ``date``; within ``cover_lines`` ``cover_sign`` must stand;
    ``cover_whole`` has the same groups, over the cover's first lines joined.
    ``punkt`` has ``number`` and perhaps ``title``; within four lines below it ``punkt_sign`` must stand,
    where there is one; under ``counted`` only the lines that numbering marked open a punkt. With ``headed``
    the headings that minutes share part a punkt, ``beslutning`` has groups whose names begin with ``body``
    and ``date``, and ``first_part`` is where the text right below a punkt's heading stands.
    """

    name: str
    signs: tuple[_Pattern, ...]
    punkt: _Pattern
    punkt_sign: _Pattern | None = None
    cover: _Pattern | None = None
    cover_sign: _Pattern | None = None
    cover_lines: int = 3
    cover_whole: _Pattern | None = None
    toc: _Pattern | None = None
    category: _Pattern | None = None
    beslutning: _Pattern | None = None
    referat: _Pattern | None = None
    overblik: _Pattern | None = None
    headed: bool = False
    counted: bool = False
    first_part: PartKind = PartKind.DAGSORDEN

    def part_under(self, heading: str) -> PartKind | None:
        """Return the part that begins below a heading within a punkt, None where the line is none."""
        return part_under(heading) if self.headed else None


def line_pattern(pattern: str) -> _Pattern:
    """Return a pattern for a whole line."""
    return re.compile(rf"^{pattern}$")
