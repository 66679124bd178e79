"""Pages that a mark beside the running text closes: a stamp, a running head, a line at the top."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from indexer.reading.evidence import RunningText
from indexer.reading.told_openly import told_openly
from records.marks_of_closure import marks_page, stated_access, strictest
from records.models import MINUTES, Access, Meeting, Part, PartKind, Punkt

# What closes its punkt with it: a decision that may not be read is no punkt to show.
_BEARING = frozenset({*MINUTES, PartKind.INDSTILLING})


def closed_pages(text: RunningText) -> Mapping[int, Access]:
    """Return the pages that are closed, whatever was read from them."""
    found: defaultdict[int, list[Access]] = defaultdict(list)
    for item in text.evidence:
        found[item.page].append(stated_access(item.text.splitlines()) or Access.OPEN)
    for line in text.lines:
        if line.top and marks_page(line.text):
            found[line.page].append(stated_access([line.text]) or Access.CLOSED)
    strict = ((page, strictest(levels)) for page, levels in found.items())
    return {page: level for page, level in strict if level is not Access.OPEN}


def with_closed_pages(meeting: Meeting, closed: Mapping[int, Access]) -> Meeting:
    """Return the meeting with all closed that stands on closed pages."""
    return replace(meeting, punkter=tuple(_closed(punkt, closed) for punkt in meeting.punkter))


def _closed(punkt: Punkt, closed: Mapping[int, Access]) -> Punkt:
    parts = tuple(
        replace(part, access=strictest([part.access, _on_pages(part, closed)])) for part in punkt.parts
    )
    if punkt.access is not Access.OPEN or parts == punkt.parts:
        return punkt
    shut = [part for part, before in zip(parts, punkt.parts, strict=True) if part != before]
    if any(part.kind in _BEARING for part in shut) or all(part.access is not Access.OPEN for part in parts):
        return replace(punkt, access=strictest(part.access for part in shut))
    return told_openly(replace(punkt, parts=parts))


def _on_pages(part: Part, closed: Mapping[int, Access]) -> Access:
    pages = {page for one in part.paragraphs for page in range(one.page, one.last_page + 1)}
    return strictest(closed.get(page, Access.OPEN) for page in pages)
