import pytest

from search_api.thesaurus import LONGEST_TOPIC, MOST_VARIANTS, Thesaurus
from search_api.topic import MOST_CHARS, MOST_WORDS, searchable
from search_api.understanding import MOST_EXACT, understand


def test_a_topic_of_usual_length_stays_as_it_is() -> None:
    assert searchable("den nye cykelsti, langs åen (§ 12 a)") == "den nye cykelsti, langs åen (§ 12 a)"


def test_of_very_many_words_the_first_that_tell_something_are_searched_for() -> None:
    words = [f"ord{number}" for number in range(MOST_WORDS + 5)]
    assert searchable(" og ".join(words)) == " og ".join(words[:MOST_WORDS]) + " og"


def test_an_endless_word_is_cut() -> None:
    assert searchable("x" * 1000) == "x" * MOST_CHARS


def test_ideographs_and_emoji_are_counted_one_by_one_as_the_index_does() -> None:
    assert searchable("sti漢字😀") == "sti 漢 字 😀"
    assert len(searchable("漢" * 1000).split()) == MOST_WORDS


@pytest.mark.parametrize("signs", ["", "((", "-", "_ *", "😀", "§", "AND", "(NOT) OR"])
def test_signs_and_what_joins_words_elsewhere_are_no_topic(signs: str) -> None:
    assert searchable(signs) == ""


@pytest.mark.parametrize("topic", ["7", "å", "(sti)", "and", "ANDER", "sti OR bro"])
def test_a_letter_or_a_digit_is_a_topic(topic: str) -> None:
    assert searchable(topic) == topic


def test_the_question_whole_is_asked_for_by_its_meaning() -> None:
    question = " ".join(f"ord{number}" for number in range(2 * MOST_WORDS))
    assert understand(question).question == question


def test_many_quotes_and_case_numbers_are_not_all_asked_for() -> None:
    assert len(understand(" ".join(f"31/{number:05}" for number in range(9))).cases) == MOST_EXACT
    assert len(understand(" ".join(f'"sti {number}"' for number in range(9))).phrases) == MOST_EXACT


def test_what_stands_for_many_words_is_shared_among_them() -> None:
    many = [f"variant{n}" for n in range(2 * MOST_VARIANTS)]
    thesaurus = Thesaurus((f"ord{n}", many) for n in range(LONGEST_TOPIC))
    alone = thesaurus.words("ord1")
    assert len(alone[0].also) == MOST_VARIANTS
    together = thesaurus.words(" ".join(f"ord{n}" for n in range(LONGEST_TOPIC)))
    assert sum(len(word.also) for word in together) == MOST_VARIANTS
