"""PDFs as pages of lines, in the order in which a person reads them."""

import binascii
import logging
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from indexer.reading.characters import mended
from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line, Page
from indexer.reading.reading_order import GAP, MARK, Band, in_reading_order
from records.errors import UnreadableFile

# What pdfminer raises on files that break the format: its own errors, and Python's where it trusts the file.
MALFORMED = (
    PDFException, PSException, ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError,
    ArithmeticError, RecursionError, NotImplementedError, struct.error, zlib.error, binascii.Error, EOFError,
)  # fmt: skip
# pdfminer's warnings quote the document, which may be closed.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
_BOLD = ("bold", "black", "semibold", "heavy")


def extract_pdf(path: Path, max_pages: int) -> tuple[tuple[Page, ...], int]:
    """Return the pages of a PDF, at most so many, and how many it has.

    :raises UnreadableFile: if the file is encrypted or damaged.
    """
    with path.open("rb") as file:
        try:
            document = PDFDocument(PDFParser(file))
            count = sum(1 for _ in PDFPage.create_pages(document))
            pages = tuple(_pages(document, max_pages))
        except PDFEncryptionError as error:
            message = "Filen er beskyttet med adgangskode. Gem den uden beskyttelse."
            raise UnreadableFile("krypteret", message, type(error).__name__) from error
        except MALFORMED as error:
            message = "Filen er beskadiget. Hent den igen fra kilden, eller gem den som ny PDF."
            raise UnreadableFile("beskadiget", message, type(error).__name__) from error
    if not count:
        raise UnreadableFile("beskadiget", "Filen har ingen sider. Hent den igen fra kilden.")
    return pages, count


def _pages(document: PDFDocument, max_pages: int) -> Iterator[Page]:
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams(boxes_flow=None))
    interpreter = PDFPageInterpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document), start=1):
        if number > max_pages:
            return
        interpreter.process_page(page)
        lines = tuple(_lines(device.get_result(), number))
        yield Page(number, lines, scanned=not lines)


def _lines(layout: LTPage, number: int) -> Iterator[Line]:
    boxes = [box for box in layout if isinstance(box, LTTextBox)]
    above: Band | None = None
    for band in in_reading_order(boxes, layout.width):
        cells = [_cell(cell) for cell in band.cells]
        text = " ".join(filter(None, cells))
        if not text:
            continue
        size, bold = _type_of(band.cells[0][0])
        gap = above is None or not _follows(above, band)
        is_item = len(cells) == 2 and MARK.match(cells[0])
        columns = tuple(cells) if len(cells) > 1 and not is_item else ()
        yield Line(text, number, gap=gap, top=above is None, cells=columns, size=size, bold=bold)
        above = band


def _cell(lines: Sequence[LTTextLine]) -> str:
    """Return a cell's lines as one stretch; a cell is too narrow for its hyphens to be real ones."""
    words = [" ".join(mended(line.get_text()).split()) for line in lines]
    return joined(words, Vocabulary(()))


def _follows(above: Band, band: Band) -> bool:
    """Tell whether a band stands right below another, in the same column."""
    distance = above.bottom - band.top
    return distance + GAP * band.cells[0][0].height > -1.0 and distance <= GAP * band.cells[0][0].height


def _type_of(line: LTTextLine) -> tuple[float, bool]:
    """Return the size of a line's type and whether it is bold, by its first letter."""
    first: Sequence[LTChar] = [char for char in line if isinstance(char, LTChar)][:1]
    if not first:
        return 0.0, False
    name = first[0].fontname.lower()
    return round(first[0].size * 2) / 2, any(mark in name for mark in _BOLD)
