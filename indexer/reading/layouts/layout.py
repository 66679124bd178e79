"""What a layout is: a description of how one house sets its minutes, as data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from records.models import PartKind

_Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of minutes looks.

    Each pattern is for a whole line. By ``signs`` the layout is told: the more are found, the surer.
    ``cover`` has groups ``body`` and perhaps ``date``; within ``cover_lines`` ``cover_sign`` must stand;
    ``cover_whole`` has the same groups, over the cover's first lines joined.
    ``punkt`` has ``number`` and perhaps ``title``; within four lines below it ``punkt_sign`` must stand,
    where there is one. ``sections`` maps a heading in small letters to the part that begins there, and
    ``first_part`` is where the text right below a punkt's heading stands.
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
    sections: Mapping[str, PartKind] = field(default_factory=dict)
    first_part: PartKind = PartKind.DAGSORDEN


def line_pattern(pattern: str) -> _Pattern:
    """Return a pattern for a whole line."""
    return re.compile(rf"^{pattern}$")
