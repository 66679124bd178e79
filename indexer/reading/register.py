"""The register of departments: codes, names and variants resolve to one entity."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mappings.loader import department_entries


@dataclass(frozen=True, slots=True)
class Department:
    """A department of a municipality."""

    code: str
    name: str
    variants: tuple[str, ...]
    municipality: str
    first_year: int | None = None
    last_year: int | None = None

    def serves(self, year: int | None) -> bool:
        """Tell whether the code stood for this department in a year."""
        return year is None or ((self.first_year or year) <= year <= (self.last_year or year))


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose departments a text may speak of: those of a year, and of the municipalities that its file names.

    Where the year is not known, or the file names none, all may be meant.
    """

    year: int | None = None
    municipalities: frozenset[str] = frozenset()

    def holds(self, department: Department) -> bool:
        """Tell whether a department may be meant."""
        named = not self.municipalities or department.municipality.casefold() in self.municipalities
        return named and department.serves(self.year)


ANYWHERE = Scope()


@cache
def departments() -> tuple[Department, ...]:
    """Return the register."""
    return tuple(
        Department(
            entry["code"],
            entry["name"],
            tuple(entry["variants"]),
            entry["municipality"],
            entry.get("from"),
            entry.get("to"),
        )
        for entry in department_entries()
    )


def department_of(words: str, scope: Scope = ANYWHERE) -> Department | None:
    """Return the department that a code, a name or a variant stands for, None where none or several do."""
    found = [d for d in departments() if words in (d.code, d.name, *d.variants) and scope.holds(d)]
    return found[0] if len(found) == 1 else None


@cache
def written_forms() -> re.Pattern[str]:
    """Return a pattern for every way to write a department, the longest first."""
    forms = sorted(
        (form for d in departments() for form in (d.code, d.name, *d.variants)), key=len, reverse=True
    )
    return re.compile(r"(?<![\wÆØÅæøå])(?:" + "|".join(map(re.escape, forms)) + r")(?![\wÆØÅæøå])")


def codes_in(text: str) -> Iterator[str]:
    """Yield the codes and names of departments in a text, in order."""
    yield from (match.group() for match in written_forms().finditer(text))
