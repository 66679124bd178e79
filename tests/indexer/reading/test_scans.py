"""Pages without a text layer: recognised however they lie, with a confidence, within their limits."""

from pathlib import Path

import pytest

from indexer.reading import read_file, reader_version
from indexer.reading.extract_pdf import extract_pdf
from indexer.reading.extract_scan import with_scans_read
from indexer.reading.line import Line, Page
from indexer.reading.page_image import set_right, tilt_of
from indexer.reading_pool import read_all
from records.errors import UnreadableFile
from records.ledger import LedgerFile
from records.models import Paragraph, Reading
from records.originals import OriginalStore
from records.settings import ReadingSettings
from tests.indexer.reading.scans import ROWS, TITLE, askew, needs_tesseract, page_image, scan, stamped, text

KEY = "0" * 16


def lines_of(path: Path) -> tuple[Line, ...]:
    (page,) = with_scans_read(path, [Page(1, (), scanned=True)], 120)
    assert not page.scanned
    return page.lines


def paragraphs_of(reading: Reading) -> list[Paragraph]:
    parts = [part for meeting in reading.meetings for punkt in meeting.punkter for part in punkt.parts]
    return [paragraph for part in parts for paragraph in part.paragraphs]


@needs_tesseract
@pytest.mark.parametrize(("quarter_turns", "degrees"), [(0, 0), (2, 0), (2, 2), (1, -2)])
def test_a_page_is_recognised_however_it_lies(tmp_path: Path, quarter_turns: int, degrees: float) -> None:
    path = scan(tmp_path / "scan.pdf", [askew(page_image(), quarter_turns, degrees)])
    lines = lines_of(path)
    words = set(" ".join(line.text for line in lines).split())
    expected = text().split()
    assert sum(word in words for word in expected) / len(expected) >= 0.97
    assert (lines[0].text, lines[0].top) == (TITLE, True)
    assert [line.cells for line in lines if line.cells] == list(ROWS)
    assert all(line.confidence is not None and line.confidence > 0.8 for line in lines)


@needs_tesseract
def test_a_page_that_tesseract_cannot_place_is_turned_by_its_surest_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.reading.recognition.turn_of", lambda _image, _timeout_s: None)
    lines = lines_of(scan(tmp_path / "scan.pdf", [askew(page_image(), quarter_turns=1)]))
    assert lines[0].text == TITLE
    assert lines[-1].cells == ROWS[-1]


@pytest.mark.parametrize("degrees", [-4.0, -2.0, -0.4, 0.0, 0.3, 2.0, 3.5])
def test_the_tilt_of_a_page_is_found_and_taken_out(degrees: float) -> None:
    tilted = askew(page_image(dpi=100), degrees=degrees)
    assert tilt_of(tilted) == pytest.approx(-degrees, abs=0.15)
    assert tilt_of(set_right(tilted, 0).image) == pytest.approx(0.0, abs=0.2)


def test_an_empty_picture_has_no_tilt() -> None:
    assert tilt_of(page_image().point(lambda _: 255)) == 0.0


@needs_tesseract
def test_a_scan_becomes_passages_that_tell_how_surely_they_were_read(tmp_path: Path) -> None:
    blank = page_image().point(lambda _: 255)
    reading = read_file(scan(tmp_path / "scan.pdf", [page_image(), blank]), KEY, ReadingSettings())
    found = paragraphs_of(reading)
    assert reading.scanned_pages == ()
    assert reading.page_count == 2
    assert any("84.500 kr." in paragraph.text for paragraph in found)
    assert all(paragraph.confidence and 0.8 < paragraph.confidence <= 1 for paragraph in found)


STAMP = "Punkt 3, Bilag 2: Molens skure.pdf"


def test_a_picture_with_a_stamp_awaits_ocr_but_keeps_the_stamp(tmp_path: Path) -> None:
    ((page,), _) = extract_pdf(stamped(tmp_path / "bilag.pdf", page_image(dpi=100), STAMP), 1)
    assert page.scanned
    assert [line.text for line in page.lines] == [STAMP]


@needs_tesseract
def test_a_stamp_on_a_picture_is_kept_as_written_and_once(tmp_path: Path) -> None:
    path = stamped(tmp_path / "bilag.pdf", page_image(), STAMP)
    pages, _ = extract_pdf(path, 1)
    (page,) = with_scans_read(path, pages, 120)
    texts = [line.text for line in page.lines]
    assert (texts[0], texts[-1]) == (TITLE, STAMP)
    assert sum("Bilag" in text for text in texts) == 1
    assert page.lines[-1].confidence is None


@needs_tesseract
def test_nothing_but_empty_pictures_is_an_empty_file(tmp_path: Path) -> None:
    blank = page_image(dpi=100).point(lambda _: 255)
    with pytest.raises(UnreadableFile) as refused:
        read_file(scan(tmp_path / "hvid.pdf", [blank]), KEY, ReadingSettings())
    assert refused.value.reason == "tom"


@needs_tesseract
def test_pages_that_time_does_not_reach_still_await_ocr(tmp_path: Path) -> None:
    path = scan(tmp_path / "scan.pdf", [page_image()])
    with pytest.raises(UnreadableFile) as refused:
        read_file(path, KEY, ReadingSettings(ocr_timeout_s=0.01))
    assert refused.value.reason == "ocr"


def test_without_ocr_a_scan_is_refused_and_says_what_to_install(tmp_path: Path) -> None:
    path = scan(tmp_path / "scan.pdf", [page_image(dpi=100)])
    with pytest.raises(UnreadableFile, match="Tesseract") as refused:
        read_file(path, KEY, ReadingSettings(ocr_timeout_s=0))
    assert refused.value.reason == "ocr"


def test_a_file_is_read_again_once_ocr_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.reading.ocr.is_available", lambda: False)
    without = reader_version(ReadingSettings())
    monkeypatch.setattr("indexer.reading.ocr.is_available", lambda: True)
    assert reader_version(ReadingSettings()) != without
    assert reader_version(ReadingSettings(ocr_timeout_s=0)) == without


@needs_tesseract
def test_a_run_recognises_scans_after_the_other_files(tmp_path: Path) -> None:
    scanned = scan(tmp_path / "a-scan.pdf", [page_image()])
    typed = tmp_path / "b-tekst.txt"
    typed.write_text("Havneudvalget holder møde om molen.", encoding="utf-8")
    outcomes = list(read_all(*kept(tmp_path, scanned, typed), ReadingSettings(workers=1)))
    assert [file.name for file, _ in outcomes] == ["b-tekst.txt", "a-scan.pdf"]
    assert isinstance(outcomes[1][1], Reading)


def kept(folder: Path, *paths: Path) -> tuple[list[LedgerFile], OriginalStore]:
    originals = OriginalStore(folder / "arkiv")
    files = [LedgerFile(str(path), originals.keep(path), path.stat().st_size) for path in paths]
    return files, originals


@needs_tesseract
def test_a_turned_scan_of_a_table_gives_its_rows(real_pdfs: Path) -> None:
    path = real_pdfs / "ballerup-1537646.pdf"
    pages, _ = extract_pdf(path, 10)
    (page,) = with_scans_read(path, [pages[4]], 120)
    rows = [line for line in page.lines if len(line.cells) >= 5]
    assert len(rows) >= 28
    assert all(row.cells[0][:1].isdigit() for row in rows[1:])
