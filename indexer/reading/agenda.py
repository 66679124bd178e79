"""The dagsorden of another body that stands inside a bilag, as a structure of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from indexer.reading.agenda_items import FIELD, ITEM, read_item
from indexer.reading.agenda_tables import with_fields
from indexer.reading.covers import read_cover
from indexer.reading.dates import first_date
from indexer.reading.hyphens import Vocabulary
from indexer.reading.line import Line
from records.models import AgendaItem

_BODY = re.compile(r"^(?:Emne:? ?)?(?P<body>[A-ZÆØÅ].*?)(?:s?møde)?$")
_EMNE = re.compile(r"^(?:Em-?|ne:|Emne:?)$")
# "Dagsorden", "Dagsorden for brugerrådet den 4. maj", "Brugerrådets dagsorden", "Brugerrådet – dagsorden"
_HEADING = re.compile(
    r"^(?:(?i:(?:foreløbig |endelig |udkast til |forslag til )?(?:dagsorden|dagsordenspunkter|mødeindkaldelse"
    r"|indkaldelse til (?:\w*møde|generalforsamling)\w*))"
    r"(?::?$|(?: ?[-–:,] ?| )(?:(?:for|til|i|ved|den|d\.|pr\.|møde\w*)\b|[A-ZÆØÅ\d]).{0,100}$)"
    r"|[A-ZÆØÅ].{2,60}(?:[^\W\d_]s | ?[-–:,|] ?)(?i:dagsorden):?$)"
)
_HEAD_LINES = 8
_TITLE_LINES = 4
# Who is called in, and where, stands between a dagsorden's own head and its first item; below a heading
# within a document the items follow at once, or a table's head does.
_LINES_TO_FIRST, _LINES_BELOW_HEADING = 25, 6
_FEWEST_ITEMS = 2


@dataclass(frozen=True, slots=True)
class Dagsorden:
    """Another body's dagsorden: its meeting's day and its items."""

    body: str | None
    day: date | None
    items: tuple[AgendaItem, ...]


def read_dagsorden(lines: Sequence[Line], vocabulary: Vocabulary) -> Dagsorden:
    """Return the dagsorden that the lines of a document hold."""
    head = [line.text for line in lines[:_HEAD_LINES]]
    day = next((first_date(text) for text in head if text.startswith("Mødedato:")), None)
    above = [
        text
        for text in takewhile(lambda text: not text.startswith("Mødedato:"), head)
        if not _EMNE.match(text)
    ]
    body = above[-1] if above else None
    items = tuple(read_item(item, vocabulary) for item in _items(list(with_fields(lines))))
    named = _BODY.match(body) if body else None
    cover = read_cover(lines[:_HEAD_LINES])
    if day is None and cover.body:
        return Dagsorden(cover.body, cover.day, _fullest(items))
    return Dagsorden(_definite(named["body"]) if named else None, day, _fullest(items))


def _definite(body: str) -> str:
    """Return a body's name as it is spoken of: "Skoleudvalget"."""
    return f"{body}et" if body.endswith(("udvalg", "råd")) else body


def embedded_dagsorden(lines: Sequence[Line], title: str, vocabulary: Vocabulary) -> Dagsorden | None:
    """Return the dagsorden that a bilag holds, None where nothing calls what it lists one.

    :param title: the name under which it was attached.
    """
    start = 0 if _HEADING.match(title) else _heading(lines)
    if start is None:
        return None
    below = list(with_fields(lines[start:]))
    first = next((at for at, line in enumerate(below) if _number(line) == 1), len(below))
    if first > (_LINES_TO_FIRST if start < _HEAD_LINES else _LINES_BELOW_HEADING):
        return None
    items = _fullest([read_item(item, vocabulary) for item in _items(below)])
    if len(items) < _FEWEST_ITEMS:
        return None
    cover = read_cover(lines[:_HEAD_LINES])
    return Dagsorden(cover.body, cover.day, items)


def _heading(lines: Sequence[Line]) -> int | None:
    """Return the line that calls what stands below it a dagsorden; a sentence about one does not."""
    return next(
        (
            at
            for at, line in enumerate(lines)
            if not line.cells and _HEADING.match(line.text) and not line.text.endswith((".", ","))
        ),
        None,
    )


def _number(line: Line) -> int:
    match = ITEM.match(line.text) if not line.cells else None
    return int(match["number"]) if match else 0


def _items(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each numbered item; the short list and the full text both count from one."""
    item: list[Line] = []
    expected, style = 1, ()  # type: int, tuple[object, ...]
    for index, line in enumerate(lines):
        number = _number(line)
        set_as_others = style == _style(line) or number == 1
        if number and number in (expected, 1) and set_as_others and _is_title(lines, index, number, expected):
            if item:
                yield item
            item, style = [], _style(line)
            expected = number + 1
        if item or (number and expected == number + 1):
            item.append(line)
    if item:
        yield item


def _style(line: Line) -> tuple[object, ...]:
    """Return how a number is set: "1." or "Punkt 1:", in which type."""
    match = ITEM.match(line.text)
    return (match["before"], match["mark"], line.size, line.bold) if match else ()


def _is_title(lines: Sequence[Line], index: int, number: int, expected: int) -> bool:
    if number == expected:
        return True
    # A new count from one begins the full text, where a field follows each title.
    below = lines[index + 1 : index + 1 + _TITLE_LINES]
    return any(FIELD.match(line.text) for line in below)


def _fullest(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return each item once, as its fullest telling has it."""
    found: dict[str, AgendaItem] = {}
    for item in items:
        known = found.get(item.number)
        if known is None or _weight(item) >= _weight(known):
            found[item.number] = item
    return tuple(found.values())


def _weight(item: AgendaItem) -> int:
    return (item.minutes is not None) + bool(item.ansvarlig) + bool(item.bilag)
