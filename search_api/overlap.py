"""How much of a topic a text holds: its words whatever their endings, parts of them, what stands for them."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile

from search_api.spelling_letters import fold
from search_api.thesaurus import Word, without_ending_after_e

# "herbergspladser" and "herberget" share their first five letters; at four "plan" already meets "plantes".
STEM_LETTERS = 5
# A part of a compound has so many letters, a word without its ending one less.
MIN_LETTERS = 4
SHORTEST = 3

# How surely a word of the text is the one asked for.
SAME = 1.0
# "fondsmidler" for "fonde"; "bolig" and "akutbolig" for each other, for the last part says what a thing is.
PART = 0.8
# Another word that may stand for it, by the thesaurus.
VARIANT = 0.7
# "boligomdannelsen" for "ældreboliger", "skole" for "skolemad", which share a part; "husing" for "housing".
KIN = 0.5
NONE = 0.0

# "bænke", "OK31", "1.250"
_WORD = re.compile(r"[^\W\d_]+(?:\d[^\W_]*)?|\d[\d.,]*")
# "§ 85 a", "§85": a paragraph of law is one word, and another than the bare number.
_PARAGRAPH = re.compile(r"§+\s*(\d+)\s?([a-h]?)(?![^\W_])")
_ENDINGS = ("ernes", "erne", "enes", "ens", "ets", "ers", "ene", "er", "en", "et", "es", "e", "s")


def held(topic: Sequence[Word], text: str) -> tuple[float, ...]:
    """Return for each word of the topic how surely the text holds it, from 0 to 1."""
    tokens = frozenset(tokens_of(text))
    bases = frozenset(map(_base, tokens))
    return tuple(_held(word, tokens, bases) for word in topic)


def tokens_of(text: str) -> list[str]:
    """Return the words and numbers of the text in lower case, in one spelling."""
    folded = fold(text)
    paragraphs = [f"§ {number}{letter}" for number, letter in _PARAGRAPH.findall(folded)]
    words_and_numbers = _WORD.findall(_PARAGRAPH.sub(" ", folded))
    return [*paragraphs, *(token.rstrip(".,") for token in words_and_numbers)]


@lru_cache(maxsize=1 << 16)
def likeness(word: str, token: str) -> float:
    """Return how surely the token is the word, a part of it or a compound with it."""
    if word == token:
        return SAME
    if not (word[0].isalpha() and token[0].isalpha()):
        return NONE
    one, other = _base(word), _base(token)
    if one == other:
        return SAME
    if min(len(one), len(other)) >= MIN_LETTERS:
        if other.startswith(one) or other.endswith(one) or one.endswith(other):
            return PART
        if one.startswith(other):
            return KIN
    long_enough = min(len(one), len(other)) >= STEM_LETTERS
    return KIN if long_enough and (_shares_a_part(one, other) or _one_letter_off(one, other)) else NONE


def same_head(word: str, token: str) -> bool:
    """Tell whether the two name the same kind of thing: of a compound the last part says what it is."""
    one, other = sorted((_base(word), _base(token)), key=len)
    return one == other or (len(one) >= MIN_LETTERS and other.endswith(one))


def _held(word: Word, tokens: frozenset[str], bases: frozenset[str]) -> float:
    own = max((likeness(word.text, token) for token in tokens), default=NONE)
    if own >= VARIANT:
        return own
    if any(_bases(other) <= bases for other in word.also):
        return VARIANT
    return max(own, KIN) if any(_begins_one(other, bases) for other in word.also) else own


def _begins_one(variant: str, bases: frozenset[str]) -> bool:
    """Tell whether a compound begins with the variant: "rusmiddelområdet" for "misbrug"."""
    base = _base(fold(variant))
    return len(base) >= STEM_LETTERS and any(word.startswith(base) for word in bases)


@cache
def _bases(phrase: str) -> frozenset[str]:
    return frozenset(map(_base, tokens_of(phrase)))


def _shares_a_part(one: str, other: str) -> bool:
    head, tail = slice(None, STEM_LETTERS), slice(-STEM_LETTERS, None)
    return one[head] in (other[head], other[tail]) or one[tail] == other[head]


def _one_letter_off(one: str, other: str) -> bool:
    """Tell whether a letter more, less or another makes one word of the other: "husing" and "housing"."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    shorter, longer = sorted((one[same:], other[same:]), key=len)
    return longer[1:] in (shorter, shorter[1:])


@cache
def _base(word: str) -> str:
    """Return the word without its ending, "boligerne" as "bolig", "huset" as "hus"."""
    word = without_ending_after_e(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word
