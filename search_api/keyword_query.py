"""The keyword sub-query: BM25 over Danish stems, titles counting for more than running text."""

from typing import Any

from search_api.understanding import Understanding

Json = dict[str, Any]

NAME = "keyword"
TITLE_EVIDENCE = "title"

# A word of the punkt's title says more of what a passage is about than one of its own.
STEMMED_FIELDS = ("text", "punkt.title^2", "bilag.title^1", "heading^1")
EXACT_FIELDS = ("text.exact", "punkt.title.exact^2", "bilag.title.exact^1", "heading.exact^1")
# Enough of the query's words: of one or two all, of more a falling share, so that a long question in everyday
# words still finds what it is about.
ENOUGH_WORDS = "2<67% 5<50% 9<35%"
EXACT_BOOST = 0.3
PHRASE_BOOST = 0.5
PHRASE_SLOP = 2


def keyword_query(understanding: Understanding) -> Json:
    """Return the query for the words of the topic; it finds nothing where there are none to search for."""
    required = [*exact_clauses(understanding)]
    if understanding.topic:
        required.append(_stems(understanding.topic))
    return {
        "bool": {"must": required, "should": _closeness(understanding), "_name": NAME}
        if required
        else {"must_not": {"match_all": {}}, "_name": NAME}
    }


def exact_clauses(understanding: Understanding) -> list[Json]:
    """Return what every passage found must hold: quoted phrases, word for word, and case numbers."""
    phrases = [_anywhere(phrase) for phrase in understanding.phrases]
    cases = [
        {"bool": {"should": [{"term": {"sag": case}}, _anywhere(case)], "minimum_should_match": 1}}
        for case in understanding.cases
    ]
    return [*phrases, *cases]


def title_evidence(understanding: Understanding) -> Json:
    """Return a clause that scores nothing and tells whether the punkt's title is about the topic."""
    return {
        "match": {
            "punkt.title": {
                "query": understanding.topic,
                "minimum_should_match": ENOUGH_WORDS,
                "boost": 0,
                "_name": TITLE_EVIDENCE,
            }
        }
    }


def _stems(topic: str) -> Json:
    return {
        "combined_fields": {
            "query": topic,
            "fields": list(STEMMED_FIELDS),
            "minimum_should_match": ENOUGH_WORDS,
        }
    }


def _closeness(understanding: Understanding) -> list[Json]:
    """Return what lifts a passage among those that are found: the words as written, and side by side."""
    paragraphs = [{"match_phrase": {"text.exact": {"query": p}}} for p in understanding.paragraphs]
    if not understanding.topic:
        return paragraphs
    topic = understanding.topic
    return [
        {"combined_fields": {"query": topic, "fields": list(EXACT_FIELDS), "boost": EXACT_BOOST}},
        {"match_phrase": {"text": {"query": topic, "slop": PHRASE_SLOP, "boost": PHRASE_BOOST}}},
        *paragraphs,
    ]


def _anywhere(phrase: str) -> Json:
    """Return a query for the words side by side, as written, in the text or one of the titles."""
    return {"multi_match": {"query": phrase, "type": "phrase", "fields": list(EXACT_FIELDS)}}
