"""Pages of lines from formats that name their headings, paragraphs and tables instead of placing them."""

from collections.abc import Sequence

from indexer.reading.characters import mended
from indexer.reading.line import Line, Page

# Sizes stand for rank only: the reader takes what is larger than the text below it for a heading.
_BODY_SIZE = 11.0
_HEADING_SIZES = (20.0, 18.0, 16.0, 14.0, 13.0, 12.0)


class PageWriter:
    """Takes what stands in a file, in order, and makes pages of it."""

    def __init__(self) -> None:
        self._pages: list[list[Line]] = [[]]
        self._after_row = False

    def heading(self, text: str, level: int) -> None:
        """Write a heading of a level, from 1."""
        size = _HEADING_SIZES[min(level, len(_HEADING_SIZES)) - 1]
        self._lines(text, size, bold=True)

    def paragraph(self, text: str, bold: bool = False) -> None:
        """Write a paragraph; its line breaks are kept."""
        self._lines(text, _BODY_SIZE, bold)

    def row(self, cells: Sequence[str]) -> None:
        """Write a table's row."""
        tidy = tuple(" ".join(mended(cell).split()) for cell in cells)
        if any(tidy):
            text = " ".join(filter(None, tidy))
            self._add(text, not self._after_row, _BODY_SIZE, False, tidy if len(tidy) > 1 else ())
            self._after_row = True

    def page_break(self) -> None:
        """Begin a new page."""
        self._pages.append([])
        self._after_row = False

    def pages(self) -> tuple[Page, ...]:
        """Return what was written."""
        return tuple(Page(number, tuple(lines)) for number, lines in enumerate(self._pages, start=1))

    def _lines(self, text: str, size: float, bold: bool) -> None:
        gap = True
        for line in mended(text).split("\n"):
            if line.strip():
                self._add(" ".join(line.split()), gap, size, bold)
                gap = False
        self._after_row = False

    def _add(self, text: str, gap: bool, size: float, bold: bool, cells: tuple[str, ...] = ()) -> None:
        page = self._pages[-1]
        number, top = len(self._pages), not page
        page.append(Line(text, number, gap=gap or top, top=top, cells=cells, size=size, bold=bold))
