"""How much of a file's text has found its place in some part."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from indexer.reading.grouping import cover_head
from indexer.reading.headings import heading_at
from indexer.reading.layouts import Layout
from indexer.reading.line import Line
from indexer.reading.units import Unit, UnitKind, is_toc_line, units
from records.models import Meeting

# Runs of so many letters: long enough that a line's own are hardly made up by other lines, and blind to
# where lines were joined.
_RUN = 3
_WORD = re.compile(r"[^\W_]+")


def coverage(lines: Sequence[Line], layout: Layout | None, meetings: Iterable[Meeting]) -> float:
    """Return the share of the running text that stands in some part.

    Text counts as runs of letters and digits, as often as it stands in the lines, so that nothing said twice
    makes up for something lost. Contents, the headings of punkter and decisions, and a cover's body and date
    live on as structure.
    """
    running: Counter[str] = Counter()
    for index in _running(lines, layout):
        for cell in lines[index].cells or (lines[index].text,):
            running.update(runs_of(cell))
    placed: Counter[str] = Counter()
    for text in placed_texts(meetings):
        placed.update(runs_of(text))
        placed.update(word for word in _WORD.findall(text.lower()) if len(word) < _RUN)
    total = running.total()
    return round(1 - (running - placed).total() / total, 4) if total else 1.0


def runs_of(text: str) -> Iterator[str]:
    """Yield a text's runs of letters and digits, one beginning at each; a shorter text is one."""
    letters = "".join(filter(str.isalnum, text)).lower()
    if letters:
        yield from (letters[at : at + _RUN] for at in range(max(1, len(letters) - _RUN + 1)))


def placed_texts(meetings: Iterable[Meeting]) -> Iterator[str]:
    """Yield the text of every part, each section heading where it begins."""
    for meeting in meetings:
        for punkt in meeting.punkter:
            for part in punkt.parts:
                heading = None
                for paragraph in part.paragraphs:
                    if paragraph.heading and paragraph.heading != heading:
                        yield paragraph.heading
                    heading = paragraph.heading
                    yield paragraph.text


def _running(lines: Sequence[Line], layout: Layout | None) -> Iterator[int]:
    """Yield the lines that are text rather than structure."""
    if layout is None:
        yield from range(len(lines))
        return
    for unit in units(lines, layout):
        if unit.kind is UnitKind.COVER:
            head = cover_head(lines[unit.start : unit.end], layout)
            yield from (index for index in range(unit.start, unit.end) if index - unit.start not in head)
        elif unit.kind is UnitKind.TOC:
            yield from (at for at in range(unit.start, unit.end) if not is_toc_line(lines, at, layout))
        else:
            yield from _text_of(unit, lines, layout)


def _text_of(unit: Unit, lines: Sequence[Line], layout: Layout) -> Iterator[int]:
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
