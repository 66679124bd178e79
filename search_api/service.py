"""A search from its parameters to its answer; the one way through, for the API, the pages and the command."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from records.embedding import Embedder
from records.reranking import Reranker
from records.settings import Settings
from records.store import SearchStore
from search_api.access import ANYONE, Reader
from search_api.answer import ANSWER_DEPTH, choose_answer
from search_api.answer_first import answer_first
from search_api.candidates import first_punkter
from search_api.closest_sentence import ClosestSentences
from search_api.facets import read_facets, read_total
from search_api.floor import Background, load_background
from search_api.likeliest import choose_likeliest, likely, settled
from search_api.links import SEARCH
from search_api.meeting_day import asks_of_a_day
from search_api.models import Answer, Hit, Query, SearchResponse
from search_api.named_days import on_the_days
from search_api.params import SearchParams
from search_api.query import Meaning, Search, minutes_body, search_body
from search_api.reranking import RERANKED_HITS, Reranking
from search_api.results import BEST_ALONE, SHARES_OF_A_LONG_QUESTION, by_punkt, read_hit
from search_api.sentence_vectors import SentenceVectors
from search_api.served_index import ServedIndex
from search_api.spelling import Speller
from search_api.thesaurus import load_thesaurus
from search_api.understanding import Understanding, understand

Json = dict[str, Any]

# So many of the best hits are gathered under their punkter; the counts speak of all of them.
GROUPED_HITS = 300


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the hits from ``start`` on, and the best of all, which answer it."""

    aggregations: Json
    ranked: Sequence[Json]
    start: int
    best: Sequence[Json]


class SearchService:
    """Searches one archive."""

    def __init__(
        self, settings: Settings, store: SearchStore, embedder: Embedder, reranker: Reranker | None = None
    ) -> None:
        self._store = store
        self._alias = settings.index
        self._cache_dir = settings.caches
        self._embedder = embedder
        self._background: Background | None = None
        self._index = ServedIndex(store, settings.index, embedder.model)
        self._speller = Speller(store, settings.index)
        self._thesaurus = load_thesaurus(settings.search.thesaurus)
        self._sentence_vectors = SentenceVectors(embedder)
        self._closest_sentences = ClosestSentences(self._sentence_vectors)
        self._reranking = Reranking(reranker)

    async def prepare(self) -> None:
        """Do beforehand what the first search would otherwise wait for."""
        await self._loaded_background()

    async def check(self) -> None:
        """Return if the index can be searched.

        :raises ReferatsoegError: if it cannot.
        """
        await self._index.state()

    async def search(
        self, params: SearchParams, reader: Reader = ANYONE, path: str = SEARCH
    ) -> SearchResponse:
        """Return what was found; the links of the facets lead to ``path``.

        A likelier spelling is searched by itself only where the question as typed finds nothing.
        """
        started = time.perf_counter()
        response, correction = await asyncio.gather(
            self._answered(params, reader, path), self._speller.correction(reader, params.q)
        )
        if correction and not response.total:
            response, correction = await self._corrected(params, correction, response, reader, path)
        told = {"q": params.q, "correction": correction, "is_corrected": response.query.q == correction}
        query = response.query.model_copy(update=told)
        took_ms = round((time.perf_counter() - started) * 1000)
        return response.model_copy(update={"query": query, "took_ms": took_ms})

    async def _corrected(
        self, params: SearchParams, correction: str, nothing: SearchResponse, reader: Reader, path: str
    ) -> tuple[SearchResponse, str | None]:
        """Return what the correction finds, and the correction; where it finds nothing either, there is none.

        What was chosen in the facets is left aside here: a choice must not change what is searched.
        """
        unnarrowed = params.unnarrowed()
        if unnarrowed != params and await self._finds(unnarrowed, reader):
            return nothing, correction
        corrected = params.model_copy(update={"q": correction})
        if not await self._finds(corrected.unnarrowed(), reader):
            return nothing, None
        return await self._answered(corrected, reader, path), correction

    async def _finds(self, params: SearchParams, reader: Reader) -> bool:
        search = await self._understood(params, reader)
        page = await self._send(search, 0, 1, search.by_date)
        return read_total(page["aggregations"]) > 0

    async def _answered(self, params: SearchParams, reader: Reader, path: str) -> SearchResponse:
        """Return what was found, searched as it stands; how long it took is not known here."""
        search, found = await self.gathered(params, reader)
        best = found.best
        answer = settled(_answer(search, best), await self._likeliest_answer(search, best))
        return SearchResponse(
            query=_query(search),
            total=read_total(found.aggregations),
            took_ms=0,
            answer=answer,
            hits=tuple(await self._shown(search, found, answer)),
            facets=read_facets(found.aggregations, params, path),
        )

    async def gathered(self, params: SearchParams, reader: Reader = ANYONE) -> tuple[Search, Found]:
        """Return the search and what it found, the best hits with their minutes."""
        search = await self._understood(params, reader)
        found = await self._found(search)
        best = await self._with_minutes(search, found.best)
        return search, replace(found, best=on_the_days(search.understanding.days, best))

    async def _likeliest_answer(self, search: Search, best: Sequence[Json]) -> Answer | None:
        """Return the sentence that likeliest answers, if one surely does."""
        found = likely(search.understanding, best)
        if not (search.meaning and found):
            return None
        vectors = await self._sentence_vectors.of([one.meant for one in found])
        return choose_likeliest(found, vectors, search.meaning.vector, search.meaning.calibration)

    async def _shown(self, search: Search, found: Found, answer: Answer | None) -> list[Hit]:
        ranked = found.ranked if search.by_date else answer_first(found.ranked, answer)
        offset, size = _stretch(search)
        hits = _hits(search, ranked[offset - found.start :][:size])
        return await self._closest_sentences.marked(hits, search.meaning.vector) if search.meaning else hits

    async def _understood(self, params: SearchParams, reader: Reader) -> Search:
        state = await self._index.state()
        understanding = understand(params.q, self._thesaurus)
        meaning = None
        # A day has none, and lies near every other.
        if params.mode != "keyword" and understanding.topic and not asks_of_a_day(understanding):
            meaning = await self._meaning(understanding)
        return Search(params, understanding, meaning, reader, state.passages)

    async def _meaning(self, understanding: Understanding) -> Meaning:
        background = await self._loaded_background()
        # The question whole finds the right passage first more often than its topic alone: in 32 of 100
        # against 24 over the demo corpus, 44 against 40 over the real referater.
        vectors = await asyncio.to_thread(self._embedder.embed_queries, [understanding.question])
        return Meaning(vectors[0], background.calibrate(vectors[0]))

    async def _loaded_background(self) -> Background:
        if self._background is None:
            self._background = await asyncio.to_thread(load_background, self._embedder, self._cache_dir)
        return self._background

    async def _found(self, search: Search) -> Found:
        """Return the hits of the page asked for and the best of all, which the answer is chosen from.

        One request does for both, but for pages far down and for those sorted by date.
        """
        offset, size = _stretch(search)
        if search.browses:
            page = await self._send(search, offset, size, by_date=True)
            return Found(page["aggregations"], page["hits"]["hits"], offset, ())
        within = not search.by_date and offset + size <= GROUPED_HITS
        depth = max(ANSWER_DEPTH, RERANKED_HITS, offset + size) if within else ANSWER_DEPTH
        page = await self._send(search, 0, depth, by_date=False)
        best = page["hits"]["hits"]
        if not within:
            page = await self._send(search, offset, size, search.by_date)
            return Found(page["aggregations"], page["hits"]["hits"], offset, best)
        # What is beyond GROUPED_HITS is far beyond what is reranked; the answer goes by evidence alone.
        ranked = await self._reranking.ordered(search, best)
        return Found(page["aggregations"], ranked, 0, best[:ANSWER_DEPTH])

    async def _with_minutes(self, search: Search, best: Sequence[Json]) -> Sequence[Json]:
        """Return the best hits with the minutes of their first punkter, best first.

        A question may find what was proposed, and neither its words nor its meaning stand in "Godkendt.".
        """
        if not (best and search.understanding.asks):
            return best
        found = {hit["_id"]: hit for hit in best}
        minutes = await self._scored(search, minutes_body(search, first_punkter(best), ANSWER_DEPTH))
        found |= {hit["_id"]: hit for hit in minutes["hits"]["hits"] if hit["_id"] not in found}
        return sorted(found.values(), key=lambda hit: -hit["_score"])

    async def _send(self, search: Search, offset: int, size: int, by_date: bool) -> Json:
        return await self._scored(search, search_body(search, offset, size, by_date))

    async def _scored(self, search: Search, body: Json) -> Json:
        """Return what OpenSearch found, each hit's score above what says nothing."""
        response = await self._store.search(self._alias, body)
        scales = search.scales
        for hit in response["hits"]["hits"]:
            hit["_score"] = None if hit["_score"] is None else scales.score(hit["_score"])
        return response


def _stretch(search: Search) -> tuple[int, int]:
    """Return from where and how many hits are to be shown."""
    if search.params.group == "punkt":
        return 0, GROUPED_HITS
    return search.params.offset, search.params.size


def _hits(search: Search, raw: Sequence[Json]) -> list[Hit]:
    params = search.params
    explained_by = search.scales if params.explain else None
    hits = [read_hit(hit, explained_by) for hit in raw]
    if params.group == "none":
        return hits
    shares = SHARES_OF_A_LONG_QUESTION if search.understanding.is_long else BEST_ALONE
    return by_punkt(hits, shares)[params.offset : params.offset + params.size]


def _answer(search: Search, best: Sequence[Json]) -> Answer | None:
    calibration = search.meaning.calibration if search.meaning else None
    return choose_answer(search.understanding, best, calibration)


def _query(search: Search) -> Query:
    return Query(
        q=search.params.q,
        intent=search.understanding.intent,
        topic=search.understanding.topic,
        mode=search.params.mode,
    )
