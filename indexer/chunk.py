"""Meetings become passages: stretches of one part of one punkt, short enough to be embedded whole."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from indexer.places import Places, one_text, places
from indexer.reading.amounts import amounts_in
from indexer.reading.law_references import law_references
from records.models import MINUTES, Access, Meeting, Paragraph, Part, PartKind, Passage, Punkt

# About 190 tokens: room for the context line, and short enough that one vector stands for one thought.
TARGET_WORDS = 120
# A paragraph over this is split between sentences, so that a wall of text is found by its parts.
MAX_WORDS = 180
# A heading begins a new passage only after so many words: a line that stands alone says too little, and took
# first place from the text it belongs to (3 points of success@1 on the real referater).
MIN_WORDS = 40
# What is left over at a part's end stays with what stands above it when it is shorter than this: "Bilag:
# Ingen" or a case number alone fits many questions and answers none.
MIN_REST = 20

# The minutes say "Godkendt", and what was proposed tells of what: so many of its words go with them. With 120
# no judged query finds anything that it does not find with 60.
MATTER_WORDS = 60

Fits = Callable[[Passage], bool]

# "… blev godkendt. Rådmanden bad …": the mark that ends a sentence, a blank, and a beginning.
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+(?=[A-ZÆØÅ0-9”»\"–-])")


def passages(meetings: Iterable[Meeting], fits: Fits) -> Iterator[Passage]:
    """Yield the passages of the meetings in reading order.

    :param fits: tells whether the model sees the whole of a passage; one that does not fit is halved.
    """
    for meeting in meetings:
        for punkt in meeting.punkter:
            yield from _punkt_passages(meeting, punkt, fits)


def _punkt_passages(meeting: Meeting, punkt: Punkt, fits: Fits) -> Iterator[Passage]:
    ordinals: Counter[str] = Counter()
    for part in _whole(punkt.parts):
        place = f"{punkt.id}-{part.kind}{'' if part.bilag is None else part.bilag}"
        for stretch in _with_rests(_stretches(part.paragraphs)):
            for passage in _fitting(_passage(meeting, punkt, part, stretch), fits):
                ordinals[place] += 1
                yield _named(passage, f"{place}-{ordinals[place]}", ordinals[place])


def _whole(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts, sections that follow one another in the same document as one."""
    for _, sections in groupby(parts, lambda part: replace(part, paragraphs=())):
        first, *others = sections
        yield replace(first, paragraphs=sum((part.paragraphs for part in others), first.paragraphs))


def _stretches(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Gather neighbours until they fill a passage; a heading begins a new one once there is enough."""
    stretch: list[Paragraph] = []
    words = 0
    for paragraph in (piece for whole in paragraphs for piece in _pieces(whole)):
        length = len(paragraph.text.split())
        elsewhere = bool(stretch) and paragraph.heading != stretch[-1].heading
        if stretch and ((elsewhere and words >= MIN_WORDS) or words + length > TARGET_WORDS):
            yield stretch
            stretch, words = [], 0
        stretch.append(paragraph)
        words += length
    if stretch:
        yield stretch


def _with_rests(stretches: Iterable[list[Paragraph]]) -> Iterator[list[Paragraph]]:
    """Yield the stretches, the last one with the one before it when it is but a rest."""
    before: list[Paragraph] = []
    for stretch in stretches:
        if before and _words(stretch) < MIN_REST:
            stretch, before = before + stretch, []
        if before:
            yield before
        before = stretch
    if before:
        yield before


def _words(stretch: list[Paragraph]) -> int:
    return sum(len(paragraph.text.split()) for paragraph in stretch)


def _pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the paragraph, or runs of its sentences where it is longer than a passage may be."""
    text = paragraph.text
    if len(text.split()) <= MAX_WORDS:
        yield paragraph
        return
    start = end = 0
    for sentence_end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        if end > start and len(text[start:sentence_end].split()) > TARGET_WORDS:
            yield _piece(paragraph, start, end)
            start = end
        end = sentence_end
    yield _piece(paragraph, start, end)


def _piece(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return a stretch of a paragraph on the pages on which it stands itself."""
    first = max((page for place, page in paragraph.turns if place <= start), default=paragraph.page)
    last = max((page for place, page in paragraph.turns if place < end), default=paragraph.page)
    turns = tuple((place - start, page) for place, page in paragraph.turns if start < place < end)
    return replace(paragraph, text=paragraph.text[start:end].strip(), page=first, last_page=last, turns=turns)


def _fitting(passage: Passage, fits: Fits) -> Iterator[Passage]:
    """Yield the passage, or its halves where the model cannot see all of it."""
    if fits(passage) or len(passage.text) < 2:
        yield passage
        return
    middle = len(passage.text) // 2
    cut = passage.text.rfind(" ", 1, middle)
    cut = middle if cut < 0 else cut
    for half in (_part_of(passage, 0, cut), _part_of(passage, cut, len(passage.text))):
        if half.text:
            yield from _fitting(half, fits)


def _part_of(passage: Passage, first: int, last: int) -> Passage:
    """Return a stretch of the passage as one of its own, on the pages of the whole."""
    text = passage.text[first:last]
    first += len(text) - len(text.lstrip())
    own = Places(passage.starts, passage.turns).within(first, last)
    return replace(passage, text=text.strip(), starts=own.starts, turns=own.turns)


def _passage(meeting: Meeting, punkt: Punkt, part: Part, stretch: list[Paragraph]) -> Passage:
    own = places(stretch)
    return Passage(
        id="",
        meeting_id=meeting.id,
        body=meeting.body,
        date=meeting.date,
        date_source=meeting.date_source,
        punkt_id=punkt.id,
        punkt_number=punkt.number,
        punkt_title=punkt.title,
        part=part.kind,
        ordinal=0,
        text=one_text(stretch),
        page=min(paragraph.page for paragraph in stretch),
        last_page=max(paragraph.last_page for paragraph in stretch),
        document_id=part.document_id,
        file_name=part.file_name,
        access=punkt.access if punkt.access is not Access.OPEN else part.access,
        heading=_headings(stretch),
        bilag_number=part.bilag,
        bilag_title=part.bilag_title,
        sag=punkt.sag,
        ansvarlig=tuple(dict.fromkeys(person.name for person in punkt.answering)),
        confidence=_confidence(stretch),
        starts=own.starts,
        turns=own.turns,
        matter=_matter(punkt) if part.kind in MINUTES else None,
    )


def _matter(punkt: Punkt) -> str | None:
    """Return the beginning of what was proposed, None where nothing was, or not all of it is open."""
    proposed = [part.access for part in punkt.parts if part.kind is PartKind.INDSTILLING]
    if not punkt.indstilling or any(access is not Access.OPEN for access in proposed):
        return None
    words = punkt.indstilling.split()
    return " ".join(words[:MATTER_WORDS]) + (" …" if len(words) > MATTER_WORDS else "")


def _named(passage: Passage, key: str, ordinal: int) -> Passage:
    """Return the passage under its id, with the paragraphs of law and the amounts that its text names."""
    amounts = tuple(dict.fromkeys(amount.kroner for amount in amounts_in(passage.text)))
    laws = law_references(passage.text)
    return replace(passage, id=key, ordinal=ordinal, paragraphs=laws, amounts=amounts)


def _headings(stretch: list[Paragraph]) -> str | None:
    """Return the headings that the paragraphs stand under, one after the other."""
    return " · ".join(dict.fromkeys(one.heading for one in stretch if one.heading)) or None


def _confidence(stretch: list[Paragraph]) -> float | None:
    """Return how surely the least sure of the paragraphs was recognised, None where none had to be."""
    return min((one.confidence for one in stretch if one.confidence is not None), default=None)
