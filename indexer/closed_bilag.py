"""Bilag that another file closes: their text, and what only they say of their punkt."""

from dataclasses import replace

from indexer.reading.bilag_lists import bilag_access
from indexer.reading.told_openly import told_openly
from records.models import Access, Part, Punkt


def with_closed_bilag(punkt: Punkt) -> Punkt:
    """Return the punkt with the text of each bilag closed that a list or a file of it closes.

    Where that closes a text, cases, people, amounts and the proposal stay only if what is open says them too.
    """
    parts = tuple(_closed_by_lists(part, punkt) for part in punkt.parts)
    if parts == punkt.parts:
        return punkt
    closed = replace(punkt, parts=parts)
    return closed if punkt.access is not Access.OPEN else told_openly(closed)


def _closed_by_lists(part: Part, punkt: Punkt) -> Part:
    if part.access is not Access.OPEN or not (part.bilag or part.bilag_title):
        return part
    return replace(part, access=bilag_access(punkt.bilag, part.bilag, part.bilag_title or ""))
