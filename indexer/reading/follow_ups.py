"""Follow-ups in minutes: who does what by when, with the quotation."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from indexer.reading.acts import STATES, is_known_party, is_party, is_to_be_done, may_act
from indexer.reading.due import due_in
from indexer.reading.people import People, without_title
from indexer.reading.register import written_forms
from records.models import Due, FollowUp, Paragraph
from records.sentences import sentences

_NAME = (
    r"[A-ZÆØÅ][\w&æøåé./-]*(?:(?: |, (?=[A-ZÆØÅ][\w-]*(?:,| og)))"
    r"(?:[A-ZÆØÅ][\wæøåé./-]+|og [A-ZÆØÅ][\wæøåé.-]+|i [A-ZÆØÅ]{2,}|(?:hos|fra) [A-ZÆØÅ][\w-]+)){0,5}"
)
_DOES = (
    r"(?:følger(?: selv)? (?:(?:dette|det|sagen) )?op|afklarer\b|undersøger\b|vender tilbage|samler op"
    r"|tager kontakt|tager (?:selv )?fat|tager (?:[\w-]+ ){1,6}op\b|(?:får|laver|indgår) (?:lavet )?en aftale"
    r"|udarbejder\b|sørger for\b|melder tilbage)"
)
# "Skole og Fritid følger op i samarbejde med Lise.", "…, så Lise Bro følger op i forhold til …"
_FOLLOWS = re.compile(rf"(?:^|[\s,;:(])(?P<who>{_NAME}) (?P<does>{_DOES})")
# "SFR skriver en vejledning.", "Lise Bro finder et andet sted."
_WITH = re.compile(rf"\b(?:(?:i samarbejde|sammen|aftale) med|op med) (?P<who>{_NAME})")
_LEADING = re.compile(
    r"^(?:Det|Der|Dette|Her|Hertil|Derfor|Og|Så|Samtidig|Punktet|Sagen|Man|Vi|De|Den|Udvalget|Byrådet"
    r"|Magistraten) "
)
_AND = re.compile(r" og (?=[A-ZÆØÅ])|, ")
# A sentence of so few words says only that somebody follows up; what it is about stands before it.
_BARE_WORDS = 9
# What points back at the sentence before tells nothing of its own.
_TELLS = re.compile(r"\b(?!(?:det|dette|den|dem|heri|herom|herpå|derpå|sagen|punktet|spørgsmålet)\b)\w{3,}")


def follow_ups(paragraphs: Sequence[Paragraph], meeting: date | None, people: People) -> Iterator[FollowUp]:
    """Yield the follow-ups of some minutes, in order."""
    for paragraph in paragraphs:
        found = sentences(paragraph.text)
        for place, sentence in enumerate(found):
            match = followed_up(sentence)
            if match is None:
                continue
            before = found[place - 1] if place and _is_bare(match, sentence) else ""
            due = due_in(sentence, meeting) or due_in(before, meeting)
            quote = f"{before} {sentence}".strip()
            who = tuple(dict.fromkeys(people.full(name) for name in _who(match, sentence)))
            what = quote if _says_more(match, sentence, due) else before or sentence
            yield FollowUp(who, what, due, quote, paragraph.page)


def _is_bare(match: re.Match[str], sentence: str) -> bool:
    """Tell whether a sentence says only that somebody follows up."""
    return match.re is _FOLLOWS and len(sentence.split()) <= _BARE_WORDS


def _says_more(match: re.Match[str], sentence: str, due: Due | None) -> bool:
    """Tell whether a sentence says more than who follows up, with whom and when: whom they turn to, say."""
    partner = _WITH.search(sentence, match.start("does"))
    known = (partner.group().removeprefix("op ") if partner else "", due.said if due else "")
    rest = sentence[match.end() :]
    for said in known:
        rest = rest.replace(said, "")
    return bool(_TELLS.search(rest))


def followed_up(sentence: str) -> re.Match[str] | None:
    """Return who follows up by a sentence, None where it tells of nobody."""
    match = _FOLLOWS.search(sentence)
    if match:
        return None if _LEADING.match(match["who"] + " ") else match
    match = _acts().match(sentence)
    if match is None or _LEADING.match(match["who"] + " "):
        return None
    done = is_to_be_done(sentence[match.start("does") :])
    if is_known_party(match["who"]):
        return match if done or match["does"] not in STATES else None
    return match if done and may_act(match["who"]) else None


@cache
def _acts() -> re.Pattern[str]:
    """Return a pattern for a department or a name, and a verb in the present tense, that open a sentence."""
    forms = written_forms().pattern
    return re.compile(
        rf"^(?:[-•–] )?(?:\d{{1,2}}[.)] )?(?P<who>{forms}|{_NAME})(?: \([A-ZÆØÅ&]{{2,4}}\))? "
        r"(?P<does>[a-zæøå]+(?:r|es))\b"
    )


def _who(match: re.Match[str], sentence: str) -> Iterator[str]:
    yield from _parties(match["who"])
    partner = _WITH.search(sentence, match.start("does"))
    # "Bo Ek finder sammen med Lise Bro et sted": further from the verb it is whom it is done with.
    beside = match.re is _FOLLOWS or (partner and partner.start() == match.end() + 1)
    if partner and (beside or written_forms().match(partner["who"])):
        yield from _parties(partner["who"])


def _parties(words: str) -> Iterator[str]:
    """Yield each department or person; a department's own name may hold an "og"."""
    known = written_forms().search(words)
    if known and known.group() == words:
        yield words
        return
    found = [name for party in _AND.split(words) if (name := without_title(party.strip(" .,")))]
    # "Plan og Byg" is one department, "Bo Ek og Lise" are two persons.
    if len(found) > 1 and not any(map(is_party, found)) and all(" " not in name for name in found):
        yield words.strip(" .,")
        return
    yield from found
