"""Who answers for something: from fields, table columns, letterheads and prose, resolved by the register."""

import re
from collections.abc import Iterable, Iterator

from indexer.reading.register import ANYWHERE, Scope, codes_in, department_of
from records.models import Ansvarlig, FollowUp, Role

# "Vibeke Holm/BA", "Lise Bro / Ole Ask"
_SPLIT = re.compile(r"\s*(?:/|,|[()]| og | & )\s*")
_CODE = re.compile(r"^[A-ZÆØÅ]{2,4}$|^[A-ZÆØÅ]&[A-ZÆØÅ]$")
_FIELD = re.compile(
    r"\b(?P<role>Ansvarlig|Sagsbehandler|Tovholder|Referent): ?(?P<who>[^\n|]{2,80}?)"
    r"(?= [A-ZÆØÅ]\w+\.?:|[\n|]|$)"
)
_TAKES_MINUTES = re.compile(
    r"(?P<who>[A-ZÆØÅ]\w+(?: [A-ZÆØÅ]\w+)*(?: eller [A-ZÆØÅ]\w+)?) (?:er referent|tager referat)\b"
)
_ROLES: dict[str, Role] = {
    "Ansvarlig": "ansvarlig",
    "Sagsbehandler": "sagsbehandler",
    "Tovholder": "tovholder",
    "Referent": "referent",
}


def resolved(words: str, role: Role, source: str, scope: Scope = ANYWHERE) -> Ansvarlig:
    """Return who the words stand for; a code that is not known for sure stays as it is."""
    department = department_of(words, scope)
    if department:
        return Ansvarlig(
            department.name, role, source, department.code if words == department.code else words
        )
    return Ansvarlig(words, role, source, words if _CODE.match(words) else None)


def names(words: str) -> Iterator[str]:
    """Yield the persons and codes of a field such as "Vibeke Holm/BA"."""
    if department_of(words):
        yield words
        return
    for name in _SPLIT.split(words):
        cleaned = name.strip(" .;:()")
        if cleaned:
            yield cleaned


def from_fields(text: str, scope: Scope = ANYWHERE) -> Iterator[Ansvarlig]:
    """Yield those named in fields such as "Ansvarlig: …" of a text."""
    for match in _FIELD.finditer(text):
        for name in names(match["who"]):
            yield resolved(name, _ROLES[match["role"]], "felt", scope)


def from_table(cells: Iterable[str], scope: Scope = ANYWHERE) -> Iterator[Ansvarlig]:
    """Yield those that a table's column names."""
    for words in cells:
        for name in list(codes_in(words)) or [words.strip(" .")]:
            yield resolved(name, "ansvarlig", "tabel", scope)


def from_follow_ups(follow_ups: Iterable[FollowUp], scope: Scope = ANYWHERE) -> Iterator[Ansvarlig]:
    """Yield those that follow up."""
    for follow_up in follow_ups:
        for who in follow_up.who:
            yield resolved(who, "følger op", "prosa", scope)


def referents(text: str) -> Iterator[Ansvarlig]:
    """Yield who takes the minutes."""
    for match in _TAKES_MINUTES.finditer(text):
        for name in re.split(r" eller | og ", match["who"]):
            yield Ansvarlig(name, "referent", "prosa")


def unique(people: Iterable[Ansvarlig]) -> tuple[Ansvarlig, ...]:
    """Return each person or department once per role, in order."""
    found: dict[tuple[str, str], Ansvarlig] = {}
    for person in people:
        found.setdefault((person.name, person.role), person)
    return tuple(found.values())
