"""Names in a line of text."""

from collections.abc import Iterable, Sequence

from records.models import REFERENT
from search_api.archive_models import AnsvarligView
from search_api.pages.microcopy import MICROCOPY

# Two lines on a wide screen; the punkt's own page has them all. One punkt of the demo corpus has 26.
MOST_NAMED = 4

_ANSVARLIG = "ansvarlig"


def answering(people: Iterable[AnsvarligView]) -> list[str]:
    """Return each who answers or follows up, with the role of those who are not ansvarlig by that name.

    Whoever takes the minutes does neither.
    """
    roles: dict[str, list[str]] = {}
    for person in people:
        if person.role != REFERENT:
            roles.setdefault(person.name, []).append(person.role)
    return [name if _ANSVARLIG in held else _in_role(name, held) for name, held in roles.items()]


def _in_role(name: str, roles: Iterable[str]) -> str:
    return str(MICROCOPY.search.in_role.format(name=name, role=", ".join(dict.fromkeys(roles))))


def named(people: Sequence[str]) -> str:
    """Return the first few names, and how many more there are."""
    shown = ", ".join(people[:MOST_NAMED])
    if len(people) <= MOST_NAMED:
        return shown
    return str(MICROCOPY.search.and_others.format(names=shown, n=len(people) - MOST_NAMED))
