"""The bodies sent to OpenSearch, as golden files; ``REFERATSOEG_WRITE_GOLDEN=1`` writes them anew."""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from search_api.access import ANYONE, access_filter
from search_api.floor import Calibration
from search_api.keyword_query import all_words, some_words
from search_api.params import SearchParams
from search_api.query import Meaning, Search, minutes_body, search_body
from search_api.semantic_query import EXACT_PASSAGES
from search_api.thesaurus import Thesaurus
from search_api.understanding import understand

GOLDEN = Path(__file__).parent / "golden"
MEANING = Meaning(np.array([0.6, 0.8], np.float32), Calibration(mean=0.5, deviation=0.0))

CASES: dict[str, dict[str, Any]] = {
    "question": {"q": "hvad blev besluttet om broen"},
    "keyword": {"q": "broen", "mode": "keyword"},
    "semantic": {"q": "broen", "mode": "semantic"},
    "facets": {"q": "broen", "date": ["2031-02", "ukendt"], "type": ["bilag"], "punkt": ["p1"]},
    "exact": {"q": '"rød maling" EMN-2031-001234 § 12a'},
    "operators": {"q": 'broen -maling -"røde bånd" ansvarlig:Lund punkt:3 type:bilag udvalg:vej*'},
    "named": {"q": "ansvarlig: Ulla Holm", "mode": "keyword"},
    "day": {"q": "hvad blev besluttet den 5. januar 2031", "mode": "keyword"},
    "browse": {"date_from": "2031-01-01"},
    "newest": {"q": "broen", "sort": "date"},
    "explained": {"q": "broen", "explain": True},
}


def _search(params: SearchParams, passages: int = 10) -> Search:
    understanding = understand(params.q)
    meaning = MEANING if understanding.topic and params.mode != "keyword" else None
    return Search(params, understanding, meaning, ANYONE, passages)


def _body(fields: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401
    search = _search(SearchParams.model_validate(fields), **more)
    return search_body(search, 0, 50, search.by_date)


@pytest.mark.parametrize("name", CASES)
def test_the_body_is_the_golden_one(name: str) -> None:
    body = json.loads(json.dumps(_body(CASES[name])))
    golden = GOLDEN / f"{name}.json"
    if os.environ.get("REFERATSOEG_WRITE_GOLDEN"):
        golden.write_text(json.dumps(body, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert body == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_the_access_filter_binds_every_search(name: str) -> None:
    query = _body(CASES[name])["query"]
    assert access_filter(ANYONE) in query["bool"]["filter"]


def test_the_minutes_are_those_of_the_punkter_and_bound_as_every_search_is() -> None:
    fields = {"q": "hvad blev besluttet om broen", "type": ["beslutning"]}
    body = minutes_body(_search(SearchParams.model_validate(fields)), ["p1", "p2"], 50)
    access, *_, within = body["query"]["bool"]["filter"]
    assert access == access_filter(ANYONE)
    assert within["bool"]["filter"] == [
        {"terms": {"punkt.id": ["p1", "p2"]}},
        {"terms": {"part": ("beslutning", "referat")}},
    ]
    assert body["post_filter"] == _body(fields)["post_filter"]
    assert body["query"]["bool"]["should"] == _body(fields)["query"]["bool"]["should"]


def test_what_stands_for_a_word_is_one_paragraph_or_words_that_must_all_stand_there() -> None:
    thesaurus = Thesaurus.of_lines(["broret => § 7 b, § 7-midler"])
    body = json.dumps(some_words(understand("broret", thesaurus)), ensure_ascii=False)
    assert '{"term": {"paragraphs": "§ 7b"}}' in body
    assert json.dumps(all_words("§ 7-midler"), ensure_ascii=False) in body


def test_a_small_index_is_compared_exactly_and_a_big_one_by_the_graph() -> None:
    small, big = (
        _match_set(_body({"q": "broen", "mode": "semantic"}, passages=count)["query"])[0]
        for count in (EXACT_PASSAGES, EXACT_PASSAGES + 1)
    )
    assert (list(small), list(big)) == (["script_score"], ["knn"])
    assert small["script_score"]["min_score"] == big["knn"]["vector"]["min_score"] == 1.5


def test_what_is_found_is_the_filter_and_each_mode_finds_by_its_own_light() -> None:
    found = {
        mode: _match_set(_body({"q": "broen", "mode": mode})["query"]) for mode in ("keyword", "semantic")
    }
    *both, little_of_each = _match_set(_body({"q": "broen"})["query"])
    assert both == [*found["keyword"], *found["semantic"]]
    among = little_of_each["script_score"]["query"]["bool"]["filter"]
    assert among[-1] == some_words(understand("broen"))


def test_a_passage_that_was_found_is_scored_by_words_and_meaning_alike_without_a_floor() -> None:
    keyword, semantic, *_ = _body({"q": "broen"})["query"]["bool"]["should"]
    assert "minimum_should_match" not in json.dumps(keyword["bool"]["must"]["bool"]["should"])
    assert "min_score" not in json.dumps(semantic)


def _match_set(query: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the ways in which a passage is found: the last filter."""
    found: list[dict[str, Any]] = query["bool"]["filter"][-1]["bool"]["should"]
    return found
