"""PDFs as pages of lines, in the order in which a person reads them."""

import logging
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTFigure, LTImage, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from indexer.reading.line import Line, Page
from indexer.reading.malformed import MALFORMED
from indexer.reading.outline import bookmarks, with_headings
from indexer.reading.page_lines import page_lines
from indexer.reading.pdf_pages import has_damaged_text, pdf_pages
from indexer.reading.reading_order import text_boxes
from indexer.reading.tagged_headings import MarkingDevice, Marks, tagged_headings
from records.errors import UnreadableFile

# A scanned bilag bears its stamp, a file name over up to five lines, as text on a picture of the whole sheet.
_STAMP_LETTERS = 300
_PICTURE_SHARE = 0.6
# pdfminer's warnings quote the document, which may be closed.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def extract_pdf(path: Path, max_pages: int) -> tuple[tuple[Page, ...], int]:
    """Return the pages of a PDF, at most so many, and how many it has.

    :raises UnreadableFile: if the file is encrypted, or so damaged that no page can be found.
    """
    with path.open("rb") as file:
        try:
            document = PDFDocument(PDFParser(file))
            found = pdf_pages(document)
            titles = bookmarks(document, [page.pageid if page else None for page in found])
            pages = tuple(_pages(found[:max_pages], titles, tagged_headings(document)))
        except PDFEncryptionError as error:
            message = "Filen er beskyttet med adgangskode. Gem den uden beskyttelse."
            raise UnreadableFile("krypteret", message, type(error).__name__) from error
        except MALFORMED as error:
            message = "Filen er beskadiget. Hent den igen fra kilden, eller gem den som ny PDF."
            raise UnreadableFile("beskadiget", message, type(error).__name__) from error
    if not found:
        raise UnreadableFile("beskadiget", "Filen har ingen sider. Hent den igen fra kilden.")
    return pages, len(found)


def _pages(
    found: Sequence[PDFPage | None], titles: Mapping[int, Collection[str]], tagged: Marks
) -> Iterator[Page]:
    resources = PDFResourceManager()
    for number, page in enumerate(found, start=1):
        # Asked first: what has been laid out is unpacked, and the loss forgotten.
        damaged = page is None or has_damaged_text(page)
        laid_out = _laid_out(page, resources, tagged.get(page.pageid, frozenset())) if page else None
        if laid_out is None:
            yield Page(number, (), damaged=True)
            continue
        layout, marked = laid_out
        boxes = list(text_boxes(layout))
        lines = with_headings(tuple(page_lines(boxes, layout.width, number, marked)), titles.get(number, ()))
        scanned = _is_stamped_picture(layout, lines) or not (lines or damaged)
        yield Page(number, lines, scanned, damaged)


def _laid_out(
    page: PDFPage, resources: PDFResourceManager, marks: frozenset[int]
) -> tuple[LTPage, AbstractSet[int]] | None:
    """Return where everything stands on a page, and which letters bear marks; None where it is damaged."""
    # A device of its own: one that broke off inside a figure goes on from there on the next page.
    parameters = LAParams(boxes_flow=None)
    marking = MarkingDevice(resources, parameters, marks) if marks else None
    device = marking or PDFPageAggregator(resources, laparams=parameters)
    try:
        PDFPageInterpreter(resources, device).process_page(page)
        return device.get_result(), marking.marked if marking else frozenset()
    except MALFORMED:
        return None


def _is_stamped_picture(layout: LTPage, lines: Sequence[Line]) -> bool:
    """Tell whether a page is a picture, with no more text than a stamp or a page number on it."""
    if sum(len(line.text) for line in lines) > _STAMP_LETTERS:
        return False
    pictures = [item for item in layout if isinstance(item, LTFigure | LTImage)]
    return any(one.width * one.height >= _PICTURE_SHARE * layout.width * layout.height for one in pictures)
