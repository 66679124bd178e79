"""How good a ranking is, query by query; the figures are ir-measures' own (trec_eval's)."""

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import RR, R, Success, nDCG

Qrels = Mapping[str, Mapping[str, int]]
Rankings = Mapping[str, Sequence[str]]
# The figures of every query, by the name of the measure.
Figures = Mapping[str, Mapping[str, float]]

MEASURES = {
    "ndcg@10": nDCG @ 10,
    "recall@100": R @ 100,
    "mrr@10": RR @ 10,
    "success@1": Success @ 1,
    "success@5": Success @ 5,
}


def figures(qrels: Qrels, rankings: Rankings) -> dict[str, dict[str, float]]:
    """Return each measure for each query of ``qrels``; one without a ranking counts as nothing found."""
    names = {measure: name for name, measure in MEASURES.items()}
    found: dict[str, dict[str, float]] = {name: dict.fromkeys(qrels, 0.0) for name in MEASURES}
    for one in ir_measures.iter_calc(list(names), _plain(qrels), _scored(rankings)):
        found[names[one.measure]][one.query_id] = one.value
    return found


def mean(values: Mapping[str, float]) -> float:
    """Return the mean over the queries, zero where there are none."""
    return sum(values.values()) / len(values) if values else 0.0


def _plain(qrels: Qrels) -> dict[str, dict[str, int]]:
    return {query: dict(judged) for query, judged in qrels.items()}


def _scored(rankings: Rankings) -> dict[str, dict[str, float]]:
    """Return a score for each rank, so that no tie is left for trec_eval to break in its own way."""
    return {
        query: {document: 1 / rank for rank, document in enumerate(ranked, 1)}
        for query, ranked in rankings.items()
    }
