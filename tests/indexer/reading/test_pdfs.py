"""Real PDFs of another house: a scan refused, older minutes read, the rest kept with its pages."""

from datetime import date
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from indexer.reading import read_file
from records.errors import UnreadableFile
from records.models import Reading
from records.settings import ReadingSettings

PDFS = Path(__file__).parents[4] / "shared" / "pdf"
DEMO = Path(__file__).parents[3] / "corpus" / "pdf"
needs_pdfs = pytest.mark.skipif(not PDFS.is_dir(), reason="../shared/pdf findes ikke her")


def read(path: Path) -> Reading:
    return read_file(path, "0" * 16, ReadingSettings())


@needs_pdfs
def test_a_scan_is_refused_and_awaits_ocr_where_there_is_none() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_file(PDFS / "ballerup-1537646.pdf", "0" * 16, ReadingSettings(ocr_timeout_s=0))
    assert refused.value.reason == "ocr"


@needs_pdfs
@pytest.mark.parametrize(
    ("name", "number", "sag", "kind"),
    [
        ("ballerup-1552816.pdf", "8", "2010-3082", "taget til efterretning"),
        ("ballerup-1552819.pdf", "6", "2012-21786", "godkendt"),
    ],
)
def test_older_committee_minutes_give_body_date_punkt_and_decision(
    name: str, number: str, sag: str, kind: str
) -> None:
    (meeting,) = read(PDFS / name).meetings
    (punkt,) = meeting.punkter
    assert meeting.id == "sundheds-og-forebyggelsesudvalget-2012-12-04"
    assert (meeting.date, meeting.date_source) == (date(2012, 12, 4), "stated")
    assert (punkt.number, punkt.sag, punkt.pages.first, punkt.pages.last) == (number, (sag,), 1, 2)
    assert punkt.beslutning is not None
    assert (punkt.beslutning.kind, punkt.beslutning.page) == (kind, 2)
    assert punkt.indstilling


@needs_pdfs
def test_a_table_with_rules_is_read_row_by_row() -> None:
    (meeting,) = read(PDFS / "ballerup-1552819.pdf").meetings
    rows = [
        paragraph.text
        for part in meeting.punkter[0].parts
        for paragraph in part.paragraphs
        if paragraph.page == 2 and paragraph.text.endswith(" kr.") and " | " in paragraph.text
    ]
    assert len(rows) == 8


@needs_pdfs
@pytest.mark.parametrize(("name", "pages"), [("ballerup-1546399.pdf", 2), ("ballerup-1546743.pdf", 23)])
def test_an_unknown_layout_still_gives_passages_with_pages(name: str, pages: int) -> None:
    reading = read(PDFS / name)
    (meeting,) = reading.meetings
    (punkt,) = meeting.punkter
    assert (meeting.date_source, meeting.body, punkt.number) == ("unknown", "Ukendt organ", "1")
    assert (punkt.pages.first, punkt.pages.last, reading.page_count) == (1, pages, pages)
    assert reading.coverage >= 0.995


def all_pdfs() -> list[Path]:
    return [
        path
        for path in (*sorted(PDFS.glob("*.pdf")), *sorted(DEMO.glob("*.pdf")))
        if "1537646" not in path.name
    ]


@pytest.mark.parametrize("path", all_pdfs(), ids=lambda path: path.name)
def test_the_words_of_a_paragraph_stand_on_its_pages(path: Path) -> None:
    pages = ["".join(filter(str.isalnum, page)) for page in extract_text(path).split("\f")]
    for meeting in read(path).meetings:
        for part in (part for punkt in meeting.punkter for part in punkt.parts):
            for paragraph in part.paragraphs:
                there = "".join(pages[paragraph.page - 1 : paragraph.last_page])
                words = [w for w in ("".join(filter(str.isalnum, w)) for w in paragraph.text.split()) if w]
                missing = [word for word in words if word not in there]
                assert len(missing) <= 0.2 * len(words) + 1, paragraph.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "tom"),
        (b"   \n \n", "tom"),
        (b"%PDF-1.7\nikke en PDF", "beskadiget"),
        (b"PK\x03\x04\x00\x00\x00\x00", "ukendt_type"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "fil.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert refused.value.reason == reason


def test_pages_beyond_the_limit_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("\f".join(f"Side med tekst nummer {n}" for n in range(5)), encoding="utf-8")
    reading = read_file(path, "0" * 16, ReadingSettings(max_pages=3))
    assert reading.page_count == 5
    assert any("3 af 5" in warning for warning in reading.warnings)
