"""A damaged page is lost alone: the others are read, and the loss is told."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject
from reportlab.pdfgen.canvas import Canvas

from indexer.reading import read_file
from records.completeness import completeness
from records.errors import UnreadableFile
from records.ledger import Ledger
from records.models import Reading
from records.settings import ReadingSettings

WORDS = ("Alfa", "Beta", "Gamma")
WITHOUT_OCR = ReadingSettings(ocr_timeout_s=0)


def typeset(path: Path) -> Path:
    canvas = Canvas(str(path), pageCompression=1)
    for word in WORDS:
        for row in range(8):
            canvas.drawString(72, 760 - 14 * row, f"{word} står på linje {row} af siden om {word.lower()}.")
        canvas.showPage()
    canvas.save()
    return path


def read(path: Path) -> Reading:
    return read_file(path, "0" * 16, WITHOUT_OCR)


def words_of(reading: Reading) -> set[str]:
    texts = " ".join(
        paragraph.text
        for meeting in reading.meetings
        for punkt in meeting.punkter
        for part in punkt.parts
        for paragraph in part.paragraphs
    )
    return {word for word in WORDS if word in texts}


def stream_of(content: bytes, page: int) -> tuple[int, int]:
    """Return where a page's packed text begins and ends in the file."""
    packed = list(re.finditer(rb"stream\n(.*?)endstream", content, re.DOTALL))[page - 1]
    return packed.start(1), packed.end(1)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return typeset(tmp_path_factory.mktemp("pdf") / "hel.pdf").read_bytes()


def test_a_page_whose_text_cannot_be_unpacked_is_lost_alone(whole: bytes, tmp_path: Path) -> None:
    start, end = stream_of(whole, 2)
    path = tmp_path / "skadet.pdf"
    path.write_bytes(whole[:start] + b"!" * (end - start - 1) + whole[end - 1 :])
    reading = read(path)
    assert words_of(reading) == {"Alfa", "Gamma"}
    assert reading.damaged_pages == (2,)
    assert reading.scanned_pages == ()
    assert any("side 2" in warning for warning in reading.warnings)


def test_half_a_page_is_read_and_reported(tmp_path: Path) -> None:
    writer = PdfWriter(PdfReader(typeset(tmp_path / "hel.pdf")))
    contents = writer.pages[1]["/Contents"].get_object()
    contents._data = contents._data[: len(contents._data) * 3 // 4]
    with (tmp_path / "halv.pdf").open("wb") as file:
        writer.write(file)
    assert read(tmp_path / "halv.pdf").damaged_pages == (2,)


@pytest.mark.parametrize(("name", "value"), [("/MediaBox", NumberObject(7)), ("/Type", NameObject("/Stol"))])
def test_a_page_that_is_described_wrongly_takes_none_along(tmp_path: Path, name: str, value: object) -> None:
    writer = PdfWriter(PdfReader(typeset(tmp_path / "hel.pdf")))
    page = writer.pages[1]
    page[NameObject(name)] = value
    if name == "/Type":
        del page["/Contents"]
    with (tmp_path / "skadet.pdf").open("wb") as file:
        writer.write(file)
    reading = read(tmp_path / "skadet.pdf")
    assert {"Alfa", "Gamma"} <= words_of(reading)
    assert reading.page_count == len(WORDS)


def test_an_undamaged_file_reports_nothing(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hel.pdf"
    path.write_bytes(whole)
    reading = read(path)
    assert (words_of(reading), reading.damaged_pages, reading.warnings) == (set(WORDS), (), ())


def test_a_file_of_damaged_pages_alone_is_refused_as_damaged(whole: bytes, tmp_path: Path) -> None:
    content = whole
    for page in (1, 2, 3):
        start, end = stream_of(content, page)
        content = content[:start] + b"!" * (end - start - 1) + content[end - 1 :]
    path = tmp_path / "alle.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert refused.value.reason == "beskadiget"


def test_the_ledger_names_the_damaged_pages(whole: bytes, tmp_path: Path) -> None:
    start, end = stream_of(whole, 3)
    path = tmp_path / "skadet.pdf"
    path.write_bytes(whole[:start] + b"!" * (end - start - 1) + whole[end - 1 :])
    ledger = Ledger(tmp_path / "arkiv")
    ledger.take_in("skadet.pdf", "d" * 64, 1)
    ledger.record("d" * 64, "1", read(path))
    told = completeness(ledger, "a", show_closed=True, show_rejected_names=True)
    assert told["partly_damaged"] == [{"file_name": "skadet.pdf", "pages": [3]}]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    page=st.integers(1, 3),
    flips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_bytes_changed_within_one_page_leave_the_others(
    whole: bytes, tmp_path: Path, page: int, flips: list[tuple[float, int]]
) -> None:
    start, end = stream_of(whole, page)
    content = bytearray(whole)
    for share, value in flips:
        content[start + int(share * (end - start - len("\n~>")))] = value
    path = tmp_path / "flippet.pdf"
    path.write_bytes(bytes(content))
    reading = read(path)
    assert set(WORDS) - {WORDS[page - 1]} <= words_of(reading)
    assert set(reading.damaged_pages) <= {page}
    if bytes(content) != whole:
        assert reading.damaged_pages == (page,)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(cut=st.floats(0, 1), junk=st.binary(max_size=40))
def test_a_file_cut_short_is_read_or_refused_with_a_reason(
    whole: bytes, tmp_path: Path, cut: float, junk: bytes
) -> None:
    path = tmp_path / "kort.pdf"
    path.write_bytes(whole[: int(cut * len(whole))] + junk)
    with suppress(UnreadableFile):
        assert read(path).page_count >= 1


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(flips=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), min_size=1, max_size=5))
def test_bytes_changed_anywhere_end_in_a_reading_or_a_reason(
    whole: bytes, tmp_path: Path, flips: list[tuple[float, bytes]]
) -> None:
    content = bytearray(whole)
    for share, values in flips:
        at = int(share * (len(content) - len(values)))
        content[at : at + len(values)] = values
    path = tmp_path / "vild.pdf"
    path.write_bytes(bytes(content))
    with suppress(UnreadableFile):
        assert read(path).page_count >= 1


def test_a_tree_of_pages_that_goes_in_circles_ends(tmp_path: Path) -> None:
    writer = PdfWriter(PdfReader(typeset(tmp_path / "hel.pdf")))
    tree = writer.root_object["/Pages"]
    tree["/Kids"].append(writer.root_object.raw_get("/Pages"))
    with (tmp_path / "rundt.pdf").open("wb") as file:
        writer.write(file)
    assert words_of(read(tmp_path / "rundt.pdf")) == set(WORDS)
