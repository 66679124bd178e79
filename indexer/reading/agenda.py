"""The dagsorden of another body that stands inside a bilag, as a structure of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from indexer.reading.ansvarlig import names
from indexer.reading.covers import read_cover
from indexer.reading.dates import first_date
from indexer.reading.headings import parted_title
from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line
from records.models import AgendaItem

# "1. Velkomst", "Punkt 1. Velkomst"
_ITEM = re.compile(r"^(?:(?:[Pp]unkt|[Pp]kt\.) )?(?P<number>\d{1,2})\. ?(?P<title>\S.*)$")
_FIELD = re.compile(r"^(?P<field>Baggrund/formål|Baggrund|Formål|Metode|Ansvarlig|Tid|Bilag): ?(?P<text>.*)$")
_LETTERED = re.compile(r"^[A-Z]\) ")
_MINUTES = re.compile(r"\((\d{1,3}) ?min\.?\)", re.IGNORECASE)
_BODY = re.compile(r"^(?:Emne:? ?)?(?P<body>[A-ZÆØÅ].*?)(?:s?møde)?$")
_EMNE = re.compile(r"^(?:Em-?|ne:|Emne:?)$")
# A blank line may fall into an entry: "Regnskab for" above "2021".
_ENTRY_TAIL = re.compile(r"^\d{4}\b.{0,20}$")
# An entry that goes on fills its own line; the narrowest column of the seeds holds this many characters.
_FULL_LINE = 55
_ENTRY_MARKS = ("-", "–", "•")
_HEAD_LINES = 8
_TITLE_LINES = 4


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
    items = tuple(_read_item(item, vocabulary) for item in _items(lines))
    named = _BODY.match(body) if body else None
    cover = read_cover(lines[:_HEAD_LINES])
    if day is None and cover.body:
        return Dagsorden(cover.body, cover.day, _fullest(items))
    return Dagsorden(_definite(named["body"]) if named else None, day, _fullest(items))


def _definite(body: str) -> str:
    """Return a body's name as it is spoken of: "Skoleudvalget"."""
    return f"{body}et" if body.endswith(("udvalg", "råd")) else body


def _items(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each numbered item; the short list and the full text both count from one."""
    item: list[Line] = []
    expected = 1
    for index, line in enumerate(lines):
        match = _ITEM.match(line.text)
        number = int(match["number"]) if match else 0
        if number and number in (expected, 1) and _is_title(lines, index, number, expected):
            if item:
                yield item
            item = []
            expected = number + 1
        if item or (match and expected == number + 1):
            item.append(line)
    if item:
        yield item


def _is_title(lines: Sequence[Line], index: int, number: int, expected: int) -> bool:
    if number == expected:
        return True
    # A new count from one begins the full text, where a field follows each title.
    below = lines[index + 1 : index + 1 + _TITLE_LINES]
    return any(_FIELD.match(line.text) for line in below)


def _read_item(lines: Sequence[Line], vocabulary: Vocabulary) -> AgendaItem:
    match = _ITEM.match(lines[0].text)
    title = [match["title"] if match else lines[0].text]
    minutes, ansvarlig, bilag = None, (), ()  # type: tuple[int | None, tuple[str, ...], tuple[str, ...]]
    index = 1
    while index < len(lines) and index < _TITLE_LINES and not _FIELD.match(lines[index].text):
        if lines[index].gap or _LETTERED.match(lines[index].text) or lines[index].top:
            break
        title.append(lines[index].text)
        index += 1
    for place, line in enumerate(lines):
        field = _FIELD.match(line.text)
        if field is None:
            continue
        if field["field"] == "Tid" and minutes is None and (found := _MINUTES.search(field["text"])):
            minutes = int(found[1])
        elif field["field"] == "Ansvarlig":
            ansvarlig = (*ansvarlig, *(name for name in names(field["text"]) if name not in ansvarlig))
        elif field["field"] == "Bilag":
            bilag = (*bilag, *_bilag(lines[place + 1 :], vocabulary))
    whole = joined(title, vocabulary)
    named, allotted = parted_title(whole)
    return AgendaItem(
        match["number"] if match else "", named if allotted else whole, minutes or allotted, ansvarlig, bilag
    )


def _bilag(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[str]:
    entry: list[str] = []
    above = ""
    for line in lines:
        is_entry = line.text.startswith(_ENTRY_MARKS)
        goes_on = is_entry or line.top or _is_tail(line.text, above)
        if _FIELD.match(line.text) or _LETTERED.match(line.text) or (line.gap and not goes_on):
            break
        above = line.text
        if is_entry:
            if entry:
                yield joined(entry, vocabulary)
            entry = [line.text.lstrip("-–• ")]
        elif entry:
            entry.append(line.text)
    if entry:
        yield joined(entry, vocabulary)


def _is_tail(text: str, above: str) -> bool:
    """Tell whether a line below white space ends the entry above it."""
    fills = len(above) >= _FULL_LINE and above[-1].isalpha()
    return bool(_ENTRY_TAIL.match(text)) or (fills and len(text) < _FULL_LINE and not _ITEM.match(text))


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
