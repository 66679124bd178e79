"""The registered departments, each by one name: what is written of them is a code or a name."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from mappings.loader import department_entries


def by_one_name(words: str) -> str:
    """Return a department as "Vej og Havn (VOH)", however it is written; anyone else as they are.

    A code that several departments share may mean either, and stays.
    """
    return _names().get(words, words)


@cache
def names_of(code: str) -> tuple[str, ...]:
    """Return the names of the departments of a code, none where it is no code."""
    coded = (one for one in department_entries() if one["code"] == code)
    return tuple(dict.fromkeys(name for one in coded for name in (one["name"], *one["variants"])))


@cache
def _names() -> Mapping[str, str]:
    """Return the one name by every code, name and variant that stands for one department only."""
    meant: dict[str, set[str]] = defaultdict(set)
    for entry in department_entries():
        code, name = entry["code"], entry["name"]
        for form in (code, name, *entry["variants"]):
            meant[form].add(name if name == code else f"{name} ({code})")
    return {form: names.pop() for form, names in meant.items() if len(names) == 1}
