"""No page is recognised twice, and the cache neither mixes pages up nor grows for ever."""

from pathlib import Path

import pytest

from indexer.reading import ocr_cache, read_file
from indexer.reading.ocr import Word
from indexer.reading.ocr_cache import FileOcrCache
from indexer.reading.recognition import Recognised
from records.recognised import RecognisedPages
from records.settings import ReadingSettings
from tests.indexer.reading.scans import needs_tesseract, page_image, scan

KEY = "0" * 16


def page(text: str) -> Recognised:
    return Recognised(2480, 3508, (Word(text, 0.93, (1, 1, 2), 10, 20, 90, 44),))


@pytest.fixture(autouse=True)
def known_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    ocr_cache._recogniser.cache_clear()
    monkeypatch.setattr(ocr_cache, "engine_version", lambda: "5.3")


def test_a_page_comes_back_as_it_was_recognised(tmp_path: Path) -> None:
    FileOcrCache(tmp_path / "ord.sqlite", KEY).put(3, page("Bølgebryder"))
    again = FileOcrCache(tmp_path / "ord.sqlite", KEY)
    assert again.get(3) == page("Bølgebryder")
    assert again.get(4) is None
    assert FileOcrCache(tmp_path / "ord.sqlite", "1" * 16).get(3) is None


def test_another_engine_recognises_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = FileOcrCache(tmp_path / "ord.sqlite", KEY)
    cache.put(1, page("Kaj"))
    ocr_cache._recogniser.cache_clear()
    monkeypatch.setattr(ocr_cache, "engine_version", lambda: "5.4")
    assert cache.get(1) is None


def test_the_oldest_pages_make_room(tmp_path: Path) -> None:
    cache = FileOcrCache(tmp_path / "ord.sqlite", KEY, most_pages=2)
    for number in (1, 2, 1, 3):
        cache.put(number, page(str(number)))
    assert [cache.get(number) is not None for number in (1, 2, 3)] == [True, False, True]


def test_a_cache_that_is_broken_is_as_if_there_were_none(tmp_path: Path) -> None:
    (tmp_path / "ord.sqlite").write_bytes(b"this is no database" * 99)
    cache = FileOcrCache(tmp_path / "ord.sqlite", KEY)
    cache.put(1, page("Kaj"))
    assert cache.get(1) is None


@needs_tesseract
def test_a_second_reading_recognises_nothing_and_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = scan(tmp_path / "scan.pdf", [page_image()])
    kept = RecognisedPages(tmp_path)
    first = read_file(path, KEY, ReadingSettings(), recognised=kept)

    def fail(*_: object) -> None:
        raise AssertionError("recognised again")

    monkeypatch.setattr("indexer.reading.extract_scan.recognised_page", fail)
    assert read_file(path, KEY, ReadingSettings(), recognised=kept) == first
    assert kept.words(KEY, 1)
