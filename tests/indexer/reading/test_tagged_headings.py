"""Headings that only a PDF's tags tell of, and tags that cannot be trusted."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject
from reportlab.pdfgen.canvas import Canvas

from indexer.reading.extract_pdf import extract_pdf

LINES = ("Tid og sted", "Molen efterses i april.", "Den er fra 1931.", "Fugerne er løse.", "Stenene er hele.")


def tagged(path: Path, roles: tuple[str, ...], role_map: dict[str, str] | None = None) -> Path:
    """A page on which every line is set alike, each in a marked stretch of a role."""
    canvas = Canvas(str(path))
    for mark, line in enumerate(LINES):
        canvas._code.append(f"/P <</MCID {mark}>> BDC")
        canvas.drawString(72, 760 - 15 * mark, line)
        canvas._code.append("EMC")
    canvas.save()
    writer = PdfWriter(PdfReader(path))
    page = writer.pages[0].indirect_reference
    assert page
    elements = [element(role, NumberObject(mark), page) for mark, role in enumerate(roles)]
    document = element("Document", ArrayObject(elements), page)
    root = DictionaryObject({NameObject("/K"): document})
    names = {NameObject(f"/{said}"): NameObject(f"/{meant}") for said, meant in (role_map or {}).items()}
    root[NameObject("/RoleMap")] = DictionaryObject(names)
    writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(root)
    with path.open("wb") as file:
        writer.write(file)
    return path


def element(role: str, children: PdfObject, page: PdfObject) -> DictionaryObject:
    return DictionaryObject(
        {NameObject("/S"): NameObject(f"/{role}"), NameObject("/K"): children, NameObject("/Pg"): page}
    )


def headings(path: Path) -> list[str]:
    return [line.text for page in extract_pdf(path, 9)[0] for line in page.lines if line.heading]


@pytest.mark.parametrize("role", ["H", "H1", "H4"])
def test_a_heading_is_known_by_its_tag(tmp_path: Path, role: str) -> None:
    assert headings(tagged(tmp_path / "a.pdf", (role, "P", "P", "P", "P"))) == [LINES[0]]


def test_a_tool_s_own_name_for_headings_is_understood(tmp_path: Path) -> None:
    path = tagged(tmp_path / "a.pdf", ("Overskrift", "P", "P", "P", "P"), {"Overskrift": "H2"})
    assert headings(path) == [LINES[0]]


def test_tags_that_make_a_heading_of_everything_are_not_trusted(tmp_path: Path) -> None:
    assert headings(tagged(tmp_path / "a.pdf", ("H1", "H1", "P", "P", "P"))) == []


def test_a_structure_that_goes_in_circles_is_read_all_the_same(tmp_path: Path) -> None:
    writer = PdfWriter(PdfReader(tagged(tmp_path / "a.pdf", ("H1", "P", "P", "P", "P"))))
    root = writer.root_object["/StructTreeRoot"]
    assert isinstance(root, DictionaryObject)
    root[NameObject("/K")] = ArrayObject([root.indirect_reference, writer.root_object.indirect_reference])
    with (tmp_path / "rundt.pdf").open("wb") as file:
        writer.write(file)
    (page,) = extract_pdf(tmp_path / "rundt.pdf", 9)[0]
    assert [line.text for line in page.lines] == list(LINES)
