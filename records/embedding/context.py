"""The text that is embedded: a passage with the context that a reader of the whole page would have."""

from datetime import date
from typing import Final

from records.danish_dates import danish_date
from records.models import PartKind, Passage

MAX_PHRASE_CHARS: Final = 160
"""Longest body or title in the context line; with these the line takes under 150 of the 509 tokens."""


def embedding_text(passage: Passage) -> str:
    """Return the context line, what was proposed where the passage decides on it, and the text."""
    matter = passage.matter if passage.part is PartKind.BESLUTNING else None
    return "\n".join(filter(None, (context_line(passage), matter, passage.text)))


def invented_text(text: str, *, body: str, day: date, title: str, part: PartKind) -> str:
    """Return the text as it would be embedded if it stood in such a meeting, under such a punkt."""
    return f"{_line(body, day, title, _named(part))}\n{text}"


def context_line(passage: Passage) -> str:
    """Return body, date, punkt title and part as one line.

    A title that is very long ends in "…"; the passage's own text is never shortened.
    """
    return _line(passage.body, passage.date, passage.punkt_title, _part(passage))


def _line(body: str, day: date | None, title: str, part: str) -> str:
    meeting = [_shortened(body), danish_date(day) if day else ""]
    return " · ".join(filter(None, [", ".join(filter(None, meeting)), _shortened(title), part]))


def _part(passage: Passage) -> str:
    if passage.part is PartKind.BILAG and passage.bilag_title:
        return f"Bilag: {_shortened(passage.bilag_title)}"
    return _named(passage.part)


def _named(part: PartKind) -> str:
    return part.value.capitalize()


def _shortened(phrase: str) -> str:
    """Return the phrase, cut between two words where it is too long."""
    joined = " ".join(phrase.split())
    if len(joined) <= MAX_PHRASE_CHARS:
        return joined
    cut = joined[:MAX_PHRASE_CHARS]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + " …"
