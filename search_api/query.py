"""The whole search as one body for OpenSearch, the access filter inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from records.models import MINUTES
from search_api import fusion
from search_api.access import Reader, access_filter
from search_api.facets import facet_aggregations
from search_api.floor import Calibration
from search_api.highlights import highlight
from search_api.keyword_query import NAME as KEYWORD
from search_api.keyword_query import (
    enough_words,
    exact_clauses,
    keyword_query,
    some_words,
    title_evidence,
)
from search_api.meeting_day import as_the_meeting_ran, asks_of_a_day, of_the_day
from search_api.named_ansvarlig import named_ansvarlig, worth_of_naming
from search_api.operator_query import operator_clauses
from search_api.params import SearchParams
from search_api.selections import all_but, selections
from search_api.semantic_query import NAME as SEMANTIC
from search_api.semantic_query import near_query, semantic_query
from search_api.understanding import Understanding

Json = dict[str, Any]

SOURCE = {"excludes": ["vector"]}
# As a meeting ran, and of no two passages the same; so what is found stands in one order, on every page and
# whatever was loaded first.
_IN_PLACE: list[Json] = [
    {"meeting.id": "asc"},
    {"page": "asc"},
    {"punkt.id": "asc"},
    {"part": "asc"},
    {"bilag.number": "asc"},
    {"ordinal": "asc"},
]
BY_DATE: list[Json] = [{"meeting.date": {"order": "desc", "missing": "_last"}}, *_IN_PLACE]
BY_SCORE: list[Json] = [{"_score": "desc"}, *_IN_PLACE]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The query's vector and where its cosines begin to say something."""

    vector: NDArray[np.float32]
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class Search:
    """A search, ready to be built; ``meaning`` is absent where only words are searched for."""

    params: SearchParams
    understanding: Understanding
    meaning: Meaning | None
    reader: Reader
    passages: int

    @property
    def browses(self) -> bool:
        """Whether nothing is searched for, so that everything is shown."""
        u = self.understanding
        return not (u.topic or u.phrases or u.cases)

    @property
    def scales(self) -> fusion.Scales:
        """What the scores are multiplied by."""
        return fusion.scales(self.understanding, self.meaning.calibration if self.meaning else None)

    @property
    def by_date(self) -> bool:
        """Whether the newest come first."""
        return self.browses or self.params.sort == "date"


def search_body(search: Search, offset: int, size: int, by_date: bool) -> Json:
    """Return the body that finds the stretch of hits, and the facets and total of the whole match set."""
    chosen = selections(search.params)
    return {
        "from": offset,
        "size": size,
        "track_total_hits": True,
        "_source": SOURCE,
        "query": _query(search),
        "post_filter": all_but(None, chosen),
        "aggs": facet_aggregations(chosen),
        "highlight": highlight(search.understanding),
        "sort": BY_DATE if by_date else BY_SCORE,
    }


def minutes_body(search: Search, punkter: Sequence[str], size: int) -> Json:
    """Return the body that finds the minutes of these punkter, scored as what was searched for is."""
    minutes = {"bool": {"filter": [{"terms": {"punkt.id": [*punkter]}}, {"terms": {"part": MINUTES}}]}}
    return {
        "size": size,
        "_source": SOURCE,
        "query": _scored(search, _among(search), minutes),
        "post_filter": all_but(None, selections(search.params)),
        "sort": BY_SCORE,
    }


def _query(search: Search) -> Json:
    """Return the query: its filter is the match set, and what stands beside it only scores."""
    among = _among(search)
    if search.browses:
        # Nothing asked shows everything; what was asked, but holds nothing to search by, finds nothing.
        says_nothing = search.params.q and not search.understanding.operators
        return {"match_none": {}} if says_nothing else {"bool": {"filter": among}}
    return _scored(search, among, _match_set(search, among))


def _scored(search: Search, among: list[Json], found: Json) -> Json:
    scoring = _scoring(search)
    named = map(worth_of_naming, _named(search))
    return {"bool": {"filter": [*among, found], "should": [*scoring, *named, *_evidence(search)]}}


def _scoring(search: Search) -> list[Json]:
    if asks_of_a_day(search.understanding):
        return [as_the_meeting_ran(search.understanding, fusion.BOOSTS)]
    return fusion.fused(_queries(search), search.scales, search.understanding)


def _among(search: Search) -> list[Json]:
    return [
        access_filter(search.reader),
        {"term": {"kind": "passage"}},
        *exact_clauses(search.understanding),
        *operator_clauses(search.understanding.operators),
    ]


def _match_set(search: Search, among: list[Json]) -> Json:
    """Return the union of what is found by words, by meaning, and by a little of each."""
    if asks_of_a_day(search.understanding):
        return {"bool": {"should": of_the_day(search.understanding), "minimum_should_match": 1}}
    found = []
    if search.params.mode != "semantic" or search.meaning is None:
        found.append(enough_words(search.understanding))
        found += _named(search)
    if search.meaning is not None:
        vector, calibration = search.meaning.vector, search.meaning.calibration
        found.append(near_query(vector, calibration.floor, among, search.passages))
        if search.params.mode == "hybrid" and search.understanding.words:
            holding = [*among, some_words(search.understanding)]
            found.append(near_query(vector, calibration.floor_with_words, holding, search.passages))
    return {"bool": {"should": found, "minimum_should_match": 1}}


def _queries(search: Search) -> dict[str, Json]:
    """Return the queries that score, by their names, each by its own light."""
    keyword = {KEYWORD: keyword_query(search.understanding)}
    if search.meaning is None:
        return keyword
    semantic = {SEMANTIC: semantic_query(search.meaning.vector)}
    return semantic if search.params.mode == "semantic" else keyword | semantic


def _named(search: Search) -> list[Json]:
    """Return the query for what the one who is named answers for, if it is a name; meaning knows none."""
    named = None if search.params.mode == "semantic" else named_ansvarlig(search.understanding)
    return [named] if named else []


def _evidence(search: Search) -> list[Json]:
    return [title_evidence(search.understanding)] if search.understanding.topic else []
