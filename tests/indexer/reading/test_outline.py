"""Bookmarks name headings, by their page; broken ones cost nothing."""

from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from reportlab.pdfgen.canvas import Canvas

from indexer.reading import read_file
from records.models import Paragraph
from records.settings import ReadingSettings

# One size and weight throughout: only the bookmark tells which line is a heading.
PAGES = (
    ("Havnen blev efterset i april, og her er, hvad der blev fundet om", "molens tilstand"),
    ("Molens tilstand", "Den er slidt på østsiden, og fugerne er revnede flere steder."),
)


def typeset(path: Path, bookmark: str | None) -> Path:
    canvas = Canvas(str(path))
    for number, lines in enumerate(PAGES, start=1):
        for place, line in enumerate(lines):
            canvas.drawString(70, 700 - 14 * place, line)
        if bookmark and number == 2:
            canvas.bookmarkPage("her")
            canvas.addOutlineEntry(bookmark, "her")
        canvas.showPage()
    canvas.save()
    return path


def paragraphs_of(path: Path) -> list[Paragraph]:
    reading = read_file(path, "0" * 16, ReadingSettings())
    return [paragraph for part in reading.meetings[0].punkter[0].parts for paragraph in part.paragraphs]


def test_a_line_that_a_bookmark_names_is_a_heading_on_its_page(tmp_path: Path) -> None:
    found = paragraphs_of(typeset(tmp_path / "bilag.pdf", "Molens  Tilstand"))
    assert [(one.heading, one.page) for one in found] == [(None, 1), ("Molens tilstand", 2)]
    assert {one.heading for one in paragraphs_of(typeset(tmp_path / "uden.pdf", None))} == {None}


def test_broken_bookmarks_leave_the_text(tmp_path: Path) -> None:
    path = typeset(tmp_path / "bilag.pdf", "Molens tilstand")
    writer = PdfWriter(PdfReader(path))
    outlines = writer.root_object["/Outlines"].get_object()
    outlines[NameObject("/First")].get_object()[NameObject("/Next")] = outlines.raw_get("/First")
    writer.write(path)
    assert any("fugerne" in one.text for one in paragraphs_of(path))
