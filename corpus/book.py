"""A source laid out: its pages, and on which of them anything stands."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from corpus.layouts import agendasystem, bilag, indstilling, older, raadmand
from corpus.layouts.furniture import add_page_number
from corpus.layouts.sheet import Context, Sheet
from corpus.press.fonts import register_fonts
from corpus.press.pages import PAGE_HEIGHT, PAGE_WIDTH, Page, draw, paginate
from corpus.press.paragraphs import Paragraph
from corpus.source import Block, Section

MEETING = "møde"
# These bring page numbers of their own, or none, into the meeting's printout.
_OWN_NUMBERS = ("indstilling", "bilag", "udvalg")
LAYOUTS: dict[str, Callable[[Section, Context], Sheet]] = {
    "forside": raadmand.cover,
    "forside-2022": raadmand.cover_with_contents,
    "referat-2022": raadmand.referat_2022,
    "punkter": raadmand.agenda_page,
    "referat": raadmand.referat,
    "overblik": raadmand.overview,
    "indstilling": indstilling.indstilling,
    "indstilling-2022": indstilling.indstilling_2022,
    "bilag": bilag.note,
    "udvalg": bilag.committee_agenda,
    "skema": bilag.scheme,
    "system-forside": agendasystem.title_page,
    "system-punkt": agendasystem.punkt,
    "ældre-forside": older.title_page,
    "ældre-punkt": older.punkt,
}


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page and the section it belongs to."""

    section: Section
    page: Page

    def stretches(self) -> Iterator[tuple[Paragraph, int, int]]:
        """Yield what stands on the page: paragraphs with their first and last character."""
        for placed in (*self.page.placed, *self.page.furniture):
            for piece in placed.line.pieces:
                yield piece.par, piece.line.start, piece.line.end


@dataclass(frozen=True, slots=True)
class Book:
    """The pages of one file, in order; page numbers count from 1."""

    pages: tuple[BookPage, ...]

    def pages_of(self, part: Block | Section) -> list[int]:
        """List the pages a section or a block stands on."""
        if isinstance(part, Section):
            return [number for number, page in enumerate(self.pages, 1) if page.section is part]
        return [
            number
            for number, page in enumerate(self.pages, 1)
            if any(par.origin is part for par, _, _ in page.stretches())
        ]

    def find(self, quote: str, block: Block | None = None) -> list[tuple[int, int]]:
        """Find where a quotation stands, in one block or anywhere: first and last page of each place."""
        spans: dict[tuple[int, int], tuple[int, int]] = {}
        for number, page in enumerate(self.pages, 1):
            for par, start, end in page.stretches():
                if block is not None and par.origin is not block:
                    continue
                for hit in re.finditer(re.escape(flat(quote)), flat(par.text)):
                    if start < hit.end() and hit.start() < end:
                        first, _ = spans.get((id(par), hit.start()), (number, number))
                        spans[(id(par), hit.start())] = (first, number)
        return list(spans.values())


def flat(text: str) -> str:
    """Write a text's lines as one, character for character."""
    return text.replace("\n", " ")


def lay_out(sections: Sequence[Section]) -> Book:
    """Lay out a source; twice, since contents list pages that are known only afterwards."""
    register_fonts()
    draft = Book(tuple(_pages(sections, lambda _part: 0)))

    def page_of(part: Block | Section) -> int:
        return next(iter(draft.pages_of(part)), 0)

    return Book(tuple(_pages(sections, page_of)))


def meetings(sections: Sequence[Section]) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    """Split a source into its meetings: the section that opens each, and those that follow."""
    starts = [index for index, section in enumerate(sections) if section.kind == MEETING]
    for start, end in zip(starts, [*starts[1:], len(sections)], strict=True):
        yield sections[start], tuple(sections[start + 1 : end])


def _pages(sections: Sequence[Section], page_of: Callable[[Block | Section], int]) -> Iterator[BookPage]:
    for meeting, parts in meetings(sections):
        context = Context(meeting.values, parts, page_of)
        pages = [page for part in parts for page in _sheet_pages(LAYOUTS[part.kind](part, context))]
        for number, page in enumerate(pages, 1):
            if meeting.values.get("sidetal") == "ja" and page.section.kind not in _OWN_NUMBERS:
                add_page_number(page.page, f"{number} / {len(pages)}")
            yield page


def _sheet_pages(sheet: Sheet) -> Iterator[BookPage]:
    pages = list(paginate(sheet.lines, sheet.box_on))
    for index, page in enumerate(pages):
        sheet.dress(page, index, len(pages))
        yield BookPage(sheet.section, page)


def write_pdf(book: Book, path: Path) -> None:
    """Write a book as a PDF; the same book gives the same bytes."""
    canvas = Canvas(str(path), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(path.stem)
    canvas.setCreator("Referatsøg")
    for page in book.pages:
        draw(canvas, page.page)
    canvas.save()
