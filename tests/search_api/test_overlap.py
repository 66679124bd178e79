import pytest

from search_api.overlap import KIN, NONE, PART, SAME, VARIANT, held, likeness, same_head
from search_api.thesaurus import NO_THESAURUS, Word


@pytest.mark.parametrize(
    ("word", "token", "likely"),
    [
        ("lampernes", "lampe", SAME),
        ("fonde", "fondsmidler", PART),
        ("bolig", "akutboliger", PART),
        ("akutbolig", "boligen", PART),
        ("skolemad", "skole", KIN),
        ("ældreboliger", "boligomdannelsen", KIN),
        ("husing", "housing", KIN),
        ("broen", "brolæggeren", NONE),
        ("2031", "2031", SAME),
        ("2031", "20", NONE),
        ("bro", "brolægning", NONE),
        ("hus", "huset", SAME),
    ],
)
def test_a_word_is_another_or_a_part_of_it_or_kin(word: str, token: str, likely: float) -> None:
    assert likeness(word, token) == likely


def test_a_compound_is_what_its_last_part_says() -> None:
    assert same_head("hund", "førerhunde")
    assert not same_head("førerhunde", "fører")


def test_what_the_thesaurus_lets_stand_for_a_word_is_held_a_little_less() -> None:
    words = (Word("bro", ("gangbro", "vej over vand")), Word("lampe"))
    assert held(words, "En vej går over åens vand.") == (VARIANT, NONE)
    assert held(words, "En vej går til lampen.") == (NONE, SAME)


@pytest.mark.parametrize(
    ("asked", "told"), [("cafe", "Caféen"), ("komite", "komitéen"), ("jørgen", "Jörgen")]
)
def test_a_word_is_held_in_whatever_letters_it_is_written(asked: str, told: str) -> None:
    (word,) = NO_THESAURUS.words(asked)
    assert held((word,), f"{told} maler broen.") == (SAME,)
    assert held((Word("bro", (told,)),), f"Det er {asked}.") == (VARIANT,)


def test_a_museum_keeps_the_stem_that_its_forms_share() -> None:
    assert (likeness("museet", "museer"), likeness("museet", "museum")) == (SAME, PART)


def test_a_paragraph_of_law_is_another_word_than_the_bare_number() -> None:
    assert held((Word("§ 85a"),), "Støtte efter § 85 a.") == (SAME,)
    assert held((Word("§ 85"),), "Der er 85 pladser.") == (NONE,)
