"""Spelling without an index: distances, forms, letters and what is asked."""

from typing import Any

import pytest

from records.models import Access
from search_api.access import Reader, access_filter
from search_api.spelling_candidates import doubtful_words, pair_clauses, pairs_of
from search_api.spelling_cost import spelling_cost, spelling_limit
from search_api.spelling_endings import is_inflected
from search_api.spelling_letters import fold, plain_words, replaced, written
from search_api.spelling_query import as_written, beginning_with, holding_body, like_body, seen_body

READER = Reader(frozenset({Access.OPEN, Access.CONFIDENTIAL}))


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("rekrutering", "rekruttering"), ("rekrutering", "rekvirering")),
        (("ventetit", "ventetid"), ("ventetir", "ventetid")),
        (("hærverk", "hærværk"), ("hærvork", "hærværk")),
        (("badevnad", "badevand"), ("badevkad", "badevand")),
        (("vordan", "hvordan"), ("lordan", "hvordan")),
        (("tandleje", "tandpleje"), ("kandpleje", "tandpleje")),
    ],
)
def test_what_danes_mix_up_lies_nearer(near: tuple[str, str], far: tuple[str, str]) -> None:
    assert 0 < spelling_cost(*near) < spelling_cost(*far)


@pytest.mark.parametrize(("one", "other"), [("sti", "stier"), ("vejen", "bro"), ("", "ord"), ("å", "åå")])
def test_the_distance_is_the_same_both_ways(one: str, other: str) -> None:
    assert spelling_cost(one, other) == pytest.approx(spelling_cost(other, one))
    assert spelling_cost(one, one) == 0


def test_a_longer_word_may_differ_by_more_and_a_short_one_by_nothing() -> None:
    limits = [spelling_limit("x" * length) for length in range(1, 20)]
    assert limits == sorted(limits)
    assert limits[2] == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("besluttet", "besluttede"), ("borger", "borgerne"), ("stor", "stort"), ("pladsen", "pladserne")],
)
def test_forms_of_one_word_are_known_as_such(one: str, other: str) -> None:
    assert is_inflected(one, other)
    assert is_inflected(other, one)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("plann", "plan"), ("bostøte", "bostøtte"), ("evalueringn", "evalueringen"), ("vest", "vist")],
)
def test_a_slip_is_no_form(typed: str, meant: str) -> None:
    assert not is_inflected(typed, meant)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Aarhus", "århus"), ("BOERN", "børn"), ("café", "cafe"), ("Ås", "ås"), ("ord", "ord")],
)
def test_letters_are_folded_as_the_index_folds_them(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_name_is_written_as_the_archive_writes_it() -> None:
    assert written("krogård", ["Sti ved Krogaard Mose"]) == "krogaard"
    assert written("krogård", ["ingenting"]) == "krogård"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("sti langs åen?", ["sti", "langs", "åen"]),
        ('"i to etaper" sti', ["sti"]),
        ("-sti titel:bro vej", ["vej"]),
        ("EMN-2031-000111 24/018833 § 97 2031 mail@sted.example bro", ["bro"]),
        ("MSB og HUR om bro", ["og", "om", "bro"]),
        ("BRO OVER ÅEN", ["BRO", "OVER", "ÅEN"]),
    ],
)
def test_only_plain_words_can_be_misspelt(question: str, words: list[str]) -> None:
    assert [word.text for word in plain_words(question)] == words
    assert all(question[word.start : word.end] == word.text for word in plain_words(question))


def test_the_words_that_made_it_a_question_are_not_in_doubt() -> None:
    question = "hvad blev besluttet om cykelsteien"
    assert [word.text for word in doubtful_words(question)] == ["cykelsteien"]
    assert not pairs_of(question)


def test_two_words_are_one_only_where_the_archive_writes_it_so() -> None:
    clauses = pair_clauses(pairs_of("ryddes torv igen"))
    assert clauses["one torvigen"] == beginning_with("torvigen")


def test_stretches_are_exchanged_where_they_stand() -> None:
    assert replaced("en sti og en bro", [(3, 6, "vej"), (13, 16, "tunnel")]) == "en vej og en tunnel"


@pytest.mark.parametrize(
    "body",
    [
        holding_body(READER, {"bro": as_written("bro")}),
        like_body(READER, {}, ["bro"]),
        seen_body(READER, {}, ["bro"]),
    ],
)
def test_only_what_the_reader_may_see_is_counted(body: dict[str, Any]) -> None:
    assert access_filter(READER) in body["query"]["bool"]["filter"]
    assert body["size"] == 0
