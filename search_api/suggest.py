"""Suggestions while typing: what the words typed so far may become."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from records.store import SearchStore
from search_api.access import Reader
from search_api.links import SEARCH_PAGE, punkt_url
from search_api.models import Suggestion, SuggestResponse
from search_api.params import SearchParams
from search_api.question_rules import Intent
from search_api.spelling import Speller
from search_api.suggest_query import AS_TYPED, MOST, suggestions_body, titles_body
from search_api.understanding import understand

Json = dict[str, Any]

# The questions that are offered to whoever has begun one of them.
OPENINGS: tuple[tuple[str, Intent], ...] = (
    ("hvad blev besluttet om", "decision"),
    ("hvem følger op på", "follow_up"),
    ("hvad er sidste nyt om", "latest"),
)
# With "hv" half the questions of the language begin.
LEAST_OF_OPENING = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A question being typed: its first words, what was typed of its topic, and what it asks for."""

    opening: str
    topic: str
    intent: Intent


class Suggester:
    """Completes what is typed from one archive."""

    def __init__(self, store: SearchStore, alias: str) -> None:
        self._store = store
        self._alias = alias
        self._speller = Speller(store, alias)

    async def suggest(self, reader: Reader, typed: str) -> SuggestResponse:
        """Return what the reader may mean, best first, and a likelier spelling where there is one."""
        if not typed:
            return SuggestResponse(query=typed)
        found, fits = await self._suggestions(reader, typed)
        if fits:
            return SuggestResponse(query=typed, suggestions=tuple(found))
        correction = await self._speller.correction(reader, typed, is_unfinished=True)
        if correction and not found:
            found, _ = await self._suggestions(reader, correction)
        return SuggestResponse(query=typed, suggestions=tuple(found), correction=correction)

    async def _suggestions(self, reader: Reader, typed: str) -> tuple[list[Suggestion], bool]:
        """Return the suggestions, and whether any of them fits as typed: then nothing is misspelt."""
        asked = questions(typed)
        bodies = [
            *(titles_body(reader, one.topic, one.intent) for one in asked),
            suggestions_body(reader, typed),
        ]
        answers = await asyncio.gather(*(self._store.search(self._alias, body) for body in bodies))
        hits = [answer["hits"]["hits"] for answer in answers]
        *titles, named = map(_best, hits)
        asking = _in_turn(
            [[_question(one, hit) for hit in of] for one, of in zip(asked, titles, strict=True)]
        )
        found = _different([*asking, *map(_suggestion, named)])[:MOST]
        return found, any(_fits(hit) for group in hits for hit in group)


def questions(typed: str) -> list[Question]:
    """Return the questions that what was typed is, or may be, the beginning of."""
    beginning = typed.casefold()
    openings = [
        Question(opening, "", intent)
        for opening, intent in OPENINGS
        if len(typed) >= LEAST_OF_OPENING and opening.startswith(beginning)
    ]
    understanding = understand(typed)
    topic = understanding.topic
    if openings or understanding.intent == "none" or topic in ("", understanding.question):
        return openings
    opening, at, rest = typed.rpartition(topic)
    return [Question(opening.rstrip(), topic, understanding.intent)] if at and not rest else []


def _best(hits: Sequence[Json]) -> list[Json]:
    """Return the hits that hold what was typed; where none does, those that nearly do."""
    return [hit for hit in hits if _fits(hit)] or list(hits)


def _fits(hit: Json) -> bool:
    return AS_TYPED in hit.get("matched_queries", ())


def _in_turn(groups: Sequence[Sequence[Suggestion]]) -> list[Suggestion]:
    """Return the first of each group, then the second of each, so that no group crowds out another."""
    most = max(map(len, groups), default=0)
    return [group[place] for place in range(most) for group in groups if place < len(group)]


def _question(question: Question, hit: Json) -> Suggestion:
    text = f"{question.opening} {hit['_source']['suggestion']['text']}"
    return Suggestion(text=text, kind="spørgsmål", url=_search_url(text))


def _suggestion(hit: Json) -> Suggestion:
    found, record = hit["_source"]["suggestion"], hit["_source"]["record"]
    return Suggestion(text=found["text"], kind=found["kind"], url=_url(found, record))


def _url(found: Json, record: Json) -> str:
    if found["kind"] == "punkt":
        return punkt_url(record["punkt_id"])
    if found["kind"] == "ansvarlig":
        return SearchParams(ansvarlig=(record["name"],)).url(SEARCH_PAGE)
    return _search_url(found["text"])


def _search_url(q: str) -> str:
    return SearchParams(q=q).url(SEARCH_PAGE)


def _different(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """Return the suggestions, of those that read the same only the first."""
    first: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        first.setdefault(suggestion.text.casefold(), suggestion)
    return list(first.values())
