"""Reranking, with a reranker that likes long texts best; the model itself has tests of its own."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from fastapi.testclient import TestClient

from records.embedding import Embedder
from records.settings import Settings
from records.store import SearchStore
from search_api import reranking
from search_api.app import create_app
from search_api.reranking import dealt
from tests.search_api.invented import hit

SEARCH = "/api/v1/search"
QUESTION = "cykelsti langs åen"


class ShortestFirst:
    """Finds a text the better, the shorter it is, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        self.asked.append((question, len(texts)))
        return [-float(len(text)) for text in texts]


def test_scores_are_dealt_out_anew_with_what_made_the_difference() -> None:
    hits = [hit("a", score=0.9), hit("b", score=0.5), hit("c", score=0.4)]
    moved = dealt(hits, [-2.0, 7.0, 1.0])
    assert [(one["_source"]["punkt"]["id"], one["_score"]) for one in moved] == [
        ("b", 0.9),
        ("c", 0.5),
        ("a", 0.4),
    ]
    shares = [one["matched_queries"]["reranker"] for one in moved]
    assert shares == pytest.approx([0.4, 0.1, -0.5])
    assert [one["_score"] for one in hits] == [0.9, 0.5, 0.4], "the answer goes by the scores as they were"


def test_what_is_thought_the_same_of_stays_in_its_order() -> None:
    hits = [hit("a", score=0.9), hit("b", score=0.5), hit("c", score=0.4)]
    assert [one["_source"]["punkt"]["id"] for one in dealt(hits, [1.0, 1.0, 1.0])] == ["a", "b", "c"]


@pytest.fixture
def reranker(monkeypatch: pytest.MonkeyPatch) -> ShortestFirst:
    # The invented archive is small, so that three are to it what fifty are to others.
    monkeypatch.setattr(reranking, "RERANKED_HITS", 3)
    return ShortestFirst()


@pytest.fixture
def reranked(
    searched: Settings, node_url: str, embedder: Embedder, reranker: ShortestFirst
) -> Iterator[TestClient]:
    app = create_app(searched, SearchStore(node_url, searched.opensearch), embedder, reranker)
    with TestClient(app) as running:
        yield running


def found(client: TestClient, **params: Any) -> dict[str, Any]:  # noqa: ANN401
    response = client.get(SEARCH, params={"q": QUESTION, "size": 100, **params})
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body


def ids(body: dict[str, Any]) -> list[str]:
    return [hit["id"] for hit in body["hits"]]


@pytest.mark.integration
@pytest.mark.parametrize("mode", ["hybrid", "semantic"])
def test_the_best_hits_are_put_in_order_and_the_others_follow_as_they_were(
    client: TestClient, reranked: TestClient, mode: str
) -> None:
    before, after = found(client, mode=mode), found(reranked, mode=mode)
    best = sorted(before["hits"][:3], key=lambda one: len(one["punkt"]["title"] + one["text"]))
    assert ids(after)[:3] == [one["id"] for one in best] != ids(before)[:3]
    assert ids(after)[3:] == ids(before)[3:] != []
    assert [one["score"] for one in after["hits"]] == [one["score"] for one in before["hits"]]


@pytest.mark.integration
@pytest.mark.parametrize("group", ["none", "punkt"])
def test_no_total_facet_or_answer_moves(client: TestClient, reranked: TestClient, group: str) -> None:
    before, after = (
        found(one, q=f"hvad blev besluttet om {QUESTION}", group=group) for one in (client, reranked)
    )
    assert before["answer"] is not None
    for part in ("total", "facets", "answer"):
        assert after[part] == before[part]


@pytest.mark.integration
def test_the_pages_together_hold_every_hit_once_across_the_last_one_reranked(reranked: TestClient) -> None:
    whole = ids(found(reranked))
    for size in (1, 2, 3, 4):
        pages = [ids(found(reranked, size=size, page=page)) for page in range(1, len(whole) // size + 2)]
        assert [one for page in pages for one in page] == whole


@pytest.mark.integration
def test_turning_the_page_asks_the_model_nothing_again(reranked: TestClient, reranker: ShortestFirst) -> None:
    for page in (1, 2, 3):
        found(reranked, size=2, page=page)
    assert reranker.asked == [(QUESTION, 3)]


@pytest.mark.integration
def test_the_explained_parts_still_add_up(reranked: TestClient) -> None:
    hits = found(reranked, explain=True)["hits"]
    assert [hit["why"]["reranker"] is None for hit in hits] == [place >= 3 for place in range(len(hits))]
    for one in hits:
        assert sum(part for part in one["why"].values() if part) == pytest.approx(one["score"], abs=1e-3)


@pytest.mark.integration
def test_punkter_are_weighed_by_the_new_order_and_keep_every_hit(
    client: TestClient, reranked: TestClient
) -> None:
    before, after = found(client), found(reranked, group="punkt")
    gathered = [one["id"] for hit in after["hits"] for one in (hit, *hit["more"])]
    assert sorted(gathered) == sorted(ids(before))
    assert ids(after)[0] == ids(found(reranked))[0]


@pytest.mark.integration
@pytest.mark.parametrize("order", [{"sort": "date"}, {"mode": "keyword"}, {"q": ""}])
def test_by_date_by_words_and_without_a_question_nothing_is_reranked(
    client: TestClient, reranked: TestClient, reranker: ShortestFirst, order: dict[str, str]
) -> None:
    assert ids(found(reranked, **order)) == ids(found(client, **order))
    assert reranker.asked == []
