"""A file of no known layout: one meeting with one punkt, so that its text is found, with its pages."""

from collections.abc import Sequence
from datetime import date

from indexer.reading.bodies import UNKNOWN_BODY
from indexer.reading.identifiers import meeting_id
from indexer.reading.line import Line
from indexer.reading.paragraphs import paragraphs
from indexer.reading.punkter import Source
from indexer.reading.sag import sag_numbers
from records.marks_of_closure import stated_access
from records.models import Access, Meeting, PageSpan, Part, PartKind, Punkt

_TITLE_LINES = 3
_TITLE_CHARS = 160
_OPENING_LINES = 40


def read_unknown(source: Source) -> Meeting:
    """Return a file without known structure as one undated meeting of an unknown body."""
    lines = source.text.lines
    title = _title(lines) or source.file_name
    day: date | None = None
    text = " ".join(line.text for line in lines)
    identifier = meeting_id(UNKNOWN_BODY, day, text, set())
    heads = [line.text for place, line in enumerate(lines) if place < _OPENING_LINES or line.top]
    access = stated_access(heads) or source.default_access
    if access is Access.OPEN and source.default_access is not Access.OPEN:
        access = source.default_access
    found = tuple(paragraphs(lines, source.vocabulary))
    part = Part(PartKind.BILAG, found, None, title, access, source.document_id, source.file_name)
    pages = PageSpan(
        min((line.page for line in lines), default=1), max((line.page for line in lines), default=1)
    )
    sag = sag_numbers(line.text for line in lines)
    punkt = Punkt(f"{identifier}-p1", "1", title, pages, access=access, sag=sag, parts=(part,))
    evidence = ("Filen har ingen kendt opbygning og siger ikke, hvilket møde den hører til.",)
    return Meeting(identifier, UNKNOWN_BODY, day, "unknown", evidence, pages, (punkt,), 0.0)


def _title(lines: Sequence[Line]) -> str:
    """Return the largest type among the opening lines, else the first of them."""
    opening = lines[:_OPENING_LINES]
    if not opening:
        return ""
    largest = max(line.size for line in opening)
    start = next(index for index, line in enumerate(opening) if line.size == largest)
    words = [opening[start].text]
    for line in opening[start + 1 : start + _TITLE_LINES]:
        if line.gap or line.size != largest:
            break
        words.append(line.text)
    return " ".join(words)[:_TITLE_CHARS]
