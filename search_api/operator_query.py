"""What operators ask of a passage, as filters."""

from typing import Any

from search_api.keyword_query import all_words, side_by_side
from search_api.operators import Narrowing, Operators

Json = dict[str, Any]

_AS_A_SIGN = str.maketrans({sign: f"\\{sign}" for sign in "\\*?"})


def operator_clauses(operators: Operators) -> list[Json]:
    """Return what every passage found must fulfil."""
    left_out = [{"bool": {"must_not": [_held(words) for words in operators.left_out]}}]
    return [*map(_any_of, operators.narrowed), *(left_out if operators.left_out else ())]


def _held(words: str) -> Json:
    """Return the query for a word in any form, several side by side."""
    if " " in words:
        return side_by_side(words)
    return all_words(words)


def _any_of(narrowing: Narrowing) -> Json:
    clauses = [_stands(narrowing, value) for value in narrowing.values]
    return {"bool": {"should": clauses, "minimum_should_match": 1}}


def _stands(narrowing: Narrowing, value: str) -> Json:
    match narrowing.field:
        case "ansvarlig":
            return {"match_phrase": {"ansvarlig.exact": value}}
        case "punkt":
            return {"term": {"punkt.number": {"value": value, "case_insensitive": True}}}
        case "type":
            return {"term": {"part": value}}
        case "udvalg":
            within = f"*{value.translate(_AS_A_SIGN)}*"
            return {"wildcard": {"meeting.body": {"value": within, "case_insensitive": True}}}
