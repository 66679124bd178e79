"""Compounds, against words labelled by hand: one half shaped lists and rules, the other was kept aside."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import snowballstemmer

from mappings.loader import entries, words
from records.compounds import Vocabulary, compounds_in, inflected, parts_of

LABELLED = Path(__file__).parent / "compounds"
HALVES = ("tuning.txt", "held_out.txt")
MIN_RIGHT = 0.95
MAX_SPLIT_TOO_FAR = 0.02

_stem = snowballstemmer.stemmer("danish").stemWord


def labelled(half: str) -> Iterator[tuple[str, list[str]]]:
    for line in entries((LABELLED / half).read_text(encoding="utf-8")):
        word, *parts = line.split()
        yield word, parts


def verdicts(half: str) -> Counter[str]:
    return Counter(verdict(parts_of(word), parts) for word, parts in labelled(half))


def verdict(found: tuple[str, ...], right: list[str]) -> str:
    if [_stem(part) for part in found] == [_stem(part) for part in right]:
        return "right"
    return "too little" if len(found) < max(len(right), 1) else "too far"


@pytest.mark.parametrize("half", HALVES)
def test_compounds_are_split_as_labelled_and_other_words_left_whole(half: str) -> None:
    found = verdicts(half)
    assert found["right"] / found.total() >= MIN_RIGHT, found
    assert found["too far"] / found.total() <= MAX_SPLIT_TOO_FAR, found


def test_the_labelled_words_are_many_of_both_kinds_and_in_one_half_only() -> None:
    tuning, held_out = (dict(labelled(half)) for half in HALVES)
    assert len(tuning) + len(held_out) >= 200
    assert not tuning.keys() & held_out.keys()
    for half in (tuning, held_out):
        assert sum(not parts for parts in half.values()) >= 40
        assert sum(len(parts) == 3 for parts in half.values()) >= 8


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("boligsocial", ("bolig", "social")),
        ("Rekrutteringsprocessen", ("rekruttering", "proces")),
        ("vagtplaner", ("vagt", "plan")),
        ("arbejdsmiljøudvalgets", ("arbejde", "miljø", "udvalg")),
        ("byskole", ("by", "skole")),
    ],
)
def test_a_compound_is_taken_apart_into_base_forms(word: str, parts: tuple[str, ...]) -> None:
    assert parts_of(word) == parts


@pytest.mark.parametrize("word", ["fortælling", "forældrene", "beslutningerne", "barndommen", "bolig", ""])
def test_a_word_that_is_no_compound_has_no_parts(word: str) -> None:
    assert parts_of(word) == ()


@pytest.mark.parametrize(
    "prefix", ["ind", "ud", "af", "for", "be", "gen", "u", "over", "under", "til", "op", "ned", "med", "an"]
)
def test_a_prefix_is_no_part(prefix: str) -> None:
    assert not parts_of(f"{prefix}skolevej")


def test_fewer_parts_are_preferred_and_then_fewer_letters_between_them() -> None:
    assert Vocabulary(["sko", "skole", "levej", "vej", "le"]).parts_of("skolevej") == ("skole", "vej")
    assert Vocabulary(["rygning", "stop", "top"]).parts_of("rygningstop") == ("rygning", "stop")
    assert Vocabulary(["el", "skole", "skoleel", "bil"]).parts_of("skoleelbil") == ("skoleel", "bil")


def test_an_entry_tells_where_its_word_stands_and_what_it_is_called_there() -> None:
    vocabulary = Vocabulary(["el-", "bil", "-ramt", "billede/billed", "side"])
    assert vocabulary.parts_of("elbiler") == ("el", "bil")
    assert vocabulary.parts_of("billedside") == ("billede", "side")
    assert vocabulary.parts_of("sideramt") == ("side", "ramt")
    assert vocabulary.parts_of("bilel") == ()
    assert vocabulary.parts_of("ramtside") == ()


def test_a_word_listed_as_whole_is_left_whole_whatever_its_ending() -> None:
    assert Vocabulary(["barn", "dom"]).parts_of("barndommen") == ("barn", "dom")
    assert Vocabulary(["barn", "dom"], wholes=["barndom"]).parts_of("barndommen") == ()


def test_endings_double_a_consonant_or_drop_an_e() -> None:
    assert {"busser", "bussen"} <= set(inflected("bus"))
    assert {"midler", "midlerne"} <= set(inflected("middel"))
    assert {"skoler", "skolernes"} <= set(inflected("skole"))
    assert "skoleer" not in set(inflected("skole"))


def test_a_passage_tells_each_of_its_compounds_once() -> None:
    told = compounds_in("Vagtplanen og vagtplaner.", None, "Boligsocial vagtplan")
    assert told == ["vagt plan", "bolig social"]


def test_letters_run_together_without_end_are_left_alone() -> None:
    assert parts_of("elbil" * 5_000) == ()


@pytest.mark.parametrize("name", ["compound_parts.txt", "compound_wholes.txt"])
def test_the_lists_are_lower_case_and_say_nothing_twice(name: str) -> None:
    listed = [entry.strip() for line in words(name) for entry in line.split(",")]
    assert all(entry and entry == entry.lower() and " " not in entry for entry in listed)
    assert [entry for entry, times in Counter(listed).items() if times > 1] == []
