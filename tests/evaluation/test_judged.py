import json
from pathlib import Path

import pytest

from evaluation.collection import DEMO, TUNED, JudgedCollection
from evaluation.errors import EvaluationDataError
from evaluation.judged import load_judged, load_pooled, quotation, words_of


def test_case_punctuation_and_cut_words_do_not_matter_to_a_quotation() -> None:
    assert quotation("Broen, der er rød").stands_in("I dag er BROEN der er\nrød igen.")
    assert words_of("sags-\nbehandler og el-cykel") == ["sagsbehandler", "og", "el", "cykel"]


def test_a_quotation_does_not_stand_in_other_words_or_another_order() -> None:
    assert not quotation("rød bro").stands_in("Broen er rød.")
    assert not quotation("broen er rød").stands_in("er broen rød")
    assert not quotation("broen er rød").stands_in("broen")


def test_a_quotation_in_clear_and_its_digest_are_the_same(tmp_path: Path) -> None:
    known = quotation("broen er rød")
    hidden = {"file": "a.pdf", "quote_sha256": known.digest, "quote_words": known.words}
    clear = {"file": "a.pdf", "quote": "Broen er rød."}
    lines = [
        {
            "id": key,
            "query": "?",
            "kind": "k",
            "intent": "i",
            "relevant": [place],
            "answer": place,
            "empty": False,
        }
        for key, place in (("1", hidden), ("2", clear))
    ]
    file = tmp_path / "judged.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    first, second = load_judged(file)
    assert first.relevant == second.relevant == (first.answer,)


def test_a_line_that_is_no_judged_query_is_told_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text('{"id": "1"}\n', encoding="utf-8")
    with pytest.raises(EvaluationDataError, match=r"judged\.jsonl:1"):
        load_judged(file)


def test_what_was_judged_afterwards_is_added_to_what_was_judged_first(tmp_path: Path) -> None:
    judged, pooled = tmp_path / "judged.jsonl", tmp_path / "pooled.jsonl"
    place = {"file": "a.pdf", "quote": "broen bliver rød"}
    fields = {"id": "q1", "query": "bro", "kind": "fact", "intent": "", "answer": None, "empty": False}
    judged.write_text(json.dumps({**fields, "relevant": [place]}), encoding="utf-8")
    pooled.write_text(json.dumps({"id": "q1", **place, "file": "b.pdf"}), encoding="utf-8")
    collection = JudgedCollection("egen", tmp_path, judged, pooled)
    assert [place.file for place in collection.queries()[0].relevant] == ["a.pdf", "b.pdf"]
    assert [place.file for place in collection.as_first_judged()[0].relevant] == ["a.pdf"]


def test_a_place_that_is_none_is_named(tmp_path: Path) -> None:
    pooled = tmp_path / "pooled.jsonl"
    pooled.write_text('{"id": "q1"}', encoding="utf-8")
    with pytest.raises(EvaluationDataError, match=r"pooled\.jsonl:1"):
        load_pooled(pooled)


@pytest.mark.parametrize("collection", [DEMO, TUNED], ids=lambda one: one.name)
def test_everything_judged_afterwards_belongs_to_a_query(collection: JudgedCollection) -> None:
    known = {query.id for query in load_judged(collection.judged)}
    assert load_pooled(collection.pooled).keys() <= known
