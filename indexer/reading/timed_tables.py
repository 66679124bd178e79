"""Plans with a time to each row, whose cells a text file gives one below the other, put back into rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line

# "Tidspunkt Aktivitet Ansvarlig"
_HEADER = re.compile(r"^(?P<time>Tidspunkt|Hvornår|Tid) (?P<what>[A-ZÆØÅ]\w+) (?P<who>Ansvarlig\w*|Hvem)$")
# "Igangsat 4." above "kvartal 2021", "1.-2. kvartal" above "2021", "2021"
_TIME = re.compile(
    r"^(?:Igangsat )?(?:\d\.(?: ?[-–] ?\d\.)?(?: (?:kvartal|halvår))?(?: 20\d{2})?|20\d{2}"
    r"|(?:primo|medio|ultimo|forår|efterår)\w*(?: 20\d{2})?)$",
    re.IGNORECASE,
)
_TIME_TAIL = re.compile(r"^(?:(?:kvartal|halvår)(?: 20\d{2})?|20\d{2})$")
_TIME_LINES = 2
# The last column of such plans holds 14 characters a line in the seeds, the one before it 40.
_NARROW = 18
# "Plan for læring Afdelingsleder-" above "ne": the last cell begins on the line of the one before it.
_GLUED = re.compile(r"^(?P<what>.+[^,;]) (?P<who>[A-ZÆØÅ][\w-]*)$")


def with_timed_rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each row of a plan with times made one line with cells."""
    found: list[Line] = []
    index, within = 0, False
    while index < len(lines):
        header = _HEADER.match(lines[index].text) if not lines[index].cells else None
        length = 1
        if header:
            found.append(replace(lines[index], cells=header.groups()))
            within = True
        elif within and (row := list(_row(lines, index))):
            length = len(row)
            found.append(replace(lines[index], text=" ".join(line.text for line in row), cells=_cells(row)))
        else:
            found.append(lines[index])
        index += length
    return found


def _row(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """Yield the lines of the row that begins at a line: up to the next time, page or other matter."""
    times = _time_length(lines, start)
    if not times:
        return
    yield from lines[start : start + times]
    cells = 1
    for index in range(start + times, len(lines)):
        line, above = lines[index], lines[index - 1]
        if line.page != lines[start].page or _time_length(lines, index):
            return
        if line.gap and index > start + times:
            if (cells > 1 and _is_narrow(above) and above.text.endswith(".")) or not _is_cell(line, above):
                return
            cells += 1
        yield line


def _time_length(lines: Sequence[Line], start: int) -> int:
    if not _TIME.match(lines[start].text):
        return 0
    tail = takewhile(lambda line: _TIME_TAIL.match(line.text), lines[start + 1 : start + _TIME_LINES])
    return 1 + sum(1 for _ in tail)


def _is_narrow(line: Line) -> bool:
    return len(line.text) <= _NARROW


def _is_cell(line: Line, above: Line) -> bool:
    """Tell whether what stands below white space is one more cell of the row: no heading, no new sentence."""
    return ":" not in line.text and (_is_narrow(line) or not above.text.endswith("."))


def _cells(row: Sequence[Line]) -> tuple[str, str, str]:
    """Return time, activity and who answers; where no narrow lines end the row nobody does."""
    times = _time_length(row, 0)
    last = max((at for at in range(times + 1, len(row)) if row[at].gap), default=0)
    what = [line.text for line in row[times:]]
    answering: list[str] = []
    if last and all(map(_is_narrow, row[last:])):
        what, answering = what[: last - times], what[last - times :]
    else:
        ends = next((at for at, line in enumerate(row[times:]) if at and _is_narrow(line)), len(what))
        glued = _GLUED.match(what[ends - 1]) if 0 < ends < len(what) else None
        if glued:
            what, answering = [*what[: ends - 1], glued["what"]], [glued["who"], *what[ends:]]
    parts = ([line.text for line in row[:times]], what, answering)
    when, activity, answers = (joined(part, Vocabulary(())) for part in parts)
    return when, activity, answers.rstrip(".")
