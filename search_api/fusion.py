"""Fusion: what words, meaning, place and time say of a passage, each on a scale of its own, added up.

No scale depends on what else was found. So a score says the same in every search, and weak evidence stays
weak even where it is the best there is, which min-max would lift to the top.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Any

from search_api import keyword_query, named_ansvarlig, semantic_query
from search_api.floor import Calibration
from search_api.question_kinds import Kind
from search_api.question_rules import Intent
from search_api.understanding import Understanding

Json = dict[str, Any]

BOOSTS = "boosts"
RERANKER = "reranker"

# What a word that tells something counts for in BM25, its idf: one passage in ninety holds it. So a passage
# with every word of the question scores about 1 for its words.
USUAL_IDF = 4.5
# So many deviations above the background count as much as every word of the question. Of 9, 10, 12 and 16,
# success@1 is 0.69, 0.68, 0.68 and 0.68 on the demo corpus, 0.69, 0.70, 0.69 and 0.68 on the real referater.
EQUAL_Z = 10.0

# What each part counts for by itself, by what is asked for. Where nothing is, what was decided comes a little
# before the rest, and the bare agenda, which says who comes and where, after it. For a decision, 0.4 and 0.3
# have success@1 0.74 on the demo corpus and 0.74 on what staff would ask of it; as much for both 0.73 and
# 0.71, 0.3 and 0.4 0.70 and 0.71.
Lead = Mapping[str, float]

LEADS: dict[Intent, Lead] = {
    "decision": {"beslutning": 0.4, "referat": 0.3},
    "follow_up": {"beslutning": 0.3, "referat": 0.5},
    "latest": {"beslutning": 0.1, "referat": 0.1},
    "when": {"beslutning": 0.1, "referat": 0.1},
    "amount": {"indstilling": 0.1, "bilag": 0.1},
    "none": {"beslutning": 0.15, "referat": 0.1, "indstilling": 0.1, "bilag": 0.1},
}
# Where no rule knows the question, its words may still say what is asked for; the first of these counts.
LEADS_BY_KIND: dict[Kind, Lead] = {
    "decision": LEADS["decision"],
    "holder": LEADS["follow_up"],
    "yes or no": {"beslutning": 0.3, "referat": 0.2, "indstilling": 0.1, "bilag": 0.1},
}

# Who was there and who was not is seldom what is asked for, but short, and near its title in meaning; and
# what repeats another passage adds nothing to it. So any other passage counts for this. Of 0, 0.3 and 0.5,
# success@1 on the demo corpus is 0.62, 0.67 and 0.68; the real referater do not change.
TELLS_MORE = 0.5
# What the logarithm of its words counts for: of two passages alike, the longer one has the answer. A short
# one is little but its title, in meaning, and BM25 prefers it too. Of 0, 0.03 and 0.05, success@1 is 0.68,
# 0.71 and 0.72 on the demo corpus, 0.70, 0.71 and 0.71 on the real referater; at 0.1 it falls there to 0.65.
LENGTH = 0.05
# What a passage of 120 words, as most are, has of these two: scores count from there.
USUAL_BOOST = TELLS_MORE + LENGTH * log(1 + 120)

# What a meeting of today counts for; one a year old counts half: of two passages alike the newer comes first.
# Of 363 questions 276 find their passage first with 0.01 as without, and 274 with 0.02 and 0.05. Who asks for
# the latest asks for more than that.
GENTLE_RECENCY = 0.01
RECENCY: dict[Intent, float] = {"latest": 0.3}
HALF_AS_RECENT = "365d"

# What being of a meeting on the day, or in the month, counts for that a question names. Of 189 questions
# asked freely 123 find their passage first with 0.5 or 0.7, 122 with 0.3, and 113 without.
ON_THE_DAY = 0.5


@dataclass(frozen=True, slots=True)
class Scales:
    """What the scores of one search are multiplied by, and what of their sum says nothing."""

    keyword: float
    semantic: float
    nothing: float

    @property
    def factors(self) -> dict[str, float]:
        """What the score of each query is multiplied by, by the query's name."""
        return {keyword_query.NAME: self.keyword, semantic_query.NAME: self.semantic}

    def score(self, raw: float) -> float:
        """Return the score of a hit whose parts OpenSearch added up."""
        return raw - self.nothing - USUAL_BOOST

    def parts(self, matched: Mapping[str, float]) -> dict[str, float]:
        """Return what each part adds to a hit's score, given the scores of the queries that it matched."""
        factors = self.factors | {BOOSTS: 1.0, RERANKER: 1.0, named_ansvarlig.NAME: 1.0}
        parts = {name: matched[name] * factor for name, factor in factors.items() if name in matched}
        if semantic_query.NAME in parts:
            parts[semantic_query.NAME] -= self.nothing
        if BOOSTS in parts:
            parts[BOOSTS] -= USUAL_BOOST
        return parts


def scales(understanding: Understanding, calibration: Calibration | None) -> Scales:
    """Return the scales of a search; without a calibration nothing is scored by meaning."""
    keyword = 1 / (USUAL_IDF * keyword_query.words_worth(understanding))
    if calibration is None:
        return Scales(keyword, 0.0, 0.0)
    semantic = 1 / (EQUAL_Z * calibration.deviation) if calibration.deviation else 1.0
    return Scales(keyword, semantic, semantic * semantic_query.score_of_cosine(calibration.mean))


def fused(queries: Mapping[str, Json], scales: Scales, understanding: Understanding) -> list[Json]:
    """Return the scoring clauses: the queries, by their names, on their scales, and what leads."""
    scoring = [{"bool": {"must": query, "boost": scales.factors[name]}} for name, query in queries.items()]
    return [*scoring, _boosts(understanding)]


def rescored(hit: Json, score: float, part: str) -> Json:
    """Return the hit with another score, and what makes the difference added to one of its parts."""
    matched = hit.get("matched_queries", {})
    share = matched.get(part, 0.0) + score - hit["_score"]
    return {**hit, "_score": score, "matched_queries": {**matched, part: share}}


def _boosts(understanding: Understanding) -> Json:
    leading = [
        {"constant_score": {"filter": {"term": {"part": part}}, "boost": weight}}
        for part, weight in _lead(understanding).items()
    ]
    named = [{"constant_score": {"filter": day.clause(), "boost": ON_THE_DAY}} for day in understanding.days]
    tells_little = [{"term": {"attendance": True}}, {"exists": {"field": "repeats"}}]
    telling = {"constant_score": {"filter": {"bool": {"must_not": tells_little}}, "boost": TELLS_MORE}}
    longer = {"rank_feature": {"field": "words", "log": {"scaling_factor": 1}, "boost": LENGTH}}
    recent = {"field": "meeting.date", "origin": "now/d", "pivot": HALF_AS_RECENT}
    newest = {"distance_feature": {**recent, "boost": RECENCY.get(understanding.intent, GENTLE_RECENCY)}}
    should = [*leading, *named, telling, longer, newest]
    return {"bool": {"should": should, "minimum_should_match": 1, "_name": BOOSTS}}


def _lead(understanding: Understanding) -> Lead:
    if understanding.intent != "none":
        return LEADS[understanding.intent]
    asked_for = (lead for kind, lead in LEADS_BY_KIND.items() if kind in understanding.kinds)
    return next(asked_for, LEADS["none"])
