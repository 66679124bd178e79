"""What is closed to the public; any mark of closure wins."""

import re
from collections.abc import Iterable

from records.models import Access

# "Lukket: Køb af grund", "Lukket punkt", "LUKKET DAGSORDEN"
_CLOSED = re.compile(
    r"^\W*lukket(?::|\b.{0,3}(?:punkt|dagsorden|møde|sag|del)\b)|^\W*lukket\W*$|\(\s*lukket[^)]*\)",
    re.IGNORECASE,
)
# "Liste over sager (fortroligt/lukket bilag)", "Fortroligt"
_CONFIDENTIAL = re.compile(
    r"\(\s*fortrolig\w*[^)]*\)|^\W*fortrolig\w*(?:\W*$|:| (?:punkt|bilag|sag)\b)", re.IGNORECASE
)
_OPEN = re.compile(r"^\W*åben[t]? (?:punkt|dagsorden|sag)\W*$", re.IGNORECASE)
_RANK = {Access.OPEN: 0, Access.CLOSED: 1, Access.CONFIDENTIAL: 2}


def stated_access(texts: Iterable[str]) -> Access | None:
    """Return what the lines say of access, the closest of it, None where they say nothing."""
    found: list[Access] = []
    for text in texts:
        if _CONFIDENTIAL.search(text):
            found.append(Access.CONFIDENTIAL)
        elif _CLOSED.search(text):
            found.append(Access.CLOSED)
        elif _OPEN.match(text):
            found.append(Access.OPEN)
    return strictest(found) if found else None


def strictest(levels: Iterable[Access]) -> Access:
    """Return the level that lets fewest read."""
    return max(levels, key=_RANK.__getitem__, default=Access.OPEN)
