import json
from pathlib import Path

import pytest

from evaluation.errors import EvaluationDataError
from evaluation.judged import load_judged, quotation, words_of


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
