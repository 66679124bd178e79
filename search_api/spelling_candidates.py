"""What may have been meant by a word, and which of it is likeliest; no index in sight."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from mappings.loader import words as listed
from search_api.spelling_cost import spelling_cost, spelling_limit
from search_api.spelling_endings import endings, is_inflected
from search_api.spelling_letters import Word, as_typed, fold, plain_words, written
from search_api.spelling_query import Seen, as_written, beginning_with, in_any_form
from search_api.understanding import understand

Json = dict[str, Any]

STOPWORDS = "danish_stopwords.txt"
# Danish as it is written in any municipality: what stands here is right, whether the archive holds it or not.
KNOWN_LISTS = ("background.txt", STOPWORDS)

# Shorter words are all neighbours of one another.
LEAST_CHARS = 4
# A longer one is none that anybody meant. What it may be made of is looked up letter by letter, and one of
# 900 took all of the engine's memory.
MOST_CHARS = 40
# A part of a compound is no shorter: "sti", "hus", "vej".
LEAST_PART = 3
LINKS = ("", "s", "e")
# A word written as two, or two as one, is a small slip.
PARTED = 0.5
# Two words that once stand side by side may do so by chance.
TELLING = 2
# A word that somewhere stands beside the word it stands beside here may differ by so much more.
BESIDE = 0.4
# The stemmer takes a word now and then for a form of quite another, as "husing" for one of "hus".
LIMIT_BESIDE_STEM = 0.8
# Of the words near the one typed, so many are looked up.
MOST_NEAR = 6


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the question and what is likelier there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that stands nowhere as typed, what stands beside it, and what may have been meant.

    ``near`` says by how much each word differs; ``limit`` is how much one may.
    """

    word: Word
    before: str | None
    after: str | None
    near: Mapping[str, float]
    limit: float


def doubtful_words(question: str) -> list[Word]:
    """Return the words of what is asked about that may be misspelt."""
    return [
        word
        for word in topic_words(question)
        if LEAST_CHARS <= len(word.text) <= MOST_CHARS and word.folded not in _known_words()
    ]


def topic_words(question: str) -> list[Word]:
    """Return the plain words of what is asked about; those that made it a question are right."""
    understanding = understand(question)
    begin = question.rfind(understanding.topic)
    if understanding.intent == "none" or begin < 0:
        return plain_words(question)
    return [word for word in plain_words(question) if begin <= word.start < begin + len(understanding.topic)]


@cache
def _known_words() -> frozenset[str]:
    return frozenset(
        word.folded for name in KNOWN_LISTS for line in listed(name) for word in plain_words(line)
    )


def pairs_of(question: str) -> list[tuple[Word, Word]]:
    """Return the neighbours that may be one word written as two."""
    stops = {fold(word) for word in listed(STOPWORDS)}
    return [
        (first, second)
        for first, second in pairwise(topic_words(question))
        if question[first.end : second.start] == " "
        and min(len(first.text), len(second.text)) >= LEAST_PART
        and not {first.folded, second.folded} & stops
    ]


def pair_clauses(pairs: Iterable[tuple[Word, Word]]) -> dict[str, Json]:
    """Return what tells whether the pairs stand somewhere as two words, and as one."""
    clauses: dict[str, Json] = {}
    for first, second in pairs:
        clauses[f"apart {first.folded} {second.folded}"] = as_written(f"{first.folded} {second.folded}")
        # As one they stand where a word begins so: to the stemmer "torvigen" is a form of "torv".
        clauses |= {f"one {one}": beginning_with(one) for one in _joined(first, second)}
    return clauses


def joins(pairs: Iterable[tuple[Word, Word]], counts: Mapping[str, int]) -> Iterator[Change]:
    """Yield the pairs that stand nowhere as two words, but somewhere as one; no word is used twice."""
    end = 0
    for first, second in pairs:
        found = [one for one in _joined(first, second) if counts[f"one {one}"]]
        if found and first.start >= end and not counts[f"apart {first.folded} {second.folded}"]:
            end = second.end
            yield Change(first.start, end, as_typed(found[0], first.text))


def _joined(first: Word, second: Word) -> list[str]:
    return [f"{first.folded}{link}{second.folded}" for link in LINKS]


def word_clauses(words: Iterable[Word]) -> dict[str, Json]:
    """Return what tells whether each word stands somewhere as typed, and whether a form of it does."""
    clauses: dict[str, Json] = {}
    for word in words:
        clauses[f"whole {word.folded}"] = as_written(word.folded)
        clauses[f"stem {word.folded}"] = in_any_form(word.folded)
    return clauses


def part_clauses(words: Iterable[Word]) -> dict[str, Json]:
    """Return what tells whether each word is made of others: its parts, and both side by side."""
    clauses: dict[str, Json] = {}
    for first, second in (parts for word in words for parts in _parts(word)):
        # Not in any form: to the stemmer "plann" is a form of "plan".
        clauses |= {f"part {part}": as_written(part) for part in (first, first.removesuffix("s"), second)}
        clauses |= {f"linked {one}": as_written(one) for one in _linked(first, second)}
        clauses[f"parted {first} {second}"] = as_written(f"{first} {second}")
    return clauses


def is_compound(word: Word, counts: Mapping[str, int]) -> bool:
    """Tell whether the word is made of two that stand somewhere, and nowhere in another way.

    Another way is as two words, "housing first", or with a link between them, "høringssvar".
    """
    return any(
        counts[f"part {second}"]
        and (counts[f"part {first}"] or counts[f"part {first.removesuffix('s')}"])
        and counts[f"parted {first} {second}"] < TELLING
        and not any(counts[f"linked {one}"] for one in _linked(first, second))
        for first, second in _parts(word)
    )


def _parts(word: Word) -> list[tuple[str, str]]:
    text = word.folded
    parts = ((text[:at], text[at:]) for at in range(LEAST_PART, len(text) - LEAST_PART + 1))
    return [(first, second) for first, second in parts if second not in endings()]


def _linked(first: str, second: str) -> list[str]:
    return [f"{first}{link}{second}" for link in LINKS if link]


def doubts(
    question: str, words: Iterable[Word], like: Mapping[str, Iterable[str]], stems: frozenset[str]
) -> list[Doubt]:
    """Return each word with what may have been meant; beside one in doubt stands the nearest to it."""
    limits = {
        word: min(spelling_limit(word.folded), LIMIT_BESIDE_STEM if word.folded in stems else math.inf)
        for word in words
    }
    near = {word: _near(word.folded, like[word.folded], limit + BESIDE) for word, limit in limits.items()}
    around = plain_words(question)
    meant = {word: next(iter(near.get(word, ())), word.folded) for word in around}
    before = {second: meant[first] for first, second in pairwise(around)}
    after = {first: meant[second] for first, second in pairwise(around)}
    return [
        Doubt(word, before.get(word), after.get(word), near[word], limit) for word, limit in limits.items()
    ]


def _near(word: str, like: Iterable[str], limit: float) -> dict[str, float]:
    """Return the words that may have been meant, with what they differ by, the nearest first."""
    costs = ((spelling_cost(word, one), one) for one in like if one.isalpha())
    within = sorted((cost, one) for cost, one in costs if cost <= limit or is_inflected(word, one))
    return {one: cost for cost, one in within[:MOST_NEAR]}


def beside_clauses(found: Iterable[Doubt]) -> dict[str, Json]:
    """Return what tells whether what may have been meant stands beside the same words somewhere else."""
    clauses: dict[str, Json] = {}
    for doubt in found:
        for one in doubt.near:
            if doubt.before:
                clauses[f"beside {doubt.before} {one}"] = as_written(f"{doubt.before} {one}")
            if doubt.after:
                clauses[f"beside {one} {doubt.after}"] = as_written(f"{one} {doubt.after}")
    return clauses


def likeliest(doubt: Doubt, seen: Mapping[str, Seen], counts: Mapping[str, int]) -> Change | None:
    """Return the nearest word, of those as near the one that most passages hold; none if it is but a form."""
    word = doubt.word
    costs = {one: cost - _gain(doubt, one, counts) for one, cost in doubt.near.items() if one in seen}
    found = [(cost, -seen[one].passages, one, written(one, seen[one].texts)) for one, cost in costs.items()]
    found += [
        (PARTED, -times, "", f"{first} {second}")
        for first, second in _parts(word)
        if (times := counts[f"parted {first} {second}"]) >= TELLING
    ]
    if not found:
        return None
    cost, _, one, text = min(found)
    if cost > doubt.limit or is_inflected(word.folded, one):
        return None
    return Change(word.start, word.end, as_typed(text, word.text))


def _gain(doubt: Doubt, one: str, counts: Mapping[str, int]) -> float:
    sides = (f"beside {doubt.before} {one}", f"beside {one} {doubt.after}")
    return BESIDE if any(counts.get(side) for side in sides) else 0.0
