"""From OpenSearch's hits to ours."""

from collections.abc import Iterable, Mapping
from typing import Any

from search_api import keyword_query, semantic_query
from search_api.fusion import SUB_QUERIES, weights
from search_api.links import file_url, passage_url
from search_api.models import BilagRef, DocumentRef, Hit, MeetingRef, PunktRef, Why
from search_api.understanding import Intent

Json = Mapping[str, Any]


def read_hit(raw: Json, explained_as: Intent | None) -> Hit:
    """Return the hit, with the account of its score if the intent that it was found under is given."""
    source = raw["_source"]
    punkt, document = PunktRef(**source["punkt"]), DocumentRef(**source["document"])
    return Hit(
        id=raw["_id"],
        score=raw["_score"],
        url=passage_url(punkt.id, raw["_id"]),
        file_url=file_url(document.id, source["page"]),
        page=source["page"],
        document=document,
        meeting=MeetingRef(**source["meeting"]),
        punkt=punkt,
        part=source["part"],
        bilag=BilagRef(**source["bilag"]) if source.get("bilag") else None,
        ansvarlig=tuple(source.get("ansvarlig", ())),
        sag=tuple(source.get("sag", ())),
        text=" ".join(source["text"].split()),
        highlights=tuple(" ".join(h.split()) for h in raw.get("highlight", {}).get("text", ())),
        why=_why(raw, explained_as) if explained_as else None,
    )


def by_punkt(hits: Iterable[Hit]) -> list[Hit]:
    """Return the best hit of each punkt, in the order they came, with the punkt's others in ``more``."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.punkt.id, []).append(hit)
    return [best.model_copy(update={"more": tuple(others)}) for best, *others in groups.values()]


def _why(raw: Json, intent: Intent) -> Why | None:
    """Return the parts that the score is the sum of."""
    if raw["_score"] is None:
        return None
    matched = raw.get("matched_queries", {})
    if not _is_fused(raw):
        name = keyword_query.NAME if keyword_query.NAME in matched else semantic_query.NAME
        return Why(**{name: raw["_score"]})
    # The account holds one detail for each sub-query that found the passage, in their order.
    found = [
        (name, weight) for name, weight in zip(SUB_QUERIES, weights(intent), strict=True) if name in matched
    ]
    details = raw["_explanation"]["details"]
    parts = {name: weight * d["value"] for (name, weight), d in zip(found, details, strict=True)}
    return Why(**parts)


def _is_fused(raw: Json) -> bool:
    return str(raw.get("_explanation", {}).get("description")).endswith("combination of:")
