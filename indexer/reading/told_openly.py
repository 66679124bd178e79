"""What an open punkt tells by what is open of it alone."""

from dataclasses import replace

from indexer.reading.sag import sag_numbers
from records.models import Access, Ansvarlig, Punkt


def told_openly(punkt: Punkt) -> Punkt:
    """Return the punkt with the cases, people, amounts and the proposal that its open text says.

    What was taken from a text that turned out to be closed goes so; nothing tells where it was taken from.
    """
    paragraphs = [one for part in punkt.parts if part.access is Access.OPEN for one in part.paragraphs]
    told = " ".join(" ".join(paragraph.text for paragraph in paragraphs).split())
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
