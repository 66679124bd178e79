"""A dagsorden set as a table: its rows written as items with fields, as running text has them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.reading.line import Line

_NUMBER, _TITLE, _TIME, _WHO, _BILAG, _OTHER = "number", "title", "Tid", "Ansvarlig", "Bilag", "other"
_COLUMNS = {
    _NUMBER: ("punkt", "pkt", "nr", "punkt nr", "pkt nr", "#", "punktnr", "dagsordenspunkt nr"),
    _TITLE: ("emne", "emner", "sag", "titel", "indhold", "overskrift", "dagsordenspunkt", "tema", "punkter"),
    _TIME: ("tid", "tidspunkt", "varighed", "tidsforbrug", "tidsramme", "minutter", "min", "kl"),
    _WHO: ("ansvarlig", "ansvarlige", "hvem", "oplægsholder", "oplæg", "oplæg ved", "ved", "v", "ordfører"),
    _BILAG: ("bilag", "materiale", "dokumenter"),
    _OTHER: ("formål", "type", "mål", "bemærkninger", "form", "proces", "referat", "beslutning", "metode"),
}  # fmt: skip
_ROLE_OF = {name: role for role, names in _COLUMNS.items() for name in names}
# A head of fewer columns is any table's.
_FEWEST_COLUMNS = 3
_MINUTES_NAMED = re.compile(r"^min", re.IGNORECASE)
_ROW = re.compile(r"^(?:[Pp]unkt |[Pp]kt\.? )?(?P<number>\d{1,2})[.):]?(?: (?P<title>\D.*))?$")
# "1. Velkomst 9.00-9.10 Lise Bro", "2 Budget 20 min. Ole Ask"
_FLAT_ROW = re.compile(
    r"^(?P<number>\d{1,2})[.):]? (?P<title>[^\W\d].*?),? "
    r"(?P<time>(?:kl\. ?)?\d{1,2}[.:]\d{2}(?: ?[-–] ?\d{1,2}[.:]\d{2})?|\d{1,3} ?min(?:utter\b|\b\.?))"
    r"(?: (?P<who>[A-ZÆØÅ].*))?$"
)


def roles_of(line: Line) -> tuple[str, ...]:
    """Return what a dagsorden's columns hold by their names, nothing where the line is no table's head."""
    cells = line.cells or tuple(line.text.split())
    roles = tuple(_ROLE_OF.get(cell.casefold().strip(" .:/"), "") for cell in cells)
    if len(roles) < _FEWEST_COLUMNS or not all(roles):
        return ()
    # "Punkt" names what is dealt with where another column, or none, holds the number.
    if _TITLE not in roles and _NUMBER in roles:
        roles = tuple(_TITLE if role == _NUMBER else role for role in roles)
    answers = {_TIME, _WHO} & set(roles)
    return roles if _TITLE in roles and answers else ()


def with_fields(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, each row below a dagsorden's head as an item with its fields."""
    head: Line | None = None
    roles: tuple[str, ...] = ()
    for line in lines:
        if found := roles_of(line):
            head, roles = line, found
        elif head and head.cells and len(line.cells) == len(roles):
            yield from _row(line, head.cells, roles)
        elif head and not head.cells and (match := _FLAT_ROW.match(line.text)):
            said = {_TIME: match["time"], _WHO: match["who"]}
            yield from _item(line, match["number"], match["title"], said)
        else:
            yield line


def _row(line: Line, names: Sequence[str], roles: Sequence[str]) -> Iterator[Line]:
    said: dict[str, str] = {}
    for name, role, cell in zip(names, roles, line.cells, strict=True):
        minutes = role == _TIME and _MINUTES_NAMED.match(name) and cell.isdigit()
        said.setdefault(role, f"{cell} min." if minutes else cell)
    title = said[_TITLE]
    match = _ROW.match(f"{said.get(_NUMBER, '')} {title}".strip())
    if match and match["title"]:
        yield from _item(line, match["number"], match["title"], said)
    else:
        yield line


def _item(line: Line, number: str, title: str, said: dict[str, str]) -> Iterator[Line]:
    plain = replace(line, cells=())
    yield replace(plain, text=f"{number}. {title}", gap=True)
    for field in (_TIME, _WHO, _BILAG):
        if text := said.get(field):
            yield replace(plain, text=f"{field}: {text}", gap=False, top=False)
