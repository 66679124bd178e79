"""What a search does with a likelier spelling, on a real node."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

pytestmark = pytest.mark.integration

SEARCH = "/api/v1/search"
# By words alone it finds nothing; the archive writes it otherwise.
TYPED, MEANT = "biblioteked", "biblioteket"


def found(client: TestClient, **params: Any) -> dict[str, Any]:  # noqa: ANN401
    body: dict[str, Any] = client.get(SEARCH, params={"mode": "keyword", **params}).json()
    return body


def test_what_finds_nothing_is_searched_as_it_was_meant(client: TestClient) -> None:
    corrected, meant = found(client, q=TYPED), found(client, q=MEANT)
    assert (corrected["query"]["q"], corrected["query"]["correction"]) == (TYPED, MEANT)
    assert corrected["query"]["topic"] == MEANT
    assert corrected["total"] == meant["total"] > 0
    assert corrected["hits"] == meant["hits"]
    assert corrected["facets"] == meant["facets"]
    assert meant["query"]["correction"] is None


def test_the_links_of_a_corrected_search_are_to_what_was_searched(client: TestClient) -> None:
    for values in found(client, q=TYPED)["facets"].values():
        for value in values:
            narrowed = client.get(value["url"]).json()
            assert narrowed["query"]["q"] == MEANT
            assert narrowed["total"] == value["count"]


def test_the_pages_of_a_corrected_search_together_hold_every_hit_once(client: TestClient) -> None:
    total = found(client, q=TYPED)["total"]
    ids = [
        hit["id"] for page in range(1, total + 1) for hit in found(client, q=TYPED, size=1, page=page)["hits"]
    ]
    assert len(ids) == len(set(ids)) == total


def test_what_finds_something_is_searched_as_typed_and_the_likelier_is_told(client: TestClient) -> None:
    question = "cykelstien klokken lamper tidsplann"
    as_typed = found(client, q=question)
    assert as_typed["query"]["correction"] == "cykelstien klokken lamper tidsplan"
    assert as_typed["query"]["topic"] == question
    assert as_typed["total"] > 0


def test_a_choice_that_leaves_nothing_does_not_change_what_is_searched(client: TestClient) -> None:
    narrowed = found(client, q="cykelstien tidsplann lamper klokken", body="Findes ikke")
    assert narrowed["total"] == 0
    assert narrowed["query"]["topic"] == "cykelstien tidsplann lamper klokken"


def test_a_choice_that_leaves_nothing_of_a_corrected_search_says_what_was_searched(
    client: TestClient,
) -> None:
    narrowed = found(client, q=TYPED, body="Vejudvalget", type="beslutning")
    assert (narrowed["total"], narrowed["query"]["topic"]) == (0, MEANT)
    assert narrowed["facets"]["type"]


def test_the_page_says_what_was_searched_instead(client: TestClient) -> None:
    page = client.get("/", params={"q": TYPED, "mode": "keyword"}).text
    assert f"Der blev ikke fundet noget for »{TYPED}«. Derfor er der søgt efter »{MEANT}«." in page
    assert f'value="{MEANT}"' in page
    assert f"q={TYPED}" not in page


def test_the_page_asks_whether_the_likelier_was_meant(client: TestClient) -> None:
    page = client.get("/", params={"q": "cykelstien klokken lamper tidsplann", "mode": "keyword"}).text
    assert "Mente du" in page
    assert "q=cykelstien+klokken+lamper+tidsplan&" in page.replace("&amp;", "&")
