"""Suggestions from the invented archive, on a real node."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from search_api.params import MAX_TYPED_CHARS
from tests.search_api.invented_archive import CASE, CLOSED_PUNKT, OPEN_PUNKT, SECRET

pytestmark = pytest.mark.integration

SUGGEST = "/api/v1/suggest"


def suggested(client: TestClient, q: str) -> list[dict[str, Any]]:
    response = client.get(SUGGEST, params={"q": q})
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["suggestions"]
    return found


def texts(client: TestClient, q: str) -> list[str]:
    return [one["text"] for one in suggested(client, q)]


def test_the_answer_has_the_shape_that_pages_and_tools_read(client: TestClient) -> None:
    body = client.get(SUGGEST, params={"q": "lys"}).json()
    assert body == {
        "query": "lys",
        "suggestions": [{"text": "Lys på cykelstien", "kind": "punkt", "url": "/punkt/lys-punkt"}],
        "correction": None,
    }


@pytest.mark.parametrize(
    "typed", ["bib", "aften", "om aft", "aften bib", "BIBLIOTEKET OM", "biblioteket om aftenen"]
)
def test_every_word_typed_must_begin_a_word_of_the_title(client: TestClient, typed: str) -> None:
    assert texts(client, typed) == ["Biblioteket om aftenen"]
    assert texts(client, f"{typed} vej") == []


def test_what_begins_as_it_was_typed_comes_first(client: TestClient) -> None:
    assert texts(client, "cykel") == ["Cykelsti langs åen", "Lys på cykelstien"]


@pytest.mark.parametrize("typed", ["bibloteket", "bibliotekte om", "cyklsti lang"])
def test_a_slip_in_a_longer_word_is_forgiven(client: TestClient, typed: str) -> None:
    assert texts(client, typed)


@pytest.mark.parametrize("typed", [CASE, CASE[:8], "2031-0001", CASE.lower()])
def test_a_case_number_is_completed(client: TestClient, typed: str) -> None:
    (found,) = suggested(client, typed)
    assert (found["text"], found["kind"]) == (CASE, "sag")
    assert client.get(found["url"]).status_code == 200


def test_whoever_answers_is_completed_and_leads_to_what_they_answer_for(client: TestClient) -> None:
    (found,) = suggested(client, "lund")
    assert (found["text"], found["kind"]) == ("Anna Lund", "ansvarlig")
    shown = client.get(found["url"]).text
    assert "Cykelsti langs åen" in shown


def test_a_question_begun_is_offered_with_titles_that_answer_it(client: TestClient) -> None:
    decided = [one["text"] for one in suggested(client, "hvad blev besl")]
    assert decided == [
        "hvad blev besluttet om Lys på cykelstien",
        "hvad blev besluttet om Cykelsti langs åen",
    ]
    (followed,) = suggested(client, "hvem følger")
    assert (followed["text"], followed["kind"]) == ("hvem følger op på Cykelsti langs åen", "spørgsmål")


def test_a_question_in_other_words_is_completed_as_it_was_begun(client: TestClient) -> None:
    (found,) = suggested(client, "Hvad besluttede udvalget om cykelsti la")
    assert found["text"] == "Hvad besluttede udvalget om Cykelsti langs åen"
    answer = client.get("/api/v1/search", params={"q": found["text"]}).json()["answer"]
    assert answer["punkt_id"] == OPEN_PUNKT


def test_a_likelier_spelling_is_told_and_completed(client: TestClient) -> None:
    body = client.get(SUGGEST, params={"q": "cykelstein "}).json()
    assert body["correction"] == "cykelstien"
    assert body["suggestions"]


@pytest.mark.parametrize(
    "typed",
    [SECRET, SECRET[:4], "cykelsti jord", "hemmelig", "person", "fortroligt", "hvad blev besluttet om jord"],
)
def test_nothing_closed_is_suggested(client: TestClient, typed: str) -> None:
    response = client.get(SUGGEST, params={"q": typed})
    assert response.json()["suggestions"] == []
    assert CLOSED_PUNKT not in response.text
    assert SECRET not in response.text.replace(f'"query":"{typed}"', "")


@pytest.mark.parametrize(
    "typed", ["", " ", "?!", '"', "-", "*", "hvad blev besluttet om (", "a" * MAX_TYPED_CHARS]
)
def test_what_holds_nothing_to_complete_gets_an_empty_answer(client: TestClient, typed: str) -> None:
    assert suggested(client, typed) == []


def test_more_than_anyone_needs_completed_is_refused(client: TestClient) -> None:
    assert client.get(SUGGEST, params={"q": "a" * (MAX_TYPED_CHARS + 1)}).status_code == 422
