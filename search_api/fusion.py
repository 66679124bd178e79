"""Fusion: the scores of the sub-queries, each brought to 0 to 1, weighed together."""

from dataclasses import dataclass
from typing import Any

from mappings.loader import fusion_pipeline
from search_api import keyword_query, semantic_query
from search_api.understanding import Intent

Json = dict[str, Any]

BOOSTS = "boosts"
# The order in which the sub-queries stand, and their weights with them.
SUB_QUERIES = (keyword_query.NAME, semantic_query.NAME, BOOSTS)

_MINUTES = ("beslutning", "referat")


@dataclass(frozen=True, slots=True)
class Lead:
    """The parts that lead for an intent, and the share of the score that leading gives."""

    parts: tuple[str, ...]
    weight: float


LEADS: dict[Intent, Lead] = {
    "decision": Lead(_MINUTES, 0.4),
    "follow_up": Lead(_MINUTES, 0.4),
    "latest": Lead(_MINUTES, 0.1),
    "when": Lead(_MINUTES, 0.1),
    "amount": Lead(("indstilling", "bilag"), 0.1),
    "none": Lead(("beslutning",), 0.02),
}


def boosts_query(intent: Intent) -> Json:
    """Return a sub-query that lifts the parts that lead; what is found at all is the filter's business."""
    leading = {"terms": {"part": list(LEADS[intent].parts), "_name": BOOSTS}}
    return {"constant_score": {"filter": leading}}


def weights(intent: Intent) -> tuple[float, ...]:
    """Return the weights of the sub-queries, in their order; the data share what leading leaves."""
    keyword, semantic = _combination(fusion_pipeline())["weights"]
    rest = 1 - LEADS[intent].weight
    return keyword * rest, semantic * rest, LEADS[intent].weight


def pipeline(intent: Intent, explain: bool) -> Json:
    """Return the search pipeline, with OpenSearch's account of each score where it is asked for."""
    definition = fusion_pipeline()
    _combination(definition)["weights"] = list(weights(intent))
    if explain:
        definition["response_processors"] = [{"hybrid_score_explanation": {}}]
    return definition


def _combination(pipeline: Json) -> Json:
    processor: Json = pipeline["phase_results_processors"][0]["normalization-processor"]
    parameters: Json = processor["combination"]["parameters"]
    return parameters
