"""What is written to a search engine and not to a person: ``-word`` leaves out, ``field:value`` narrows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from records.models import PartKind
from search_api.thesaurus import Thesaurus
from search_api.topic import squeezed

Field = Literal["ansvarlig", "punkt", "type", "udvalg"]

# Each narrows what is found, so more of them find nothing more; and each makes clauses.
MOST_OPERATORS = 8

_VALUE = '(?:["“”„»«](?P<quoted>[^"“”„»«]+)["“”„»«]|(?P<plain>{plain}))'
# broen -maling · -"rød maling"; but not "børne- og -ungepolitik", "pladser/-tilbud" or "-5 grader"
_LEFT_OUT = re.compile(
    r"(?<!\S)(?<!\bog )(?<!\beller )(?<!\bsamt )(?<!, )-" + _VALUE.format(plain=r"[^\W\d_][^\s\"“”„»«]*"),
    re.IGNORECASE,
)
# ansvarlig:MSB · punkt:3 · udvalg:"By og Vej"
_NARROWED = re.compile(
    r"(?<!\S)(?P<field>ansvarlig|punkt|type|udvalg):" + _VALUE.format(plain=r"[^\s\"“”„»«]+"), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A field and the values of which one must stand in it."""

    field: Field
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operators:
    """What is asked for beside the words: what a passage may not hold, and what its fields must."""

    left_out: tuple[str, ...] = ()
    narrowed: tuple[Narrowing, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.left_out or self.narrowed)


NO_OPERATORS = Operators()


def without_operators(question: str, thesaurus: Thesaurus) -> tuple[str, Operators]:
    """Return the question without its operators, and these; a department goes by its code and its names."""
    narrowed = list(_narrowings(question, thesaurus))[:MOST_OPERATORS]
    question = _NARROWED.sub(lambda met: " " if _narrowing(met, thesaurus) else met[0], question)
    left_out = [_value(met) for met in _LEFT_OUT.finditer(question)][:MOST_OPERATORS]
    return _LEFT_OUT.sub(" ", question), Operators(tuple(left_out), tuple(narrowed))


def _narrowings(question: str, thesaurus: Thesaurus) -> Iterator[Narrowing]:
    yield from filter(None, (_narrowing(met, thesaurus) for met in _NARROWED.finditer(question)))


def _narrowing(met: re.Match[str], thesaurus: Thesaurus) -> Narrowing | None:
    """Return what was meant; a type that there is none of was meant as a word."""
    value = _value(met)
    match met["field"].lower():
        case "type" if value.lower() in set(PartKind):
            return Narrowing("type", (value.lower(),))
        case "ansvarlig" if value:
            return Narrowing("ansvarlig", (value, *thesaurus.stands_for(value)))
        case "udvalg" if value:
            return Narrowing("udvalg", _in_either_case(value))
        case "punkt" if value:
            return Narrowing("punkt", (value,))
    return None


def _in_either_case(value: str) -> tuple[str, ...]:
    """Return the value with its letters beyond a to z in each case that a name may have them in.

    OpenSearch heeds no case in a pattern, but of those letters it does.
    """
    if value.isascii():
        return (value,)
    return tuple(dict.fromkeys((value, value.lower(), value.upper(), value.title())))


def _value(met: re.Match[str]) -> str:
    return squeezed(met["quoted"] or met["plain"])
