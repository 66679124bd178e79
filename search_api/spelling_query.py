"""What is asked of the index about words: whether open passages hold them, and which are like them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from search_api.access import Reader, access_filter

Json = dict[str, Any]

STEMMED = ("text", "punkt.title", "bilag.title", "heading")
EXACT = (*(f"{field}.exact" for field in STEMMED), "ansvarlig.exact")

# OpenSearch looks for like words among all that the index holds, closed passages too, and cuts the list off
# here. So many are asked for that words of closed passages, which are dropped afterwards, crowd out no other.
MOST_LIKE = 25
MOST_EDITS = 2
# Words are not taken for right because they are common: what is common in closed passages only is not known.
ANY_FREQUENCY = 0.99

# The engine takes no empty set of clauses.
NOTHING: dict[str, Json] = {"nothing": {"match_none": {}}}


@dataclass(frozen=True, slots=True)
class Seen:
    """In how many passages a word stands, and the texts of one of them."""

    passages: int
    texts: tuple[str, ...]


def holding_body(reader: Reader, clauses: Mapping[str, Json]) -> Json:
    """Return the query that counts the reader's passages for each clause."""
    filters = {"filters": dict(clauses)}
    return {**_passages(reader, clauses.values()), "aggs": {"of": {"filters": filters}}}


def read_counts(answer: Json) -> dict[str, int]:
    """Return how many passages there are for each clause."""
    return {
        name: int(bucket["doc_count"]) for name, bucket in answer["aggregations"]["of"]["buckets"].items()
    }


def like_body(reader: Reader, clauses: Mapping[str, Json], words: Iterable[str]) -> Json:
    """Return the query that counts as :func:`holding_body` does, and asks for words like these."""
    # The parts of four long words are more clauses than one query may hold, so every passage is looked at.
    filters = {"filters": dict(clauses or NOTHING)}
    suggesters = {f"{word} {field}": _like(word, field) for word in words for field in EXACT}
    return {**_passages(reader), "aggs": {"of": {"filters": filters}}, "suggest": suggesters}


def read_like(answer: Json) -> dict[str, set[str]]:
    """Return the words like each, in whatever passages they stand."""
    like: dict[str, set[str]] = defaultdict(set)
    for name, entries in answer["suggest"].items():
        options = {option["text"] for entry in entries for option in entry["options"]}
        like[name.split(" ")[0]] |= options
    return like


def seen_body(reader: Reader, clauses: Mapping[str, Json], words: Iterable[str]) -> Json:
    """Return the query that counts as :func:`holding_body` does, and shows a passage with each word."""
    clauses = clauses or NOTHING
    filters = {word: as_written(word) for word in words}
    shown = {"top_hits": {"size": 1, "_source": [*STEMMED, "ansvarlig"]}}
    return {
        **_passages(reader, [*clauses.values(), *filters.values()]),
        "aggs": {
            "of": {"filters": {"filters": dict(clauses)}},
            "seen": {"filters": {"filters": filters}, "aggs": {"shown": shown}},
        },
    }


def read_seen(answer: Json) -> dict[str, Seen]:
    """Return, for each word that the reader's passages hold, in how many, and the texts of one."""
    return {
        word: Seen(
            int(bucket["doc_count"]),
            tuple(text for hit in bucket["shown"]["hits"]["hits"] for text in _texts(hit["_source"])),
        )
        for word, bucket in answer["aggregations"]["seen"]["buckets"].items()
        if bucket["doc_count"]
    }


def in_any_form(word: str) -> Json:
    """Return the clause for the passages that hold the word, however inflected."""
    return {"multi_match": {"query": word, "fields": [*STEMMED, "ansvarlig.exact"], "operator": "and"}}


def as_written(words: str) -> Json:
    """Return the clause for the passages that hold the words side by side, as they stand."""
    return {"multi_match": {"query": words, "fields": list(EXACT), "type": "phrase"}}


def beginning_with(word: str) -> Json:
    """Return the clause for the passages that hold a word beginning so."""
    return {"bool": {"should": [{"prefix": {field: {"value": word}}} for field in EXACT]}}


def _passages(reader: Reader, clauses: Iterable[Json] = ()) -> Json:
    """Return the query for the reader's passages, where clauses are given for those that one speaks of."""
    among = [access_filter(reader), {"term": {"kind": "passage"}}]
    if any_of := list(clauses):
        among.append({"bool": {"should": any_of, "minimum_should_match": 1}})
    return {"size": 0, "track_total_hits": False, "query": {"bool": {"filter": among}}}


def _like(word: str, field: str) -> Json:
    return {
        "text": word,
        "term": {
            "field": field,
            "suggest_mode": "always",
            "max_edits": MOST_EDITS,
            "prefix_length": 0,
            "size": MOST_LIKE,
            "shard_size": MOST_LIKE,
            "max_term_freq": ANY_FREQUENCY,
        },
    }


def _texts(source: Json) -> list[str]:
    punkt, bilag = source.get("punkt", {}), source.get("bilag", {})
    texts = (source.get("text"), punkt.get("title"), bilag.get("title"), source.get("heading"))
    return [*(text for text in texts if text), *source.get("ansvarlig", ())]
