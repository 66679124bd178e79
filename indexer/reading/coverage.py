"""How much of a file's text has found its place in some part."""

from collections.abc import Iterable, Iterator, Sequence

from indexer.reading.headings import heading_at
from indexer.reading.layouts import Layout
from indexer.reading.line import Line
from indexer.reading.units import UnitKind, units
from records.models import Meeting


def coverage(lines: Sequence[Line], layout: Layout | None, meetings: Iterable[Meeting]) -> float:
    """Return the share of letters and digits, the structure's own headings aside, that stand in some part."""
    total = sum(_letters(lines[index].text) for index in _running(lines, layout))
    covered = sum(_letters(text) for text in _placed(meetings))
    return round(min(1.0, covered / total), 4) if total else 1.0


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _placed(meetings: Iterable[Meeting]) -> Iterator[str]:
    for meeting in meetings:
        for punkt in meeting.punkter:
            for part in punkt.parts:
                heading = None
                for paragraph in part.paragraphs:
                    yield paragraph.text
                    if paragraph.heading and paragraph.heading != heading:
                        yield paragraph.heading
                    heading = paragraph.heading


def _running(lines: Sequence[Line], layout: Layout | None) -> Iterator[int]:
    """Yield the lines that are text; covers, contents and the headings of punkter live on as structure."""
    if layout is None:
        yield from range(len(lines))
        return
    for unit in units(lines, layout):
        if unit.kind in (UnitKind.COVER, UnitKind.TOC):
            continue
        index = unit.start
        while index < unit.end:
            heading = heading_at(lines, index, layout)
            if heading and unit.kind in (UnitKind.PUNKTER, UnitKind.REFERAT):
                index += heading.length
                continue
            if not _is_structure(lines[index].text, layout):
                yield index
            index += 1


def _is_structure(text: str, layout: Layout) -> bool:
    patterns = (layout.referat, layout.overblik, layout.category, layout.beslutning)
    return any(pattern.match(text) for pattern in patterns if pattern)
