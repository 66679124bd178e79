"""What kind of fact a question asks for, and whether a sentence holds one of that kind."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from search_api.amounts import COSTS, MONEY, SHARE, SIZE, numbers
from search_api.dates import DAY, FREQUENCY, SEASON, SPAN
from search_api.overlap import same_head, tokens_of
from search_api.sentences import CELL
from search_api.understanding import Understanding

FactKind = Literal["money", "share", "count", "size", "day", "span", "frequency"]

# How well a sentence fits what is asked for.
FITS = 1.0
# The sum, where parts of it are told too.
IN_ALL = 1.1
# A number of something else perhaps; a season; the day in a row of a table, which tells not what for.
LOOSE = 0.7
# What is hoped for or proposed, where it was asked what is; one year's money, and no year named.
DOUBTFUL = 0.6
MISSES = 0.0

# The first that matches decides, so the more particular ones come first.
_KINDS: tuple[tuple[FactKind, str], ...] = (
    ("span", r"\bhvor (?:længe|lang tid)\b"),
    ("frequency", r"\bhvor (?:tit|ofte)\b"),
    ("day", r"\b(?:hvornår|hvilken (?:dato|dag)|datoen|(?:tids)?frist(?:en)?|deadlinen?)\b"),
    ("share", r"\b(?:hvor (?:meget|mange) af|hvor mange procent|hvor stor en (?:an)?del|andelen?)\b"),
    ("count", r"\bhvor mange (?!penge\b|midler\b|kroner\b)"),
    (
        "money",
        rf"\b(?:{COSTS}|penge\w*|midler|kroner|beløb\w*|budget\w*|udgift\w*|tilskud\w*|husleje\w*|takst\w*"
        r"|bevilling\w*|\w*puljen?|besparelse\w*|betal\w*)\b"
        r"|\bhvor meget (?:får|er der afsat|afsættes)\b|\bhvad (?:bruger|brugte|sparer)\b",
    ),
    ("count", r"\bantal(?:let)?\b"),
)
_ASKED_KINDS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)
# Hvor mange pladser er der? · antal pladser
_COUNTED = re.compile(r"\b(?:hvor mange|antal(?:let)?(?: af)?)\s+(.+)", re.IGNORECASE)
# The thing that is counted stands within so many words after the number; in the question after "hvor mange".
_NEAR = 3
# "Den samlede udgift er …": the sum of what the titles name.
_MEASURE = re.compile(
    r"^\W*(?:(?:den|det|de) )?(?:\w+ )?(?:udgift|omkostning|pris|budget|beløb|anlægssum)\w*\b", re.IGNORECASE
)
_SUM = re.compile(r"\b(?:i alt|sammenlagt|tilsammen)\b", re.IGNORECASE)
_YEARLY = re.compile(r"\b(?:om året|pr\.? år|årlig\w*|hvert år)\b", re.IGNORECASE)
_EXPECTS = re.compile(r"\b(?:forvente[rst]?|ventes|mål(?:et|sætning\w*)|foreslå\w*)\b", re.IGNORECASE)
# 1) at rådmanden godkender … · B. at der afsættes …
_PROPOSED = re.compile(r"^\W*(?:(?:\d+|[A-Za-z])[.)]\s*)?at\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; ``counted`` are the words that may name what is counted."""

    kind: FactKind
    counted: tuple[str, ...] = ()
    by_year: bool = False
    expects: bool = False


def asked(understanding: Understanding) -> Asked:
    """Return what the question asks for; where it is not said, the size of something."""
    question = understanding.question
    unsaid: FactKind = "size"
    kind = next((kind for kind, pattern in _ASKED_KINDS if pattern.search(question)), unsaid)
    met = _COUNTED.search(question)
    telling = {word.text for word in understanding.words}
    return Asked(
        kind=kind,
        counted=tuple(token for token in tokens_of(met[1])[:_NEAR] if token in telling) if met else (),
        by_year=bool(_YEARLY.search(question)),
        expects=bool(_EXPECTS.search(question)),
    )


def fit(what: Asked, sentence: str) -> float:
    """Return how well the sentence holds what is asked for, from 0 to 1.1."""
    found = _FIT[what.kind](what, sentence)
    if not found or what.expects:
        return found
    hoped = what.kind != "day" and _EXPECTS.search(sentence)
    of_no_year = what.kind == "money" and what.by_year and not _YEARLY.search(sentence)
    return min(found, DOUBTFUL) if hoped or of_no_year or _PROPOSED.match(sentence) else found


def names_measure(what: Asked, sentence: str) -> bool:
    """Tell whether the sentence begins with the sum that is asked for, so that its titles say of what."""
    return what.kind == "money" and bool(_MEASURE.match(sentence))


def _day(_: Asked, sentence: str) -> float:
    if DAY.search(sentence):
        return LOOSE if CELL in sentence else FITS
    return LOOSE if SEASON.search(sentence) or FREQUENCY.search(sentence) else MISSES


def _span(_: Asked, sentence: str) -> float:
    return FITS if SPAN.search(sentence) else LOOSE if DAY.search(sentence) else MISSES


def _frequency(_: Asked, sentence: str) -> float:
    return FITS if FREQUENCY.search(sentence) else MISSES


def _money(_: Asked, sentence: str) -> float:
    return FITS if MONEY.search(sentence) else MISSES


def _share(_: Asked, sentence: str) -> float:
    return FITS if SHARE.search(sentence) else MISSES


def _size(_: Asked, sentence: str) -> float:
    return FITS if SIZE.search(sentence) else LOOSE if any(numbers(sentence)) else MISSES


def _count(what: Asked, sentence: str) -> float:
    after = list(_after_numbers(sentence))
    if any(same_head(word, token) for tokens in after for token in tokens for word in what.counted):
        return IN_ALL if _SUM.search(sentence) else FITS
    return LOOSE if after else MISSES


def _after_numbers(sentence: str) -> Iterator[Sequence[str]]:
    counting = (number for number in numbers(sentence) if not MONEY.match(sentence, number.start()))
    found = (*counting, *SHARE.finditer(sentence))
    return (tokens_of(sentence[met.end() :])[:_NEAR] for met in found)


_FIT: dict[FactKind, Callable[[Asked, str], float]] = {
    "day": _day,
    "money": _money,
    "share": _share,
    "count": _count,
    "size": _size,
    "span": _span,
    "frequency": _frequency,
}
