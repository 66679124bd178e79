import json
from pathlib import Path

import pytest

from evaluation.beir import load_beir
from evaluation.errors import EvaluationDataError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = [
        {"_id": "d1", "title": "Broen", "text": "Broen bliver rød."},
        {"_id": "d2", "text": "Stien."},
    ]
    queries = [{"_id": "q1", "text": "hvilken farve får broen"}, {"_id": "q2", "text": "uden bedømmelse"}]
    for name, lines in (("corpus", documents), ("queries", queries)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\n", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_documents_and_the_queries_that_are_judged(folder: Path) -> None:
    beir = load_beir(folder)
    assert [(document.id, document.title) for document in beir.documents] == [("d1", "Broen"), ("d2", "")]
    assert beir.queries == {"q1": "hvilken farve får broen"}
    assert beir.qrels == {"q1": {"d1": 1}}


@pytest.mark.parametrize("file", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(EvaluationDataError, match=file):
        load_beir(folder)


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("corpus.jsonl", '{"_id": "d1"}', "linje 1"),
        ("queries.jsonl", "ikke json", "linje 1"),
        ("qrels/test.tsv", "q1\td1\t1\n", "kolonnerne"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\tmeget\n", "linje 2"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td9\t1\n", "1 dokumenter"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\n", "ingen bedømmelser"),
    ],
)
def test_what_is_not_as_it_should_be_is_told(folder: Path, file: str, text: str, told: str) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationDataError, match=told):
        load_beir(folder)
