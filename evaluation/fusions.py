"""Other ways to fuse, over the very parts that a search adds up: each ranks a search's best hits anew."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.found import Found, Searcher
from evaluation.production import WANTED
from search_api.models import Hit
from search_api.params import Mode, SearchParams
from search_api.service import SearchService

Column = NDArray[np.float64]
Fusion = Callable[[Column, Column, Column], Column]

# Cormack, Clarke and Büttcher, Reciprocal Rank Fusion, SIGIR 2009.
RRF_K = 60


def min_max(keyword: Column, semantic: Column, boosts: Column) -> Column:
    """Return each score brought to 0 to 1 by the least and the greatest that were found, halved and added."""
    return (_between(keyword) + _between(semantic)) / 2 + boosts


def z_score(keyword: Column, semantic: Column, boosts: Column) -> Column:
    """Return each score in standard deviations from the mean of what was found, halved and added."""
    return (_standing(keyword) + _standing(semantic)) / 2 + boosts


def rrf(keyword: Column, semantic: Column, boosts: Column) -> Column:
    """Return the sum of each ranking's reciprocal ranks, on a scale of 0 to 1."""
    reciprocal: Column = RRF_K * (1 / (RRF_K + _rank(keyword)) + 1 / (RRF_K + _rank(semantic)))
    return reciprocal / 2 + boosts


def fused_searcher(fusion: Fusion) -> Callable[[SearchService, Mode], Searcher]:
    """Return what makes a searcher that ranks by this fusion."""

    def searcher(service: SearchService, mode: Mode) -> Searcher:
        async def search(question: str) -> Found:
            params = SearchParams(q=question, mode=mode, size=WANTED, explain=True)
            response = await service.search(params)
            return Found(_ranked(response.hits, fusion), response.total, response.answer)

        return search

    return searcher


def _ranked(hits: Sequence[Hit], fusion: Fusion) -> tuple[str, ...]:
    parts = [hit.why for hit in hits if hit.why]
    keyword = np.array([why.keyword or 0.0 for why in parts])
    semantic = np.array([why.semantic or 0.0 for why in parts])
    boosts = np.array([why.boosts or 0.0 for why in parts])
    order = np.argsort(-fusion(keyword, semantic, boosts), kind="stable")
    return tuple(hits[place].id for place in order)


def _between(scores: Column) -> Column:
    width = np.ptp(scores) if scores.size else 0.0
    return (scores - scores.min()) / width if width else np.zeros_like(scores)


def _standing(scores: Column) -> Column:
    deviation = scores.std() if scores.size else 0.0
    standing: Column = (scores - scores.mean()) / deviation if deviation else np.zeros_like(scores)
    return standing


def _rank(scores: Column) -> Column:
    """Return each score's rank, the best being 1."""
    places = np.argsort(np.argsort(-scores, kind="stable"), kind="stable")
    return 1 + places.astype(np.float64)
