"""Word files (.docx) as pages of lines: headings by their styles, tables as rows, footnotes last."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from indexer.reading.docx_numbers import BULLET, Numbers
from indexer.reading.docx_styles import Styles
from indexer.reading.line import Line, Page
from indexer.reading.written_pages import PageWriter
from records.errors import UnreadableFile
from records.marks_of_closure import stated_access
from records.models import Access

# What unpacking may come to: pictures aside a long report holds 5 MiB, and the tree takes ten times its text.
_MOST_UNPACKED_MB, _MOST_XML_MB, _MOST_MEMBERS = 512, 48, 10_000
_MEBIBYTE = 1 << 20
_DOCUMENT = "word/document.xml"
_MALFORMED = (
    PackageNotFoundError, etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, ValueError,
    TypeError, AttributeError, IndexError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")))
# What is deleted, or stands in a box of its own; and what is said again for old programs.
_PASSED_OVER = frozenset(map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:txbxContent")))
_SAID_AGAIN = "Fallback"
_PAGE = "\f"
_CLOSURES = {Access.CLOSED: "Lukket", Access.CONFIDENTIAL: "Fortroligt"}


def extract_docx(path: Path) -> tuple[Page, ...]:
    """Return the pages of a Word file: as Word last laid them out, else as the file breaks them itself.

    :raises UnreadableFile: if the file is no Word file, is damaged, or unpacks to more than is reasonable.
    """
    try:
        _weigh(path)
        document = docx.Document(str(path))
        if document.element.getroottree().docinfo.doctype:
            raise ValueError("a document type, which Word never writes")
        return _Walk(document).pages()
    except _MALFORMED as error:
        message = "Filen er beskadiget. Hent den igen fra kilden, eller gem den som PDF."
        raise UnreadableFile("beskadiget", message, type(error).__name__) from error


def _weigh(path: Path) -> None:
    """Look at what a file will unpack to before any of it is unpacked."""
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableFile("ukendt_type", "Filen er ikke en Word-fil. Gem den som PDF.") from error
    if _DOCUMENT not in (member.filename for member in members):
        raise UnreadableFile("ukendt_type", "Filen er ikke en Word-fil. Gem den som PDF.")
    unpacked = sum(member.file_size for member in members)
    markup = max((m.file_size for m in members if m.filename.endswith((".xml", ".rels"))), default=0)
    if (
        len(members) > _MOST_MEMBERS
        or unpacked > _MOST_UNPACKED_MB * _MEBIBYTE
        or markup > _MOST_XML_MB * _MEBIBYTE
    ):
        raise UnreadableFile("for_stor", "Filen fylder for meget, når den pakkes ud. Gem den som PDF.")


class _Walk:
    """One walk through a Word file, from its first paragraph to its last footnote."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles = Styles(document)
        self._numbers = Numbers(document)
        self._writer = PageWriter()
        self._is_laid_out = next(document.element.iter(qn("w:lastRenderedPageBreak")), None) is not None
        self._notes: list[str] = []

    def pages(self) -> tuple[Page, ...]:
        """Return the pages."""
        self._blocks(self._document.element.body)
        for number, text in enumerate(self._footnotes(), start=1):
            self._writer.paragraph(f"{number} {text}")
        access = stated_access(self._margins()) or Access.OPEN
        return tuple(_marked(page, access) for page in self._writer.pages())

    def _margins(self) -> Iterator[str]:
        """Yield the paragraphs that stand above and below the text of the pages."""
        for section in self._document.sections:
            heads = (section.header, section.first_page_header)
            for margin in (*heads, section.footer, section.first_page_footer):
                if not margin.is_linked_to_previous:
                    yield from (paragraph.text for paragraph in margin.paragraphs)

    def _blocks(self, parent: etree._Element) -> None:
        for block in parent:
            if block.tag == qn("w:p"):
                self._paragraph(block)
            elif block.tag == qn("w:tbl"):
                self._table(block)
            elif block.tag in _WRAPPERS:
                self._blocks(block)

    def _paragraph(self, paragraph: etree._Element) -> None:
        if not self._is_laid_out and self._styles.breaks_before(paragraph):
            self._writer.page_break()
        level = self._styles.heading_level(paragraph)
        mark = self._mark_of(paragraph, level is not None)
        for number, stretch in enumerate("".join(self._text(paragraph)).split(_PAGE)):
            if number:
                self._writer.page_break()
            if not stretch.strip():
                continue
            if level is None:
                self._writer.paragraph(mark + stretch, self._styles.is_bold(paragraph))
            else:
                self._writer.heading(mark + stretch, level)
            mark = ""
        for box in paragraph.iter(qn("w:txbxContent")):
            if not _is_said_again(box):
                self._blocks(box)
        if not self._is_laid_out and self._styles.ends_page(paragraph):
            self._writer.page_break()

    def _mark_of(self, paragraph: etree._Element, is_heading: bool) -> str:
        """Return the number or bullet that Word sets before a paragraph, with a blank."""
        mark = self._numbers.mark(paragraph)
        if mark is None and not is_heading and self._styles.is_item(paragraph):
            mark = BULLET
        return f"{mark} " if mark and not (is_heading and mark == BULLET) else ""

    def _table(self, table: etree._Element) -> None:
        for row in _held(table, qn("w:tr")):
            cells = list(_held(row, qn("w:tc")))
            if len(cells) == 1:
                self._blocks(cells[0])
                continue
            texts = [
                text for cell in cells for text in (self._cell(cell), *[""] * (self._styles.span(cell) - 1))
            ]
            if any(_PAGE in text for text in texts):
                self._writer.page_break()
            self._writer.row([text.replace(_PAGE, " ") for text in texts])

    def _cell(self, cell: etree._Element) -> str:
        paragraphs = [one for one in cell.iter(qn("w:p")) if not _is_said_again(one)]
        return " ".join("".join(self._text(paragraph)) for paragraph in paragraphs)

    def _text(self, element: etree._Element) -> Iterator[str]:
        """Yield the text of a paragraph; a form feed stands for a page's end."""
        for child in element:
            if child.tag in _PASSED_OVER or etree.QName(child).localname == _SAID_AGAIN:
                continue
            if child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag == qn("w:footnoteReference"):
                self._notes.append(child.get(qn("w:id"), ""))
                yield str(len(self._notes))
            else:
                yield self._mark(child)
                yield from self._text(child)

    def _mark(self, element: etree._Element) -> str:
        if element.tag == qn("w:lastRenderedPageBreak"):
            return _PAGE
        if element.tag == qn("w:br") and element.get(qn("w:type")) == "page":
            return "\n" if self._is_laid_out else _PAGE
        return _MARKS.get(str(element.tag), "")

    def _footnotes(self) -> Iterator[str]:
        """Yield the footnotes in the order in which the text refers to them."""
        if not self._notes:
            return
        part = self._document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
        notes = {note.get(qn("w:id")): note for note in parse_xml(part.blob)}
        for key in tuple(self._notes):
            yield " ".join("".join(self._text(notes[key])).split())


_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def _is_said_again(element: etree._Element) -> bool:
    return any(etree.QName(above).localname == _SAID_AGAIN for above in element.iterancestors())


def _held(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table, or the cells of a row, also those that a content control wraps."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _held(child, tag)


def _marked(page: Page, access: Access) -> Page:
    """Return the page with the mark of closure that its head or foot bears above its text."""
    if access is Access.OPEN:
        return page
    mark = Line(_CLOSURES[access], page.number, gap=True, top=True)
    return replace(page, lines=(mark, *(replace(line, top=False) for line in page.lines)))
