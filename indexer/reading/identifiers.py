"""Ids that follow from content and place, the same on every run and machine."""

import hashlib
import re
from datetime import date

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
_HASH_DIGITS = 8


def slug(words: str) -> str:
    """Return the words as a piece of an address: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower().translate(_LETTERS)).strip("-") or "ukendt"


def meeting_id(body: str, day: date | None, text: str, taken: set[str]) -> str:
    """Return a meeting's id; a second meeting of the same body and day counts on.

    :param text: the meeting's text, from which an undated meeting's id follows.
    """
    if day is None:
        digest = hashlib.sha256(" ".join(text.lower().split()).encode()).hexdigest()[:_HASH_DIGITS]
        base = f"{slug(body)}-udateret-{digest}"
    else:
        base = f"{slug(body)}-{day.isoformat()}"
    found, count = base, 1
    while found in taken:
        count += 1
        found = f"{base}-{count}"
    taken.add(found)
    return found
