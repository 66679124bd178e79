from dataclasses import replace
from pathlib import Path

import pytest

from records.completeness import completeness
from records.ledger import BuildReport, FileClosure, Ledger
from records.models import Access, Meeting, PageSpan, Punkt, Reading, Rejection
from records.originals import document_id

FIRST, SECOND = "a" * 64, "b" * 64


def reading(*accesses: Access) -> Reading:
    span = PageSpan(1, 1)
    punkter = tuple(
        Punkt(id=f"m-p{n}", number=str(n), title="Titel", pages=span, access=access)
        for n, access in enumerate(accesses, 1)
    )
    return Reading((Meeting("m", "Udvalg", None, "unknown", (), span, punkter),), page_count=1)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def test_what_was_read_comes_back_as_it_was(ledger: Ledger) -> None:
    ledger.take_in("/a.pdf", FIRST, 10)
    ledger.record(FIRST, "v1", reading(Access.OPEN, Access.CLOSED))
    assert [outcome for _, outcome in ledger.readings()] == [reading(Access.OPEN, Access.CLOSED)]


def test_only_new_content_and_new_readers_make_a_file_unread(ledger: Ledger) -> None:
    ledger.take_in("/a.pdf", FIRST, 10)
    assert [file.path for file in ledger.unread("v1")] == ["/a.pdf"]
    ledger.record(FIRST, "v1", reading())
    ledger.take_in("/copy.pdf", FIRST, 10)
    assert ledger.unread("v1") == []
    assert len(ledger.unread("v2")) == 1


def test_a_withdrawn_document_stays_out_when_its_file_is_taken_in_again(ledger: Ledger) -> None:
    ledger.take_in("/a.pdf", FIRST, 10)
    ledger.record(FIRST, "v1", reading())
    assert [file.path for file in ledger.withdraw(FIRST[:16])] == ["/a.pdf"]
    ledger.take_in("/a.pdf", FIRST, 10)
    assert list(ledger.readings()) == []
    assert ledger.is_withdrawn(FIRST[:16])
    assert not ledger.is_withdrawn(SECOND[:16])


def test_replaced_content_leads_to_the_newest(ledger: Ledger) -> None:
    newest = "c" * 64
    for digest in (FIRST, SECOND, newest):
        ledger.take_in("/a.pdf", digest, 10)
    assert ledger.successor(FIRST[:16]) == newest
    assert ledger.successor(newest[:16]) is None


def test_a_file_put_back_as_it_was_is_its_own_newest(ledger: Ledger) -> None:
    for digest in (FIRST, SECOND, FIRST):
        ledger.take_in("/a.pdf", digest, 10)
    assert ledger.successor(FIRST[:16]) is None
    assert ledger.successor(SECOND[:16]) == FIRST


def test_a_file_of_nothing_but_closed_punkter_does_not_count_for_a_reader(ledger: Ledger) -> None:
    ledger.take_in("/open.pdf", FIRST, 10)
    ledger.take_in("/closed.pdf", SECOND, 10)
    ledger.record(FIRST, "v1", reading(Access.OPEN, Access.CLOSED))
    ledger.record(SECOND, "v1", reading(Access.CONFIDENTIAL))
    reader = completeness(ledger, "referater", show_closed=False, show_rejected_names=True)
    operator = completeness(ledger, "referater", show_closed=True, show_rejected_names=True)
    assert (reader["files_seen"], operator["files_seen"]) == (1, 2)


def test_a_file_that_another_closes_does_not_count_for_a_reader(ledger: Ledger) -> None:
    for path, digest, all_of_it in (("/open.pdf", FIRST, False), ("/dagsorden.pdf", SECOND, True)):
        ledger.take_in(path, digest, 10)
        ledger.record(digest, "v1", replace(reading(Access.OPEN), damaged_pages=(1,)))
        ledger.record_closures({document_id(digest): FileClosure(Access.CLOSED, all_of_it)})
    told = completeness(ledger, "referater", show_closed=False, show_rejected_names=True)
    assert (told["files_seen"], [row["file_name"] for row in told["partly_damaged"]]) == (1, ["open.pdf"])
    ledger.record_closures({document_id(SECOND): FileClosure(Access.OPEN, all_of_it=False)})
    assert completeness(ledger, "a", show_closed=False, show_rejected_names=True)["files_seen"] == 2


def test_what_could_not_be_read_is_listed_by_cause_and_named_only_where_that_is_allowed(
    ledger: Ledger,
) -> None:
    ledger.take_in("/scan.pdf", FIRST, 10)
    ledger.take_in("/broken.pdf", SECOND, 10)
    ledger.record(FIRST, "v1", Rejection("ocr", "Filen er et billede."))
    ledger.record(SECOND, "v1", Rejection("beskadiget", "Filen er i stykker."))
    named = completeness(ledger, "referater", show_closed=False, show_rejected_names=True)
    nameless = completeness(ledger, "referater", show_closed=False, show_rejected_names=False)
    assert [row["file_name"] for row in named["needs_ocr"]] == ["scan.pdf"]
    assert [row["file_name"] for row in named["failed"]] == ["broken.pdf"]
    assert "file_name" not in nameless["failed"][0]


def test_what_could_not_be_read_is_not_named_where_its_name_says_that_it_is_closed(ledger: Ledger) -> None:
    ledger.take_in("/Punkt 5 (lukket) Salg af en grund.pdf", FIRST, 10)
    ledger.record(FIRST, "v1", Rejection("ocr", "Filen er et billede."))
    (row,) = completeness(ledger, "referater", show_closed=False, show_rejected_names=True)["needs_ocr"]
    assert "file_name" not in row


def test_each_alias_has_its_own_last_build(ledger: Ledger) -> None:
    report = BuildReport("2026-01-01T00:00:00+00:00", "referater.1", "model", 3, 2, 1, 1)
    ledger.record_build("referater", report)
    assert ledger.last_build("referater") == report
    assert ledger.last_build("andet") is None
