"""The thesaurus: what else may stand for a word."""

import pytest

from search_api.thesaurus import Thesaurus, load_thesaurus

THESAURUS = Thesaurus.of_lines(
    [
        "cykel, tohjuler",
        "leje => husleje",
        "smide ud => udsættelse",
        "ked af det => mistrivsel",
        "§ 7, broret",
    ]
)


def also(topic: str) -> dict[str, tuple[str, ...]]:
    return {word.text: word.also for word in THESAURUS.words(topic)}


def test_words_that_stand_for_each_other_find_each_other() -> None:
    assert also("cykel") == {"cykel": ("tohjuler",)}
    assert also("tohjuler") == {"tohjuler": ("cykel",)}


def test_one_way_leads_one_way() -> None:
    assert also("leje") == {"leje": ("husleje",)}
    assert also("husleje") == {"husleje": ()}


def test_an_ending_hides_no_word() -> None:
    assert also("tohjulerne") == {"tohjulerne": ("cykel",)}


def test_a_shared_stem_alone_makes_no_form_of_the_word() -> None:
    assert also("lejlighed") == {"lejlighed": ()}


def test_what_stands_for_a_phrase_stands_for_its_words_that_tell_something() -> None:
    assert also("smider ud") == {"smider": ("udsættelse",)}
    assert also("ked af det") == {"ked": ("mistrivsel",)}


def test_common_words_are_no_words_of_the_topic() -> None:
    assert [word.text for word in THESAURUS.words("det er en cykel")] == ["cykel"]


def test_a_paragraph_needs_its_sign() -> None:
    assert also("§ 7") == {"7": ("broret",)}
    assert also("7 broer")["7"] == ()


@pytest.mark.parametrize(("asked", "meant"), [("husvild", "hjemløs"), ("pedel", "ejendomsservice")])
def test_the_thesaurus_of_the_mappings_knows_the_everyday_word(asked: str, meant: str) -> None:
    (word,) = load_thesaurus().words(asked)
    assert meant in word.also
