"""Spelling: a likelier form of a question, by the words of the passages that the reader may see.

Three steps, of which most questions need but the first: which words no passage holds; what is like those, or
makes them up; and which of that stands in the reader's own passages, and how it is written there.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from mappings.loader import words as listed
from records.store import SearchStore
from search_api.access import Reader
from search_api.spelling_cost import spelling_cost, spelling_limit
from search_api.spelling_endings import is_inflected
from search_api.spelling_letters import Word, as_typed, fold, plain_words, replaced, written
from search_api.spelling_query import (
    as_written,
    beginning_with,
    holding_body,
    in_any_form,
    like_body,
    read_counts,
    read_like,
    read_seen,
    seen_body,
)
from search_api.understanding import understand

Json = dict[str, Any]

# Shorter words are all neighbours of one another.
LEAST_CHARS = 4
# Beyond this a question is a text, and nobody looks at what was meant by one word of it.
MOST_WORDS = 20
MOST_UNKNOWN = 4
# A part of a compound is no shorter: "sti", "hus", "vej".
LEAST_PART = 3
# A word written as two, or two as one, is a small slip.
PARTED = 0.5
LINKS = ("", "s", "e")
# The stemmer takes a word now and then for a form of quite another, as "husing" for one of "hus".
LIMIT_BESIDE_STEM = 0.8
# Of the words near the one typed, so many are looked up.
MOST_NEAR = 6

# Danish as it is written in any municipality: what stands here is right, whether the archive holds it or not.
KNOWN_LISTS = ("background.txt", "danish_stopwords.txt")


@dataclass(frozen=True, slots=True)
class _Change:
    """A stretch of the question and what is likelier there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Looked:
    """What the first step found: the words that stand nowhere as typed, and pairs that are written as one.

    Of a word in ``stems`` there are other forms, by the stemmer's light.
    """

    unknown: Sequence[Word] = ()
    stems: frozenset[str] = frozenset()
    joined: Sequence[_Change] = ()


class Speller:
    """Corrects questions by the words of one archive."""

    def __init__(self, store: SearchStore, alias: str) -> None:
        self._store = store
        self._alias = alias

    async def correction(self, reader: Reader, question: str, is_unfinished: bool = False) -> str | None:
        """Return the question as it is likelier spelt, None where it is well as it stands.

        :param is_unfinished: whether the last word is still being typed.
        """
        words = _of_the_topic(question, plain_words(question))[:MOST_WORDS]
        looked = await self._look(reader, question, words, is_unfinished)
        changes = [*looked.joined, *await self._likelier(reader, looked)]
        corrected = replaced(question, ((one.start, one.end, one.text) for one in changes))
        return corrected if fold(corrected) != fold(question) else None

    async def _look(
        self, reader: Reader, question: str, words: Sequence[Word], is_unfinished: bool
    ) -> _Looked:
        doubtful = [
            word for word in words if len(word.text) >= LEAST_CHARS and word.folded not in known_words()
        ]
        pairs = _pairs(question, words)
        clauses = {**_words_clauses(doubtful), **_pairs_clauses(pairs)}
        if is_unfinished and doubtful and doubtful[-1].end == len(question):
            clauses[f"whole {doubtful[-1].folded}"] = beginning_with(doubtful[-1].folded)
        if not clauses:
            return _Looked()
        counts = read_counts(await self._search(holding_body(reader, clauses)))
        joined = list(_joins(pairs, counts))
        apart = (word for word in doubtful if not any(one.start <= word.start < one.end for one in joined))
        unknown = [word for word in apart if not counts[f"whole {word.folded}"]][:MOST_UNKNOWN]
        stems = frozenset(word.folded for word in unknown if counts[f"stem {word.folded}"])
        return _Looked(unknown, stems, joined)

    async def _likelier(self, reader: Reader, looked: _Looked) -> list[_Change]:
        if not looked.unknown:
            return []
        words = {word.folded for word in looked.unknown}
        clauses = {name: clause for word in words for name, clause in _made_of(word).items()}
        answer = await self._search(like_body(reader, clauses, words))
        counts, like = read_counts(answer), read_like(answer)
        doubtful = [word for word in looked.unknown if not _is_compound(word.folded, counts)]
        near = {
            word.folded: _near(word.folded, like[word.folded], word.folded in looked.stems)
            for word in doubtful
        }
        seen = await self._seen(reader, {one for found in near.values() for one in found})
        changes = (_likeliest(word, near[word.folded], seen, counts) for word in doubtful)
        return [change for change in changes if change]

    async def _seen(self, reader: Reader, words: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Return the words that the reader's passages hold: in how many, and how they are written there."""
        wanted = sorted(words)
        if not wanted:
            return {}
        answer = await self._search(seen_body(reader, wanted))
        texts = read_seen(answer)
        counts = read_counts(answer)
        return {word: (counts[word], written(word, texts[word])) for word in wanted if counts[word]}

    async def _search(self, body: Json) -> Json:
        return await self._store.search(self._alias, body)


@cache
def known_words() -> frozenset[str]:
    """Return the words that are right whatever the archive holds, as the index writes them."""
    return frozenset(
        word.folded for name in KNOWN_LISTS for line in listed(name) for word in plain_words(line)
    )


def _of_the_topic(question: str, words: Sequence[Word]) -> Sequence[Word]:
    """Return the words of what is asked about; those that made it a question are right."""
    understanding = understand(question)
    begin = question.rfind(understanding.topic)
    if understanding.intent == "none" or begin < 0:
        return words
    return [word for word in words if begin <= word.start < begin + len(understanding.topic)]


def _pairs(question: str, words: Sequence[Word]) -> list[tuple[Word, Word]]:
    """Return the neighbours that may be one word written as two."""
    stops = {fold(word) for word in listed("danish_stopwords.txt")}
    return [
        (first, second)
        for first, second in pairwise(words)
        if question[first.end : second.start] == " "
        and min(len(first.text), len(second.text)) >= LEAST_PART
        and not {first.folded, second.folded} & stops
    ]


def _words_clauses(words: Iterable[Word]) -> dict[str, Json]:
    clauses: dict[str, Json] = {}
    for word in words:
        clauses[f"whole {word.folded}"] = as_written(word.folded)
        clauses[f"stem {word.folded}"] = in_any_form(word.folded)
    return clauses


def _pairs_clauses(pairs: Iterable[tuple[Word, Word]]) -> dict[str, Json]:
    clauses: dict[str, Json] = {}
    for first, second in pairs:
        clauses[f"apart {first.folded} {second.folded}"] = as_written(f"{first.folded} {second.folded}")
        clauses |= {f"one {one}": in_any_form(one) for one in _joined(first, second)}
    return clauses


def _joined(first: Word, second: Word) -> list[str]:
    return [f"{first.folded}{link}{second.folded}" for link in LINKS]


def _joins(pairs: Iterable[tuple[Word, Word]], counts: Mapping[str, int]) -> Iterable[_Change]:
    """Yield the pairs that stand nowhere as two words, but somewhere as one; no word is used twice."""
    end = 0
    for first, second in pairs:
        found = [one for one in _joined(first, second) if counts[f"one {one}"]]
        if found and first.start >= end and not counts[f"apart {first.folded} {second.folded}"]:
            end = second.end
            yield _Change(first.start, end, as_typed(found[0], first.text))


def _made_of(word: str) -> dict[str, Json]:
    """Return what tells whether the word is made of others: its parts, and both side by side."""
    clauses: dict[str, Json] = {}
    for first, second in _parts(word):
        clauses |= {f"part {part}": _part(part) for part in (first, second)}
        clauses[f"parted {first} {second}"] = as_written(f"{first} {second}")
    return clauses


def _part(part: str) -> Json:
    """Return the clause for a part; one so short has too much that stems alike."""
    return as_written(part) if len(part) == LEAST_PART else in_any_form(part)


def _parts(word: str) -> list[tuple[str, str]]:
    return [(word[:at], word[at:]) for at in range(LEAST_PART, len(word) - LEAST_PART + 1)]


def _is_compound(word: str, counts: Mapping[str, int]) -> bool:
    return any(counts[f"part {first}"] and counts[f"part {second}"] for first, second in _parts(word))


def _near(word: str, like: Iterable[str], has_stem: bool) -> dict[str, float]:
    """Return the words that may have been meant, with what they differ by, the nearest first."""
    limit = min(spelling_limit(word), LIMIT_BESIDE_STEM if has_stem else math.inf)
    costs = ((spelling_cost(word, one), one) for one in like if one.isalpha())
    within = sorted((cost, one) for cost, one in costs if cost <= limit or is_inflected(word, one))
    return {one: cost for cost, one in within[:MOST_NEAR]}


def _likeliest(
    word: Word, near: Mapping[str, float], seen: Mapping[str, tuple[int, str]], counts: Mapping[str, int]
) -> _Change | None:
    """Return the nearest word, of those as near the one that most passages hold."""
    if any(is_inflected(word.folded, one) for one in near if one in seen):
        return None
    found = [(cost, -seen[one][0], seen[one][1]) for one, cost in near.items() if one in seen]
    found += [
        (PARTED, -times, f"{first} {second}")
        for first, second in _parts(word.folded)
        if (times := counts[f"parted {first} {second}"])
    ]
    return _Change(word.start, word.end, as_typed(min(found)[2], word.text)) if found else None
