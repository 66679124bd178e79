"""Whole runs against a real node: what is added, renewed, refused, withdrawn."""

import os
from pathlib import Path

import pytest

from corpus.paths import PDF_DIR
from indexer.archive import load_archive
from indexer.progress import Silent
from records.errors import ArchiveBusy, ConfigurationError, NotFound
from records.ledger import Ledger
from records.models import Access
from records.originals import content_digest, document_id
from tests.indexer.bench import Bench
from tests.indexer.reading.scans import needs_tesseract, page_image, scan

pytestmark = pytest.mark.integration

REFERAT = """Rådmandsmøder 2022-2025 (Rådmandsmøde)

{date} 11:00 - 12:00

 Referat

Punkt 1: Dagsorden

Godkendt.

Punkt 2: {title}

Rådmanden godkendte indstillingen. Sekretariatet følger op.
"""


@pytest.fixture
def referat(tmp_path: Path) -> Path:
    return write_referat(tmp_path / "ind" / "a.txt", "Nye lamper i parken")


def write_referat(path: Path, title: str, date: str = "06-05-2024") -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(REFERAT.format(title=title, date=date), encoding="utf-8")
    return path


def test_a_second_run_does_nothing_again(bench: Bench, referat: Path) -> None:
    first = bench.index(referat)
    embedded = bench.embedder.embedded
    second = bench.index(referat)
    assert (len(first.read), first.unchanged, first.rebuilt) == (1, 0, True)
    assert (len(second.read), second.unchanged, second.rebuilt) == (0, 1, False)
    assert (bench.embedder.embedded, second.passages) == (embedded, first.passages)


def test_a_new_file_is_added_and_only_its_passages_are_embedded(bench: Bench, referat: Path) -> None:
    bench.index(referat)
    embedded = bench.embedder.embedded
    more = write_referat(referat.with_name("b.txt"), "Flere bænke ved søen", "13-05-2024")
    report = bench.index(more)
    assert (len(report.read), report.meetings) == (1, 2)
    assert bench.embedder.embedded == embedded + report.passages // 2


def test_a_changed_file_takes_the_place_of_the_old_one(bench: Bench, referat: Path) -> None:
    before = bench.index(referat)
    write_referat(referat, "Nye lamper på torvet")
    after = bench.index(referat)
    assert (len(after.read), after.meetings, after.passages) == (1, 1, before.passages)


def test_a_broken_file_is_refused_with_a_reason_and_the_run_goes_on(bench: Bench, referat: Path) -> None:
    (referat.parent / "broken.pdf").write_bytes(b"%PDF-1.7\nthis is no PDF\n%%EOF")
    (referat.parent / "empty.txt").write_text("")
    report = bench.index(referat.parent)
    assert [file.name for file in report.read] == ["a.txt"]
    assert {file.name: rejection.reason for file, rejection in report.refused} == {
        "broken.pdf": "beskadiget",
        "empty.txt": "tom",
    }
    assert all(rejection.message for _, rejection in report.refused)


def test_a_withdrawn_document_leaves_the_index_and_stays_out(bench: Bench, referat: Path) -> None:
    other = write_referat(referat.with_name("b.txt"), "Flere bænke ved søen", "13-05-2024")
    both = bench.index(referat, other)
    document = document_id(content_digest(referat))
    assert [file.name for file in bench.indexer.withdraw(document, Silent())] == ["a.txt"]
    again = bench.index(referat, other)
    assert (again.meetings, again.passages) == (1, both.passages // 2)
    assert bench.indexer.withdraw(document, Silent())


@pytest.mark.parametrize("unknown", ["", "a", "0" * 16, "f" * 64, "*"])
def test_withdrawing_what_is_not_there_withdraws_nothing(bench: Bench, referat: Path, unknown: str) -> None:
    report = bench.index(referat)
    with pytest.raises(NotFound):
        bench.indexer.withdraw(unknown, Silent())
    assert bench.index(referat).passages == report.passages


def test_a_file_that_cannot_be_taken_in_is_refused_and_the_run_goes_on(bench: Bench, referat: Path) -> None:
    vanished = referat.with_name("vanished.txt")
    vanished.symlink_to(referat.with_name("nowhere.txt"))
    odd = referat.with_name(os.fsdecode(b"m\xf8de.txt"))
    write_referat(odd, "Et nyt skur", "03-06-2024")

    class Vanishing(Silent):
        def begin(self, step: str, total: int | None) -> None:
            gone.unlink(missing_ok=True)

    gone = write_referat(referat.with_name("gone.txt"), "Et gammelt skur", "10-06-2024")
    report = bench.indexer.index([referat.parent], Vanishing())
    assert len(report.read) == 2
    assert [rejection.reason for _, rejection in report.refused] == ["fejl"]


def test_one_file_of_a_meeting_closes_what_another_left_open(bench: Bench, referat: Path) -> None:
    """The passages go, and so does the file that they stand in."""
    bench.index(referat)
    closing = referat.with_name("b.txt")
    text = referat.read_text(encoding="utf-8")
    closing.write_text(text.replace("Punkt 2: Nye", "Punkt 2: Lukket: Nye"), encoding="utf-8")
    bench.index(closing)
    documents = load_archive(Ledger(bench.settings.archive_dir)).documents
    assert [document.access for document in documents] == [Access.CLOSED, Access.CLOSED]


def test_everything_withdrawn_leaves_an_empty_index(bench: Bench, referat: Path) -> None:
    bench.index(referat)
    bench.indexer.withdraw(document_id(content_digest(referat)), Silent())
    assert bench.count() == 0


def test_reindexing_gives_the_same_documents(bench: Bench, referat: Path) -> None:
    report = bench.index(referat)
    count = bench.count()
    assert bench.indexer.reindex(Silent()) == report.passages
    assert bench.count() == count


def test_a_path_that_is_not_there_is_named(bench: Bench, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="findes-ikke"):
        bench.index(tmp_path / "findes-ikke")


def test_two_runs_never_write_to_one_archive_at_once(bench: Bench, referat: Path) -> None:
    class Meanwhile(Silent):
        def begin(self, step: str, total: int | None) -> None:
            bench.index(referat)

    with pytest.raises(ArchiveBusy):
        bench.indexer.index([referat], Meanwhile())


def test_every_file_of_the_demo_corpus_is_read_and_every_document_counted(bench: Bench) -> None:
    report = bench.index(PDF_DIR)
    assert not report.refused
    assert len(report.read) == len(list(PDF_DIR.glob("*.pdf")))
    assert bench.count() > report.passages > 300


@needs_tesseract
def test_a_scan_is_indexed_with_how_surely_it_was_read(bench: Bench, tmp_path: Path) -> None:
    report = bench.index(scan(tmp_path / "scan.pdf", [page_image()]))
    assert [file.name for file in report.read] == ["scan.pdf"]
    assert bench.count() > report.passages > 0
