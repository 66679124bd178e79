"""Searching the invented archive through the API, on a real node."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from search_api.fusion import ON_THE_DAY
from search_api.named_ansvarlig import WORTH
from tests.search_api.invented_archive import CASE, CLOSED_PUNKT, OPEN_PUNKT, SECRET

pytestmark = pytest.mark.integration

SEARCH = "/api/v1/search"
ADDING_UP = ("date", "punkt", "type", "body")


def found(client: TestClient, **params: Any) -> dict[str, Any]:  # noqa: ANN401
    response = client.get(SEARCH, params=params)
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body


def counts(body: dict[str, Any], facet: str) -> dict[str, int]:
    return {value["value"]: value["count"] for value in body["facets"][facet]}


def test_the_answer_has_the_shape_of_the_design(client: TestClient) -> None:
    body = found(client, q="hvad blev besluttet om cykelsti langs åen")
    assert set(body) == {"query", "total", "took_ms", "answer", "hits", "facets"}
    assert set(body["query"]) == {"q", "intent", "topic", "mode", "correction"}
    assert set(body["facets"]) == {"date", "punkt", "ansvarlig", "type", "body"}
    assert {
        *("id", "score", "url", "file_url", "page", "document", "meeting", "punkt", "part", "bilag"),
        *("ansvarlig", "sag", "text", "highlights", "why"),
    } <= set(body["hits"][0])
    assert set(body["facets"]["type"][0]) == {"value", "label", "count", "selected", "url"}


def test_the_decision_is_quoted_with_its_page_and_follow_up(client: TestClient) -> None:
    answer = found(client, q="hvad blev besluttet om cykelsti langs åen")["answer"]
    assert answer["text"] == "Udvalget godkendte, at cykelstien anlægges i to etaper."
    assert (answer["punkt_id"], answer["page"], answer["date"]) == (OPEN_PUNKT, 2, "2031-01-10")
    assert answer["follow_ups"][0]["due"] == {"from": "2031-04-01", "to": "2031-04-30", "said": "i april"}
    assert client.get(answer["url"].partition("#")[0]).status_code == 200


def test_the_answer_does_not_move_with_the_page_the_size_or_the_order(client: TestClient) -> None:
    question = {"q": "hvad blev besluttet om cykelsti langs åen"}
    answer = found(client, **question)["answer"]
    for change in ({"size": 1}, {"page": 2, "size": 2}, {"sort": "date"}, {"group": "punkt"}, {"page": 100}):
        assert found(client, **question, **change)["answer"] == answer


def test_each_mode_finds_by_its_own_means(client: TestClient) -> None:
    question = "cykelsti langs åen"
    ranked = {
        mode: [(hit["id"], hit["score"]) for hit in found(client, q=question, mode=mode)["hits"]]
        for mode in ("hybrid", "keyword", "semantic")
    }
    assert all(ranked.values())
    assert len({tuple(ranking) for ranking in ranked.values()}) == 3


def test_the_minutes_are_found_by_what_was_proposed(client: TestClient) -> None:
    hits = found(client, q="falmede skilte", mode="keyword")["hits"]
    assert {(hit["punkt"]["id"], hit["part"]) for hit in hits} == {
        ("lys-punkt", "beslutning"),
        ("lys-punkt", "referat"),
    }


def test_the_hybrid_match_set_holds_what_either_finds(client: TestClient) -> None:
    def ids(mode: str) -> set[str]:
        return {hit["id"] for hit in found(client, q="cykelsti langs åen", mode=mode, size=100)["hits"]}

    assert ids("hybrid") >= ids("keyword") | ids("semantic")


def test_a_query_about_nothing_in_the_archive_comes_back_empty(client: TestClient) -> None:
    body = found(client, q="kvantecomputerens kølesystem")
    assert (body["total"], body["hits"], body["answer"]) == (0, [], None)


@pytest.mark.parametrize("mode", ["hybrid", "keyword", "semantic"])
def test_no_count_moves_with_the_page_or_its_size(client: TestClient, mode: str) -> None:
    first = found(client, q="cykelstien", mode=mode)
    for change in ({"size": 1}, {"size": 100}, {"size": 2, "page": 2}, {"sort": "date"}, {"group": "punkt"}):
        other = found(client, q="cykelstien", mode=mode, **change)
        assert other["total"] == first["total"]
        for facet in first["facets"]:
            assert counts(other, facet) == counts(first, facet)


def test_the_pages_together_hold_every_hit_once(client: TestClient) -> None:
    total = found(client, q="cykelstien")["total"]
    pages = [found(client, q="cykelstien", size=2, page=page)["hits"] for page in range(1, total // 2 + 2)]
    ids = [hit["id"] for page in pages for hit in page]
    assert len(ids) == len(set(ids)) == total > 2


@pytest.mark.parametrize("query", ["cykelstien", "", "hvad blev besluttet om cykelsti"])
def test_the_counts_of_a_facet_add_up_to_the_total(client: TestClient, query: str) -> None:
    body = found(client, q=query)
    assert body["total"] > 0
    for facet in ADDING_UP:
        assert sum(counts(body, facet).values()) == body["total"], facet


@pytest.mark.parametrize("query", ["cykelstien", ""])
def test_a_facets_link_narrows_to_exactly_its_count(client: TestClient, query: str) -> None:
    body = found(client, q=query)
    for values in body["facets"].values():
        for value in values:
            narrowed = client.get(value["url"]).json()
            assert narrowed["total"] == value["count"], value
            (chosen,) = (v for vs in narrowed["facets"].values() for v in vs if v["selected"])
            assert (chosen["value"], chosen["count"]) == (value["value"], value["count"])
            assert client.get(chosen["url"]).json()["total"] == body["total"]


def test_a_facet_ignores_its_own_choice_and_heeds_the_others(client: TestClient) -> None:
    free = found(client, q="cykelstien")
    chosen = found(client, q="cykelstien", type="referat")
    assert counts(chosen, "type") == counts(free, "type")
    assert sum(counts(chosen, "body").values()) == chosen["total"] < free["total"]


def test_two_choices_of_a_facet_find_what_either_finds(client: TestClient) -> None:
    both = client.get(SEARCH, params={"q": "cykelstien", "type": ["referat", "beslutning"]}).json()
    types = counts(both, "type")
    assert both["total"] == types["referat"] + types["beslutning"]


def test_meetings_without_a_date_can_be_chosen(client: TestClient) -> None:
    body = found(client, date="ukendt")
    assert {hit["meeting"]["id"] for hit in body["hits"]} == {"kultur"}


def test_a_range_of_dates_narrows(client: TestClient) -> None:
    body = found(client, q="cykelstien", date_from="2031-02-01", date_to="2031-12-31")
    assert {hit["meeting"]["id"] for hit in body["hits"]} == {"vej-marts"}


@pytest.mark.parametrize("named", ["den 10. januar 2031", "10/1-31", "i januar 2031", "10/1"])
def test_the_meeting_of_a_day_or_a_month_that_is_named_is_lifted_alone(
    client: TestClient, named: str
) -> None:
    question = f"cykelstien {named}"
    lifted = found(client, q=question, explain=True)["hits"]
    usual = {hit["id"]: hit["why"]["boosts"] for hit in found(client, q="cykelstien", explain=True)["hits"]}
    gains = {(hit["meeting"]["date"], round(hit["why"]["boosts"] - usual[hit["id"]], 1)) for hit in lifted}
    assert {gain for day, gain in gains if day == "2031-01-10"} == {ON_THE_DAY}
    assert {gain for day, gain in gains if day != "2031-01-10"} == {0}


def test_sorting_by_date_shows_the_newest_first_and_the_unknown_last(client: TestClient) -> None:
    dates = [
        hit["meeting"].get("date") for hit in found(client, q="cykelstien", sort="date", size=100)["hits"]
    ]
    known = [day for day in dates if day]
    assert known == sorted(known, reverse=True)
    assert dates[-1] is None


def test_grouping_changes_the_display_only(client: TestClient) -> None:
    free, grouped = (found(client, q="cykelstien", size=100, group=group) for group in ("none", "punkt"))
    punkter = [hit["punkt"]["id"] for hit in grouped["hits"]]
    assert len(punkter) == len(set(punkter))
    assert sum(1 + len(hit["more"]) for hit in grouped["hits"]) == len(free["hits"])


def test_explaining_gives_the_parts_that_the_score_is_the_sum_of(client: TestClient) -> None:
    # The engine's account says 0.001 where it counted the last hit of a sub-query as 0.
    for mode in ("hybrid", "keyword", "semantic"):
        hits = found(client, q="cykelsti langs åen", mode=mode, explain=True)["hits"]
        for hit in hits:
            assert sum(part for part in hit["why"].values() if part) == pytest.approx(hit["score"], abs=1e-3)


def test_highlights_are_escaped_but_for_the_marks(client: TestClient) -> None:
    hits = found(client, q="broerne nord", type="bilag")["hits"]
    (highlight,) = hits[0]["highlights"]
    assert "<mark>broerne</mark>" in highlight
    assert "&lt;<mark>nord</mark>&gt;" in highlight
    assert " &amp; " in highlight


@pytest.mark.parametrize("query", [CASE, CASE.lower(), f"{CASE} cykelsti"])
def test_a_case_number_finds_its_case_and_nothing_else(client: TestClient, query: str) -> None:
    hits = found(client, q=query, size=100)["hits"]
    assert hits
    assert {sag for hit in hits for sag in hit["sag"]} == {CASE}


def test_quoted_words_must_stand_side_by_side(client: TestClient) -> None:
    assert found(client, q='"i to etaper"')["total"] == 1
    assert found(client, q='"etaper to i"')["total"] == 0


@pytest.mark.parametrize(
    "query", [SECRET, f"hvad blev besluttet om {SECRET}", "cykelsti", "", f'"{SECRET}"', CASE]
)
@pytest.mark.parametrize("mode", ["hybrid", "keyword", "semantic"])
def test_what_is_closed_is_never_found_nor_counted(client: TestClient, query: str, mode: str) -> None:
    response = client.get(SEARCH, params={"q": query, "mode": mode, "size": 100})
    body = response.json()
    assert CLOSED_PUNKT not in response.text
    assert "Hemmelig Person" not in response.text
    assert SECRET not in str([body["hits"], body["facets"], body["answer"]])
    assert len(body["hits"]) == body["total"] == sum(counts(body, "punkt").values())


def test_choosing_a_closed_punkt_finds_nothing(client: TestClient) -> None:
    body = found(client, punkt=CLOSED_PUNKT)
    assert (body["total"], body["hits"]) == (0, [])


@pytest.mark.parametrize("q", ['"', "?!", "-- ...", "((", "😀", "AND", "hvad blev besluttet om 😀"])
def test_a_query_without_a_word_finds_nothing_where_no_query_shows_everything(
    client: TestClient, q: str
) -> None:
    assert found(client, q="")["total"] > 0
    assert found(client, q=q)["total"] == 0


@pytest.mark.parametrize("q", ["bo krog", "Krog", "Ansvarlig: Bo Krog"])
def test_a_name_finds_what_its_bearer_answers_for_and_what_names_it_first(client: TestClient, q: str) -> None:
    body = found(client, q=q, explain=True, size=1)
    rest = found(client, q=q, explain=True, size=1, page=2)
    hits = [*body["hits"], *rest["hits"]]
    assert [(hit["punkt"]["id"], hit["part"]) for hit in hits] == [
        ("lys-punkt", "referat"),
        ("lys-punkt", "beslutning"),
    ]
    assert [hit["why"]["ansvarlig"] for hit in hits] == [WORTH, WORTH]
    assert counts(body, "ansvarlig")["Bo Krog"] == 2
    assert (body["total"], body["facets"]["type"]) == (rest["total"], rest["facets"]["type"])


@pytest.mark.parametrize("mode", ["hybrid", "keyword", "semantic"])
def test_a_question_after_a_day_shows_what_its_meeting_decided(client: TestClient, mode: str) -> None:
    body = found(client, q="hvad blev besluttet på mødet den 14. marts 2031", mode=mode, explain=True)
    assert body["answer"] is None
    assert [(hit["punkt"]["id"], hit["part"]) for hit in body["hits"]] == [
        ("lys-punkt", "beslutning"),
        ("lys-punkt", "referat"),
    ]
    assert [hit["why"]["boosts"] for hit in body["hits"]] == [hit["score"] for hit in body["hits"]]
    assert found(client, q="hvad blev besluttet på mødet den 15. marts 2031", mode=mode)["total"] == 0


def test_the_name_of_who_answers_for_closed_matter_finds_nothing(client: TestClient) -> None:
    body = found(client, q="Hemmelig Person", mode="keyword")
    assert (body["total"], body["facets"]["ansvarlig"]) == (0, [])


def test_a_question_that_holds_a_name_is_about_something_else(client: TestClient) -> None:
    hits = found(client, q="hvad sagde Bo Krog om lamperne", mode="keyword", size=100, explain=True)["hits"]
    assert [hit["part"] for hit in hits] == ["referat"]
    assert hits[0]["why"]["ansvarlig"] is None


@pytest.mark.parametrize("mode", ["hybrid", "semantic"])
@pytest.mark.parametrize("group", ["none", "punkt"])
def test_where_no_word_is_marked_the_closest_sentence_is_whole_and_word_for_word(
    client: TestClient, mode: str, group: str
) -> None:
    question = {"q": "læsesal må lukke senere om natten", "mode": mode, "group": group}
    (hit,) = found(client, **question)["hits"]
    assert hit["highlights"] == ["<mark>Lånerne ønsker åbent til klokken 22.</mark>"]


def test_only_words_are_marked_where_only_words_are_searched(client: TestClient) -> None:
    question = {"q": "Cykelsti langs åen", "size": 100}
    highlights = [hit["highlights"] for hit in found(client, **question, mode="keyword")["hits"]]
    assert [] in highlights
    assert [] not in [hit["highlights"] for hit in found(client, **question)["hits"]]


def test_a_word_that_is_left_out_stands_in_nothing_found(client: TestClient) -> None:
    everything, without = found(client, q="cykelsti"), found(client, q="cykelsti -lampe")
    holding = {hit["id"] for hit in everything["hits"] if "Lamperne" in hit["text"]}
    assert holding
    assert {hit["id"] for hit in without["hits"]} == {hit["id"] for hit in everything["hits"]} - holding


@pytest.mark.parametrize(
    ("operator", "field", "value"),
    [
        ("type:beslutning", ("part",), "beslutning"),
        ("punkt:1", ("punkt", "number"), "1"),
        ("udvalg:vejud", ("meeting", "body"), "Vejudvalget"),
        ("ansvarlig:krog", ("ansvarlig", 0), "Bo Krog"),
    ],
)
@pytest.mark.parametrize("words", ["cykelsti ", ""])
def test_a_field_that_is_named_narrows_what_is_found_and_counted(
    client: TestClient, words: str, operator: str, field: tuple[str | int, ...], value: str
) -> None:
    body = found(client, q=words + operator)
    assert 0 < body["total"] == len(body["hits"]) < found(client, q=words)["total"]
    for hit in body["hits"]:
        for name in field:
            hit = hit[name]
        assert hit == value


@pytest.mark.parametrize(
    "question",
    ['ansvarlig:"Hemmelig Person"', "punkt:2 jordkøb", f"punkt:2 {CASE} -sti -cykelsti", "-cykelsti"],
)
def test_no_operator_reaches_what_is_closed(client: TestClient, question: str) -> None:
    response = client.get(SEARCH, params={"q": question, "size": 100})
    told = response.text.replace(json.dumps(question)[1:-1], "")
    assert not any(closed in told for closed in (SECRET + " ", "Hemmelig Person", CLOSED_PUNKT))
