"""Suggestions without an index: the questions that are begun, and what is asked."""

from typing import Any

import pytest

from records.models import Access
from search_api.access import Reader, access_filter
from search_api.suggest import Question, questions
from search_api.suggest_query import suggestions_body, titles_body

READER = Reader(frozenset({Access.OPEN, Access.CONFIDENTIAL}))


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        ("hva", [("hvad blev besluttet om", ""), ("hvad er sidste nyt om", "")]),
        ("Hvad blev besluttet", [("hvad blev besluttet om", "")]),
        ("hvem følger op på bro", [("hvem følger op på", "bro")]),
        ("Hvad besluttede udvalget om bro o", [("Hvad besluttede udvalget om", "bro o")]),
        ("hv", []),
        ("hvad blev besluttet om (", []),
        ("bro over åen", []),
        ("blev broen godkendt", []),
    ],
)
def test_a_question_is_known_by_its_first_words(typed: str, begun: list[tuple[str, str]]) -> None:
    assert [(one.opening, one.topic) for one in questions(typed)] == begun


def test_a_question_asks_for_titles_that_answer_it() -> None:
    (question,) = questions("hvem følger op på bro")
    assert question == Question("hvem følger op på", "bro", "follow_up")
    among = titles_body(READER, question.topic, question.intent)["query"]["bool"]["filter"]
    assert {"term": {"suggestion.asks": "follow_up"}} in among


@pytest.mark.parametrize(
    "body",
    [
        suggestions_body(READER, "bro"),
        titles_body(READER, "bro", "decision"),
        titles_body(READER, "", "latest"),
    ],
)
def test_only_what_the_reader_may_see_is_suggested(body: dict[str, Any]) -> None:
    assert access_filter(READER) in body["query"]["bool"]["filter"]
    assert {"term": {"kind": "suggestion"}} in body["query"]["bool"]["filter"]
