"""Reranking: a model that reads question and passage together puts the best hits in order.

It only deals the scores of these hits out anew: the highest to the hit that it finds best. So whatever
follows them still does, punkter are weighed as ever, and what it adds or takes stands beside the other
parts of a hit's score.
"""

from collections.abc import Sequence
from typing import Any

from records.reranking import Reranker
from search_api.fusion import RERANKER, rescored
from search_api.query import Search
from search_api.recent import Recent

Json = dict[str, Any]

RERANKED_HITS = 50
# Those of some 80 searches, so that turning the page costs nothing.
KEPT_SCORES = 4_000


class Reranking:
    """Puts hits in the order of the reranker, if there is one; pairs scored lately are not scored again."""

    def __init__(self, reranker: Reranker | None) -> None:
        self._reranker = reranker
        self._recent: Recent[tuple[str, str], float] = Recent(KEPT_SCORES)

    async def ordered(self, search: Search, hits: Sequence[Json]) -> Sequence[Json]:
        """Return the hits, the best of them in their new order.

        A search by words alone promises just that and is left as it is.

        :param hits: OpenSearch's, best first, from the very first on.
        """
        if self._reranker is None or search.meaning is None:
            return hits
        best = hits[:RERANKED_HITS]
        scores = await self._scores(self._reranker, search.understanding.question, best)
        return [*dealt(best, scores), *hits[RERANKED_HITS:]]

    async def _scores(self, reranker: Reranker, question: str, hits: Sequence[Json]) -> list[float]:
        pairs = [(question, _text(hit["_source"])) for hit in hits]
        scores = await self._recent.values(
            pairs, lambda missing: reranker.scores(question, [text for _, text in missing])
        )
        return [scores[pair] for pair in pairs]


def dealt(hits: Sequence[Json], scores: Sequence[float]) -> list[Json]:
    """Return the hits by the reranker's scores, their own scores dealt out in that order.

    What the reranker thinks the same of stays in its order.
    """
    places = sorted(range(len(hits)), key=lambda place: -scores[place])
    return [rescored(hits[place], hits[rank]["_score"], RERANKER) for rank, place in enumerate(places)]


def _text(source: Json) -> str:
    """Return what is read: a passage seldom says itself what its punkt is about."""
    return f"{source['punkt']['title']}\n{source['text']}"
