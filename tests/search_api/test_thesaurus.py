"""The thesaurus: what else may stand for a word."""

import re
from pathlib import Path

import pytest

from mappings.loader import thesaurus_lines
from records.errors import ConfigurationError
from search_api.thesaurus import BETWEEN, NO_THESAURUS, ONE_WAY, Thesaurus, load_thesaurus

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


@pytest.mark.parametrize("asked", ["café", "cafe", "caféen", "cafeerne"])
def test_an_accent_hides_no_word(asked: str) -> None:
    (word,) = Thesaurus.of_lines(["Café => kaffebar"]).words(asked)
    assert word.also == ("kaffebar",)


def test_a_shared_stem_alone_makes_no_form_of_the_word() -> None:
    assert also("lejlighed") == {"lejlighed": ()}


def test_what_stands_for_a_phrase_stands_for_its_words_that_tell_something() -> None:
    assert also("smider ud") == {"smider": ("udsættelse",)}
    assert also("ked af det") == {"ked": ("mistrivsel",)}


def test_common_words_are_no_words_of_the_topic() -> None:
    assert [word.text for word in THESAURUS.words("det er en cykel")] == ["cykel"]


def test_a_paragraph_needs_its_sign() -> None:
    assert also("§7") == {"§ 7": ("broret",)}
    assert also("7 broer")["7"] == ()


def test_a_paragraph_keeps_its_letter_but_no_word_that_follows() -> None:
    assert [word.text for word in THESAURUS.words("§ 85 a SEL")] == ["§ 85a", "sel"]
    assert [word.text for word in THESAURUS.words("§ 18 i loven")] == ["§ 18", "loven"]


def test_a_department_is_found_by_its_code_and_by_its_name() -> None:
    (code,) = load_thesaurus().words("SKD")
    assert "Skole og Dagtilbud" in code.also


def test_a_municipality_adds_words_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "synonymer.txt"
    own.write_text("# Vores egne\ngrydeklar, klar til start\n", encoding="utf-8")
    (word,) = load_thesaurus(own).words("grydeklar")
    assert word.also == ("klar til start",)


@pytest.mark.parametrize("line", ["kun et ord", "a => ", " => b"])
def test_a_line_that_is_no_entry_is_refused_and_shown(tmp_path: Path, line: str) -> None:
    own = tmp_path / "synonymer.txt"
    own.write_text(line, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=re.escape(line)):
        load_thesaurus(own)


def test_a_file_that_is_not_there_is_said_to_be_unreadable(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="kan ikke læses"):
        load_thesaurus(tmp_path / "findes-ikke.txt")


def test_every_head_of_the_mappings_yields_a_word_or_it_would_never_be_used() -> None:
    heads = [head for line in thesaurus_lines() for head in line.split(ONE_WAY)[0].split(BETWEEN)]
    assert heads
    assert [head for head in heads if not NO_THESAURUS.words(head)] == []


@pytest.mark.parametrize(("asked", "meant"), [("husvild", "hjemløs"), ("pedel", "ejendomsservice")])
def test_the_thesaurus_of_the_mappings_knows_the_everyday_word(asked: str, meant: str) -> None:
    (word,) = load_thesaurus().words(asked)
    assert meant in word.also
