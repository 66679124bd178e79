"""The frozen queries over the real referater: every judgement stands in its file, and the set is fair."""

from collections import Counter
from pathlib import Path

import pytest

from evaluation.judged import JudgedQuery, load_judged, words_of
from mappings.loader import words

JUDGED = Path(__file__).with_name("seeds_judged.jsonl")
# Words to each side of a quotation that count as its passage: a passage is about 120 words.
AROUND = 45
STEM_LETTERS = 5
QUESTION_WORDS = {*words_of("hvad hvem hvor hvordan hvornår hvorfor mange meget om på der")}


@pytest.fixture(scope="module")
def judged() -> list[JudgedQuery]:
    return load_judged(JUDGED)


@pytest.fixture(scope="module")
def texts(seeds: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in seeds.glob("*.txt")}


def test_every_quotation_stands_in_its_file(judged: list[JudgedQuery], texts: dict[str, str]) -> None:
    lost = [
        query.id
        for query in judged
        for place in query.relevant
        if not place.quotation.stands_in(texts[place.file])
    ]
    assert lost == []


def test_an_answer_is_one_of_the_relevant_places(judged: list[JudgedQuery]) -> None:
    assert all(query.answer is None or query.answer in query.relevant for query in judged)


def test_only_queries_about_nothing_in_the_files_are_without_relevant_places(
    judged: list[JudgedQuery],
) -> None:
    assert all(query.empty == (not query.relevant) for query in judged)
    assert sum(query.empty for query in judged) >= 12


def test_quotations_are_short(judged: list[JudgedQuery]) -> None:
    assert max(place.quotation.words for query in judged for place in query.relevant) <= 8


def test_every_kind_is_halved_evenly(judged: list[JudgedQuery]) -> None:
    tune, held = (Counter(query.kind for query in judged if query.half == half) for half in ("tune", "held"))
    assert all(0 <= tune[kind] - held[kind] <= 1 for kind in tune | held)


def test_a_third_of_the_queries_share_no_content_word_with_their_passages(
    judged: list[JudgedQuery], texts: dict[str, str]
) -> None:
    words_in = {name: words_of(text) for name, text in texts.items()}
    answerable = [query for query in judged if not query.empty]
    apart = [query for query in answerable if not _content(words_of(query.query)) & _near(query, words_in)]
    assert len(apart) >= len(answerable) / 3


def _near(query: JudgedQuery, words_in: dict[str, list[str]]) -> set[str]:
    near: set[str] = set()
    for place in query.relevant:
        text = words_in[place.file]
        for start in range(len(text) - place.quotation.words + 1):
            end = start + place.quotation.words
            if place.quotation.stands_in(" ".join(text[start:end])):
                near |= _content(text[max(0, start - AROUND) : end + AROUND])
    return near


def _content(found: list[str]) -> set[str]:
    """Return the words that carry meaning, cut so short that inflections fall together."""
    empty = QUESTION_WORDS | set(words("danish_stopwords.txt"))
    return {word[:STEM_LETTERS] for word in found if word not in empty}
