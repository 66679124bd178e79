"""Bilag that another file closes: their text, and what only they say of their punkt."""

from dataclasses import replace

from indexer.places import one_text
from indexer.reading.sag import sag_numbers
from records.closure import bilag_access
from records.models import Access, Ansvarlig, Part, Punkt


def with_closed_bilag(punkt: Punkt) -> Punkt:
    """Return the punkt with the text of each bilag closed that a list or a file of it closes.

    Where that closes a text, cases, people, amounts and the proposal stay only if what is open says them too.
    """
    parts = tuple(_closed_by_lists(part, punkt) for part in punkt.parts)
    if parts == punkt.parts:
        return punkt
    closed = replace(punkt, parts=parts)
    return closed if punkt.access is not Access.OPEN else _as_told_openly(closed)


def _closed_by_lists(part: Part, punkt: Punkt) -> Part:
    if part.access is not Access.OPEN:
        return part
    return replace(part, access=bilag_access(punkt.bilag, part.bilag, part.bilag_title or ""))


def _as_told_openly(punkt: Punkt) -> Punkt:
    paragraphs = [one for part in punkt.parts if part.access is Access.OPEN for one in part.paragraphs]
    told = one_text(paragraphs)
    cases = sag_numbers(paragraph.text for paragraph in paragraphs)
    following_up = {name for one in punkt.follow_ups for name in one.who}
    return replace(
        punkt,
        sag=tuple(case for case in punkt.sag if case in cases),
        ansvarlig=tuple(one for one in punkt.ansvarlig if one.name in following_up or _is_named(one, told)),
        indstilling=punkt.indstilling if _is_told(punkt.indstilling or "", told) else None,
        budget_items=tuple(one for one in punkt.budget_items if _is_told(one.quote, told)),
    )


def _is_named(person: Ansvarlig, told: str) -> bool:
    return person.name in told or bool(person.code and person.code in told)


def _is_told(text: str, told: str) -> bool:
    return all(" ".join(line.split()) in told for line in text.removesuffix(" …").splitlines())
