"""The persons that a file names in full, by whom first names resolve."""

import re
from collections.abc import Iterable

# "Lise Bro", "Ole Ask-Holm", "Anne van der Lund"
FULL_NAME = (
    r"[A-ZÆØÅ][a-zæøåéöü]+(?: (?:[A-ZÆØÅ][a-zæøåéöü]*\.?|van|von|der|de))*"
    r"(?: [A-ZÆØÅ][a-zæøåéöü]+(?:-[A-ZÆØÅ][a-zæøåéöü]+)*)"
)
_FULL_NAME = re.compile(rf"\b{FULL_NAME}\b")
_TITLE = re.compile(
    r"^[A-ZÆØÅ]\w*(?:chef(?:en)?|direktør(?:en)?|leder(?:en)?|konsulent(?:en)?|sekretær(?:en)?|koordinator(?:en)?"
    r"|rådmand(?:en)?|formand(?:en)?|fuldmægtig(?:en)?|konsulent) (?=[A-ZÆØÅ])"
    r"|^(?:Direktør|Rådmand|Formand|Chef|Leder) ",
)


class People:
    """Full names by first name."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_first: dict[str, set[str]] = {}
        for line in lines:
            for match in _FULL_NAME.finditer(line):
                name = without_title(match.group())
                if " " in name:
                    self._by_first.setdefault(name.split()[0], set()).add(name)

    def full(self, name: str) -> str:
        """Return the full name, where the file has exactly one person of that first name."""
        known = self._by_first.get(name, set())
        return next(iter(known)) if len(known) == 1 else name


def without_title(name: str) -> str:
    """Return a name without what the person is."""
    return _TITLE.sub("", name)
