"""Fusion: the scores of the sub-queries, each brought to 0 to 1, weighed together."""

from typing import Any

from mappings.loader import fusion_pipeline
from search_api import keyword_query, semantic_query
from search_api.understanding import Intent

Json = dict[str, Any]

BOOSTS = "boosts"
# The order in which the sub-queries stand, and the weights of the pipeline with them.
SUB_QUERIES = (keyword_query.NAME, semantic_query.NAME, BOOSTS)

# The parts that lead: what was decided, unless the question is for what stands elsewhere.
_LEADING_PARTS: dict[Intent, tuple[str, ...]] = {
    "decision": ("beslutning", "referat"),
    "follow_up": ("beslutning", "referat"),
    "latest": ("beslutning", "referat"),
    "when": ("beslutning", "referat"),
    "amount": ("indstilling", "bilag"),
    "none": ("beslutning",),
}


def boosts_query(intent: Intent, matches: list[Json]) -> Json:
    """Return a sub-query that lifts the parts that lead, among what the others find and nothing beside it."""
    found = {"bool": {"should": matches, "minimum_should_match": 1}}
    leading = {"terms": {"part": list(_LEADING_PARTS[intent])}}
    return {"constant_score": {"filter": {"bool": {"filter": [leading, found]}}, "_name": BOOSTS}}


def pipeline(explain: bool) -> Json:
    """Return the search pipeline, with OpenSearch's account of each score where it is asked for."""
    definition = fusion_pipeline()
    if explain:
        definition["response_processors"] = [{"hybrid_score_explanation": {}}]
    return definition


def weights() -> tuple[float, ...]:
    """Return the weights of the sub-queries, in their order."""
    processor = fusion_pipeline()["phase_results_processors"][0]["normalization-processor"]
    return tuple(processor["combination"]["parameters"]["weights"])
