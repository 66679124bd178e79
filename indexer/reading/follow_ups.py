"""Follow-ups in minutes: who does what by when, with the quotation."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from indexer.reading.due import due_in
from indexer.reading.register import written_forms
from indexer.reading.sentences import sentences
from records.models import FollowUp, Paragraph

_NAME = r"[A-ZÆØÅ][\wæøåé.-]*(?: (?:[A-ZÆØÅ][\wæøåé.-]+|og [A-ZÆØÅ][\wæøåé.-]+|i [A-ZÆØÅ]{2,}|(?:hos|fra|i) [A-ZÆØÅ][\w-]+)){0,5}"
_DOES = r"(?:følger(?: selv)? op|følger(?: selv)? (?:dette|det|sagen) op|afklarer\b|undersøger\b|vender tilbage|samler op|tager kontakt|udarbejder\b|sørger for\b|bringer\b.{3,40}\btilbage\b)"
# "Skole og Fritid følger op i samarbejde med Lise.", "…, så Lise Bro følger op i forhold til …"
_FOLLOWS = re.compile(rf"(?:^|[\s,;:(])(?P<who>{_NAME}) (?P<does>{_DOES})")
_WITH = re.compile(rf"\bop (?:(?:i samarbejde|sammen) med|med) (?P<who>{_NAME})")
_LEADING = re.compile(r"^(?:Det|Der|Dette|Her|Hertil|Derfor|Og|Så|Samtidig|Punktet|Sagen) ", re.IGNORECASE)
_TITLES = re.compile(
    r"^[A-ZÆØÅ]\w*(?:chefen?|direktøren?|lederen?|konsulenten?|sekretæren?|koordinatoren?|rådmand|formand)\s+(?=[A-ZÆØÅ])"
)
_AND = re.compile(r" og (?=[A-ZÆØÅ])|, ")
# A sentence of so few words says only that somebody follows up; what it is about stands before it.
_BARE_WORDS = 9


def follow_ups(paragraphs: Sequence[Paragraph], meeting: date | None) -> Iterator[FollowUp]:
    """Yield the follow-ups of some minutes, in order."""
    for index, paragraph in enumerate(paragraphs):
        found = sentences(paragraph.text)
        for place, sentence in enumerate(found):
            match = _FOLLOWS.search(sentence)
            if match is None or _LEADING.match(match["who"] + " "):
                continue
            before = found[place - 1] if place else ""
            what = before if before and len(sentence.split()) <= _BARE_WORDS else sentence
            due = due_in(sentence, meeting) or (due_in(before, meeting) if what == before else None)
            quote = f"{before} {sentence}" if what == before and before else sentence
            yield FollowUp(tuple(_who(match, sentence)), what, due, quote, paragraphs[index].page)


def _who(match: re.Match[str], sentence: str) -> Iterator[str]:
    yield from _parties(match["who"])
    partner = _WITH.search(sentence, match.start("does"))
    if partner:
        yield from _parties(partner["who"])


def _parties(words: str) -> Iterator[str]:
    """Yield each department or person; a department's own name may hold an "og"."""
    known = written_forms().search(words)
    if known and known.group() == words:
        yield words
        return
    for party in _AND.split(words):
        name = _TITLES.sub("", party.strip(" .,"))
        if name:
            yield name
