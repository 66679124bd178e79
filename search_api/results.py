"""From OpenSearch's hits to ours."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from search_api.fusion import Scales
from search_api.links import file_url, passage_url
from search_api.models import BilagRef, DocumentRef, Hit, MeetingRef, PunktRef, Why

Json = Mapping[str, Any]

# What the best, next and third passage of a punkt count for, if the question is too long for one to answer
# all of it. On Folketing's, hybrid nDCG@10 is 0.839 with these, 0.832 with 0.4 and 0.2, and by the best alone
# 0.766.
SHARES_OF_A_LONG_QUESTION = (1.0, 0.3, 0.15)
# What they count for otherwise, for one passage answers it: the first punkt shows the right one for 274 of
# 363 questions of staff, and with shares of 0.5 and 0.25 beside it for 265.
BEST_ALONE = (1.0,)


def read_hit(raw: Json, explained_by: Scales | None) -> Hit:
    """Return the hit, with the account of its score if the scales that it was scored by are given."""
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
        confidence=source.get("confidence"),
        text=" ".join(source["text"].split()),
        repeats=source.get("repeats"),
        decided=_decided(source),
        highlights=tuple(" ".join(h.split()) for h in raw.get("highlight", {}).get("text", ())),
        why=_why(raw, explained_by) if explained_by else None,
    )


def _decided(source: Json) -> str | None:
    beslutning = source.get("record", {}).get("beslutning")
    return " ".join(beslutning["text"].split()) if beslutning else None


def by_punkt(hits: Iterable[Hit], shares: Sequence[float] = BEST_ALONE) -> list[Hit]:
    """Return the best hit of each punkt, the weightiest punkt first, with the punkt's others in ``more``.

    Hits without a score, those by date, keep the order they came in. A punkt's hits that say the same stand
    there once.

    :param shares: what its best hit, the next and so on count for in the punkt's weight.
    """

    def weight(group: Sequence[Hit]) -> float:
        return sum(share * (hit.score or 0.0) for share, hit in zip(shares, group, strict=False))

    groups: dict[str, dict[str, Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.punkt.id, {}).setdefault(hit.repeats or hit.id, hit)
    weightiest = sorted(([*group.values()] for group in groups.values()), key=weight, reverse=True)
    return [best.model_copy(update={"more": tuple(others)}) for best, *others in weightiest]


def _why(raw: Json, scales: Scales) -> Why | None:
    """Return the parts that the score is the sum of."""
    if raw["_score"] is None:
        return None
    return Why(**scales.parts(raw.get("matched_queries", {})))
