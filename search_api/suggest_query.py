"""The query for what completes a text that is being typed, the access filter inside it."""

from typing import Any

from search_api.access import Reader, access_filter
from search_api.question_rules import Intent

Json = dict[str, Any]

# As many as are taken in at a glance, and fit above the fold on a phone with its keyboard up.
MOST = 8
AS_TYPED = "as_typed"
# For these intents the index knows which titles have an answer; for others any title will do that has one.
ASKED = ("decision", "follow_up")

# What a suggestion scores by, each worth more than all that come after it: it begins as what was typed; the
# words stand side by side in it; it is no case number, which few type by heart.
BEGINS_SO, SIDE_BY_SIDE, NO_CASE_NUMBER = 4.0, 2.0, 1.0
# One slip from five letters on, two from nine; the first letter is seldom the wrong one.
SLIPS = "AUTO:5,9"
UNTOUCHED_LETTERS = 1


def suggestions_body(reader: Reader, typed: str) -> Json:
    """Return the query for what has a word beginning with each word typed, slips forgiven."""
    return _body(reader, _fit(typed), [])


def titles_body(reader: Reader, typed: str, intent: Intent) -> Json:
    """Return the query for titles with an answer to such a question; nothing typed finds the newest."""
    answered = (
        {"term": {"suggestion.asks": intent}} if intent in ASKED else {"exists": {"field": "suggestion.asks"}}
    )
    answering = [{"term": {"suggestion.kind": "punkt"}}, answered]
    return _body(reader, _fit(typed) if typed else {"match_all": {"_name": AS_TYPED}}, answering)


def _body(reader: Reader, fit: Json, among: list[Json]) -> Json:
    return {
        "size": MOST,
        "_source": ["suggestion", "record"],
        "query": {
            "bool": {"must": fit, "filter": [access_filter(reader), {"term": {"kind": "suggestion"}}, *among]}
        },
        "sort": [
            {"_score": "desc"},
            {"suggestion.newest": {"order": "desc", "missing": "_last"}},
            {"suggestion.text.whole": "asc"},
        ],
    }


def _fit(typed: str) -> Json:
    words = {"query": typed, "operator": "and"}
    slips = {**words, "fuzziness": SLIPS, "prefix_length": UNTOUCHED_LETTERS}
    as_typed = {
        "bool": {
            "filter": {"match": {"suggestion.text": words}},
            "should": [
                _worth(BEGINS_SO, {"prefix": {"suggestion.text.whole": {"value": typed}}}),
                _worth(SIDE_BY_SIDE, {"match_phrase_prefix": {"suggestion.text.words": {"query": typed}}}),
                _worth(NO_CASE_NUMBER, {"terms": {"suggestion.kind": ["punkt", "ansvarlig"]}}),
            ],
            "_name": AS_TYPED,
        }
    }
    return {"bool": {"should": [as_typed, _worth(0.0, {"match": {"suggestion.text": slips}})]}}


def _worth(score: float, clause: Json) -> Json:
    return {"constant_score": {"filter": clause, "boost": score}}
