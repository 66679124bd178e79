"""Spelling: a likelier form of a question, by the words of the passages that the reader may see.

Three steps, of which most questions need but the first: which words stand nowhere; what is like those, or
makes them up; and which of that stands in the reader's own passages, and how it is written there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from records.store import SearchStore
from search_api.access import Reader
from search_api.spelling_candidates import (
    Change,
    Doubt,
    beside_clauses,
    doubtful_words,
    doubts,
    is_compound,
    joins,
    likeliest,
    pair_clauses,
    pairs_of,
    part_clauses,
    word_clauses,
)
from search_api.spelling_letters import Word, fold, replaced
from search_api.spelling_query import (
    Seen,
    beginning_with,
    holding_body,
    like_body,
    read_counts,
    read_like,
    read_seen,
    seen_body,
)

Json = dict[str, Any]

# Beyond this a question is a text, and nobody looks at what was meant by one word of it. With the pairs they
# make some 400 clauses, and a query may hold 1,024.
MOST_WORDS = 12
MOST_UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class _Looked:
    """What the first step found: the words that stand nowhere as typed, and pairs that are written as one.

    Of a word in ``stems`` there are other forms, by the stemmer's light.
    """

    unknown: Sequence[Word] = ()
    stems: frozenset[str] = frozenset()
    joined: Sequence[Change] = ()


class Speller:
    """Corrects questions by the words of one archive."""

    def __init__(self, store: SearchStore, alias: str) -> None:
        self._store = store
        self._alias = alias

    async def correction(self, reader: Reader, question: str, is_unfinished: bool = False) -> str | None:
        """Return the question as it is likelier spelt, None where it is well as it stands.

        :param is_unfinished: whether the last word is still being typed.
        """
        looked = await self._look(reader, question, is_unfinished)
        changes = [*looked.joined, *await self._likelier(reader, question, looked)]
        corrected = replaced(question, ((one.start, one.end, one.text) for one in changes))
        return corrected if fold(corrected) != fold(question) else None

    async def _look(self, reader: Reader, question: str, is_unfinished: bool) -> _Looked:
        words, pairs = doubtful_words(question)[:MOST_WORDS], pairs_of(question)[:MOST_WORDS]
        clauses = {**word_clauses(words), **pair_clauses(pairs)}
        if not clauses:
            return _Looked()
        if is_unfinished and words and words[-1].end == len(question):
            clauses[f"whole {words[-1].folded}"] = beginning_with(words[-1].folded)
        counts = read_counts(await self._search(holding_body(reader, clauses)))
        joined = list(joins(pairs, counts))
        apart = (word for word in words if not any(one.start <= word.start < one.end for one in joined))
        unknown = [word for word in apart if not counts[f"whole {word.folded}"]][:MOST_UNKNOWN]
        stems = frozenset(word.folded for word in unknown if counts[f"stem {word.folded}"])
        return _Looked(unknown, stems, joined)

    async def _likelier(self, reader: Reader, question: str, looked: _Looked) -> list[Change]:
        if not looked.unknown:
            return []
        body = like_body(reader, part_clauses(looked.unknown), {word.folded for word in looked.unknown})
        answer = await self._search(body)
        counts, like = read_counts(answer), read_like(answer)
        unmade = [word for word in looked.unknown if not is_compound(word, counts)]
        found = doubts(question, unmade, like, looked.stems)
        near = {one for doubt in found for one in doubt.near}
        if not near:
            return _changes(found, {}, counts)
        answer = await self._search(seen_body(reader, beside_clauses(found), near))
        return _changes(found, read_seen(answer), {**counts, **read_counts(answer)})

    async def _search(self, body: Json) -> Json:
        return await self._store.search(self._alias, body)


def _changes(found: Sequence[Doubt], seen: Mapping[str, Seen], counts: Mapping[str, int]) -> list[Change]:
    return [change for doubt in found if (change := likeliest(doubt, seen, counts))]
