"""The persons that a file names in full, by whom first names resolve."""

import re
from collections.abc import Iterable, Sequence

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
        """Return the full name, where the file has one person of that first name, or of all the names."""
        first, *others = name.split() or [name]
        known = {full for full in self._by_first.get(first, set()) if _has(full, others)} - {name}
        return next(iter(known)) if len(known) == 1 else name


def _has(full: str, names: Sequence[str]) -> bool:
    """Tell whether a name of several words has all of some names, the last of them last."""
    words = full.split()[1:]
    return not names or (len(words) > len(names) and words[-1] == names[-1] and set(names) <= set(words))


def without_title(name: str) -> str:
    """Return a name without what the person is."""
    return _TITLE.sub("", name)
