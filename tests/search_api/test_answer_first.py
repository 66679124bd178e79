"""The passage that the answer is quoted from comes first."""

import pytest

from search_api.answer_first import answer_first
from search_api.candidates import candidates
from search_api.quoting import quote_decision
from tests.search_api.invented import beslutning, hit

RED = beslutning("Broen bliver rød.")
(PUNKT,) = candidates([hit("b", decided=RED)], None)
ANSWER = quote_decision(PUNKT, RED)


def test_the_passage_that_answers_is_lifted_to_the_first_place_and_tells_so() -> None:
    hits = [
        hit("a", score=0.9),
        hit("b", score=0.8, part="bilag", text="Broen er gammel."),
        hit("b", score=0.5, matched={"boosts": 0.2}),
    ]
    first = answer_first(hits, ANSWER)
    assert [one["_id"] for one in first] == ["b-referat", "a-referat", "b-bilag"]
    assert first[0]["_score"] == 0.9
    assert first[0]["matched_queries"]["boosts"] == pytest.approx(0.6)
    assert hits[2]["_score"] == 0.5, "what is chosen from stays as it was found"


@pytest.mark.parametrize("found", [["a", "c"], ["b", "a"]], ids=["not among the hits", "already first"])
def test_otherwise_the_hits_stay_as_they_are(found: list[str]) -> None:
    hits = [hit(punkt) for punkt in found]
    assert answer_first(hits, ANSWER) == hits


def test_without_an_answer_nothing_is_lifted() -> None:
    hits = [hit("a"), hit("b")]
    assert answer_first(hits, None) == hits
