"""Questions as they were asked: how they are kept, and that every judgement stands in its file."""

from pathlib import Path

import pytest

from evaluation.asked import MOST_WORDS, added, judged_line, with_half
from evaluation.collection import ASKED_DEMO_JUDGED, ASKED_JUDGED, ASKED_PDF_JUDGED, ASKED_POOLED
from evaluation.judged import load_judged, load_pooled, quotation

ASKED = {
    "id": "x1",
    "query": "hvad koster broen",
    "kind": "fact",
    "file": "a.txt",
    "quotes": ["En lang bro koster 3 mio. kr. om året, og en kort det halve"],
    "note": "om broen",
}


def test_a_question_is_kept_with_the_first_words_of_its_quotations_as_digests() -> None:
    kept = quotation("en lang bro koster 3 mio kr om")
    place = {"file": "a.txt", "quote_sha256": kept.digest, "quote_words": MOST_WORDS}
    assert judged_line(ASKED, "tune") == {
        "id": "x1",
        "query": "hvad koster broen",
        "kind": "fact",
        "intent": "fakta",
        "half": "tune",
        "relevant": [place],
        "answer": place,
        "empty": False,
    }


def test_a_question_that_nothing_answers_is_kept_as_one() -> None:
    line = judged_line({**ASKED, "kind": "fact-none", "quotes": []}, "held")
    assert (line["relevant"], line["answer"], line["empty"], line["intent"]) == ([], None, True, "fakta")


def test_a_quotation_is_placed_in_the_file_that_holds_it() -> None:
    other = {"a.txt": "Om veje.", "b.txt": "En lang bro koster 3 mio. kr. om året, sagde hun."}
    assert judged_line(ASKED, "tune", other)["relevant"][0]["file"] == "b.txt"
    assert judged_line(ASKED, "tune", {"b.txt": "Om veje."})["relevant"][0]["file"] == "a.txt"


def test_a_half_is_replaced_whole_and_the_other_stays() -> None:
    lines = [{"id": "2", "half": "held"}, {"id": "3", "half": "tune"}]
    assert with_half(lines, [{"id": "1", "half": "held"}], "held") == [
        {"id": "1", "half": "held"},
        {"id": "3", "half": "tune"},
    ]


def test_questions_are_added_to_what_is_kept_and_those_of_the_same_id_replaced() -> None:
    lines = [{"id": "2", "half": "held"}, {"id": "3", "half": "tune"}]
    new = [{"id": "1", "half": "tune"}, {"id": "3", "half": "tune", "kind": "fact"}]
    assert added(lines, new) == [new[0], lines[0], new[1]]


def test_every_quotation_stands_in_its_file(seeds: Path) -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in seeds.glob("*.txt")}
    judged, pooled = load_judged(ASKED_JUDGED), load_pooled(ASKED_POOLED)
    places = [(query.id, place) for query in judged for place in (*query.relevant, *pooled.get(query.id, ()))]
    assert len(places) > 60
    assert [key for key, place in places if not place.quotation.stands_in(texts[place.file])] == []


@pytest.mark.parametrize("file", [ASKED_JUDGED, ASKED_PDF_JUDGED, ASKED_DEMO_JUDGED])
def test_some_questions_of_each_collection_have_no_answer(file: Path) -> None:
    judged = load_judged(file)
    assert all(query.empty == (not query.relevant) for query in judged)
    assert 0 < sum(query.empty for query in judged) < len(judged) / 4
