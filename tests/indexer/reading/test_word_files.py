"""Word files: headings, lists, tables, pages and footnotes kept; hostile ones refused with a reason."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from indexer.reading import read_file
from indexer.reading.extract_docx import extract_docx
from indexer.reading.line import Line
from records.errors import UnreadableFile
from records.models import Access, Reading
from records.settings import ReadingSettings

DOCUMENT = "word/document.xml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bilag.docx"


def saved(document: Document, path: Path) -> Path:
    document.save(str(path))
    return path


def lines_of(path: Path) -> list[Line]:
    return [line for page in extract_docx(path) for line in page.lines]


def read(path: Path) -> Reading:
    return read_file(path, "0" * 16, ReadingSettings(), path.name)


def rewritten(path: Path, change: Callable[[str], str]) -> Path:
    """The file with its main part changed as text."""
    content = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            part = old.read(member)
            new.writestr(member.filename, change(part.decode()) if member.filename == DOCUMENT else part)
    return path


def test_headings_paragraphs_and_list_items_are_told_apart(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Kajens tilstand", level=1)
    document.add_paragraph("Kajen er efterset i april.")
    document.add_heading("Økonomi", level=2)
    document.add_paragraph("Fugerne skal skiftes.", style="List Bullet")
    document.add_paragraph().add_run("Tidsplan").bold = True
    reading = read(saved(document, path))
    paragraphs = reading.meetings[0].punkter[0].parts[0].paragraphs
    assert [(one.heading, one.text) for one in paragraphs] == [
        ("Kajens tilstand", "Kajen er efterset i april."),
        ("Økonomi", "• Fugerne skal skiftes."),
        ("Økonomi", "Tidsplan"),
    ]
    assert reading.coverage == 1.0


def test_a_table_keeps_its_rows_and_merged_cells_their_columns(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(
        table.rows, (("Post", "2024", "2025"), ("Mole", "5", "7"), ("I alt", "", "12")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[2].cells[0].merge(table.rows[2].cells[1])
    assert [line.cells for line in lines_of(saved(document, path))] == [
        ("Post", "2024", "2025"),
        ("Mole", "5", "7"),
        ("I alt", "", "12"),
    ]


def test_page_breaks_are_counted(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Side et.").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Side to.")
    document.add_paragraph("Side tre.").paragraph_format.page_break_before = True
    document.add_section()
    document.add_paragraph("Side fire.")
    assert [(line.text, line.page) for line in lines_of(saved(document, path))] == [
        ("Side et.", 1),
        ("Side to.", 2),
        ("Side tre.", 3),
        ("Side fire.", 4),
    ]


def test_pages_are_those_that_word_laid_out_where_it_did(path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Teksten begynder her, ")
    run = paragraph.add_run()
    run._r.append(parse_xml(f"<w:lastRenderedPageBreak {nsdecls('w')}/>"))
    run.add_text("og fortsætter her.")
    paragraph = document.add_paragraph()
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    last = document.add_paragraph().add_run()
    last._r.append(parse_xml(f"<w:lastRenderedPageBreak {nsdecls('w')}/>"))
    last.add_text("Til sidst.")
    reading = read(saved(document, path))
    paragraphs = reading.meetings[0].punkter[0].parts[0].paragraphs
    assert [(one.page, one.last_page) for one in paragraphs] == [(1, 2), (3, 3)]
    assert reading.page_count == 3


def test_what_stands_in_controls_boxes_and_insertions_is_read_once(path: Path) -> None:
    document = docx.Document()
    body = document.element.body
    body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>I et felt</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )
    body.insert(
        1,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:ins><w:r><w:t>Indsat</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>slettet</w:delText></w:r></w:del></w:p>"
        ),
    )
    box = "<w:txbxContent><w:p><w:r><w:t>I en boks</w:t></w:r></w:p></w:txbxContent>"
    markup = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body.insert(
        2,
        parse_xml(
            f'<w:p {nsdecls("w")} xmlns:mc="{markup}"><w:r><mc:AlternateContent>'
            f'<mc:Choice Requires="wps">{box}</mc:Choice>'
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        ),
    )
    assert [line.text for line in lines_of(saved(document, path))] == ["I et felt", "Indsat", "I en boks"]


def test_a_folder_of_files_other_than_word_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("regneark.xml", "<a/>")
    assert refusal(path) == "ukendt_type"


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(path: Path) -> None:
    saved(docx.Document(), path)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("word/stor.xml", "w") as part,
    ):
        for _ in range(60):
            part.write(b" " * (1 << 20))
    assert path.stat().st_size < 1 << 20
    assert refusal(path) == "for_stor"


def test_entities_are_never_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "hemmelig.txt").write_text("hemmelig tekst")
    saved(docx.Document(), path)
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{tmp_path}/hemmelig.txt">]>'
    rewritten(
        path,
        lambda xml: xml.replace("?>", f"?>{entity}", 1).replace(
            "<w:body>", "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
        ),
    )
    assert refusal(path) == "beskadiget"


@pytest.mark.parametrize("change", [lambda xml: xml[: len(xml) // 2], lambda _: "", lambda _: "<a/>"])
def test_a_damaged_file_is_refused(path: Path, change: Callable[[str], str]) -> None:
    assert refusal(rewritten(saved(docx.Document(), path), change)) == "beskadiget"


def test_a_file_without_text_is_empty(path: Path) -> None:
    assert refusal(saved(docx.Document(), path)) == "tom"


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    return refused.value.reason


NUMBERING = (
    "<w:abstractNum {ns} w:abstractNumId='90'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1%2)'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='4'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%3'/></w:lvl>"
    "</w:abstractNum>",
    "<w:num {ns} w:numId='90'><w:abstractNumId w:val='90'/></w:num>",
    "<w:num {ns} w:numId='91'><w:abstractNumId w:val='90'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>",
)


def numbered(document: Document, text: str, level: int, number: int = 90) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    ilvl, num = f"<w:ilvl w:val='{level}'/>", f"<w:numId w:val='{number}'/>"
    properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{ilvl}{num}</w:numPr>"))


def test_numbers_that_word_counts_are_read_as_they_are_printed(path: Path) -> None:
    document = docx.Document()
    for markup in NUMBERING:
        document.part.numbering_part.element.append(parse_xml(markup.format(ns=nsdecls("w"))))
    for text, level in (
        ("Lys", 0),
        ("Master", 1),
        ("Kabler", 1),
        ("Bænke", 0),
        ("Træ", 1),
        ("Eg", 2),
        ("Ask", 2),
    ):
        numbered(document, text, level)
    numbered(document, "Forfra", 0, number=91)
    numbered(document, "Uden", 0, number=0)
    found = [line.text for line in lines_of(saved(document, path))]
    assert found == [
        "1. Lys",
        "1a) Master",
        "1b) Kabler",
        "2. Bænke",
        "2a) Træ",
        "IV Eg",
        "V Ask",
        "1. Forfra",
        "Uden",
    ]


def test_a_style_that_counts_gives_numbers(path: Path) -> None:
    document = docx.Document()
    for text in ("Lys", "Bænke"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Træ", style="List Bullet")
    assert [line.text for line in lines_of(saved(document, path))] == ["1. Lys", "2. Bænke", "• Træ"]


@pytest.mark.parametrize("style", ["List Paragraph", "List 2", "List Continue"])
def test_a_paragraph_that_is_only_set_in_bears_no_bullet(path: Path, style: str) -> None:
    document = docx.Document()
    if style not in [known.name for known in document.styles]:
        document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Lygten er af jern.", style=style)
    document.save(str(path))
    assert [line.text for line in lines_of(path)] == ["Lygten er af jern."]


@pytest.mark.parametrize("margin", ["header", "footer", "first_page_header"])
def test_a_mark_above_or_below_the_text_closes_every_page(path: Path, margin: str) -> None:
    document = docx.Document()
    for word in ("grunden", "huset", "haven"):
        document.add_paragraph(f"Bud på {word}.").add_run().add_break(WD_BREAK.PAGE)
    getattr(document.sections[0], margin).paragraphs[0].text = "FORTROLIGT"
    (punkt,) = [punkt for meeting in read(saved(document, path)).meetings for punkt in meeting.punkter]
    assert punkt.access is Access.CONFIDENTIAL


def test_what_else_stands_above_the_text_is_no_part_of_it(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Bud på grunden.")
    document.sections[0].header.paragraphs[0].text = "Tranvig Kommune"
    assert [line.text for line in lines_of(saved(document, path))] == ["Bud på grunden."]
