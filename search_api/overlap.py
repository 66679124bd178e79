"""How much of a topic a text holds: its words whatever their endings, parts of them, what stands for them."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from search_api.thesaurus import Word, common_words

# "herbergspladser" and "herberget" share their first five letters; at four "plan" already meets "plantes".
STEM_LETTERS = 5
MIN_LETTERS = 4

# How surely a word of the text is the one asked for.
SAME = 1.0
# "fondsmidler" for "fonde", "akutbolig" for "bolig".
PART = 0.8
# Another word that may stand for it, by the thesaurus.
VARIANT = 0.7
# "boligomdannelsen" for "ældreboliger": two compounds that share a part.
KIN = 0.5
NONE = 0.0

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_LETTERS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))
_ENDINGS = ("ernes", "erne", "enes", "ens", "ets", "ers", "ene", "er", "en", "et", "es", "e", "s")


def shared_words(topic: str, text: str) -> int:
    """Return how many words of the topic, the common ones aside, begin like a word of the text."""
    return len(_beginnings(topic) & _beginnings(text))


def held(topic: Sequence[Word], text: str) -> tuple[float, ...]:
    """Return for each word of the topic how surely the text holds it, from 0 to 1."""
    tokens = frozenset(tokens_of(text))
    bases = frozenset(map(_base, tokens))
    return tuple(_held(word, tokens, bases) for word in topic)


def tokens_of(text: str) -> list[str]:
    """Return the words and numbers of the text in lower case, in one spelling."""
    lowered = text.lower()
    for spelling, letter in _LETTERS:
        lowered = lowered.replace(spelling, letter)
    return [token.rstrip(".,") for token in _WORD.findall(lowered)]


@lru_cache(maxsize=1 << 16)
def likeness(word: str, token: str) -> float:
    """Return how surely the token is the word, a part of it or a compound with it."""
    if word == token:
        return SAME
    if word[0].isdigit() or token[0].isdigit():
        return NONE
    one, other = sorted((_base(word), _base(token)), key=len)
    if one == other:
        return SAME
    if len(one) >= MIN_LETTERS and (other.startswith(one) or other.endswith(one)):
        return PART
    if min(len(word), len(token)) >= STEM_LETTERS and _shares_a_part(_base(word), _base(token)):
        return KIN
    return NONE


def same_head(word: str, token: str) -> bool:
    """Tell whether the two name the same kind of thing: of a compound the last part says what it is."""
    one, other = sorted((_base(word), _base(token)), key=len)
    return one == other or (len(one) >= MIN_LETTERS and other.endswith(one))


def _held(word: Word, tokens: frozenset[str], bases: frozenset[str]) -> float:
    own = max((likeness(word.text, token) for token in tokens), default=NONE)
    if own >= VARIANT:
        return own
    return VARIANT if any(_bases(other) <= bases for other in word.also) else own


@cache
def _bases(phrase: str) -> frozenset[str]:
    return frozenset(map(_base, tokens_of(phrase)))


def _shares_a_part(one: str, other: str) -> bool:
    head, tail = slice(None, STEM_LETTERS), slice(-STEM_LETTERS, None)
    return one[head] in (other[head], other[tail]) or one[tail] == other[head]


@cache
def _base(word: str) -> str:
    """Return the word without its ending, "boligerne" as "bolig"; four letters at least are left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_LETTERS:
            return word[: -len(ending)]
    return word


def _beginnings(text: str) -> set[str]:
    return {word[:STEM_LETTERS] for word in _WORD.findall(text.lower()) if _tells(word)}


def _tells(word: str) -> bool:
    return (len(word) >= MIN_LETTERS or word[0].isdigit()) and word not in common_words()
