"""One page of a PDF, drawn, and where its words stand."""

import ctypes
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from records.errors import NotFound
from records.recognised import RecognisedWord
from search_api.pages.png import png

# PDFium is not safe for threads, so one at a time in the whole process.
_PDFIUM = threading.Lock()

# 150 dots an inch on A4: sharp on a wide screen, and about 130 kB for a page of text.
PICTURE_WIDTH = 1240
THUMBNAIL_WIDTH = 132
# A page that is a roll of paper is drawn smaller instead of filling the memory.
MOST_PIXELS = 6_000_000
# PDFium tells positions in whole device units; so many to a point keep a tenth of it.
_UNITS = 10
# What lies this share of the line's height above or below stands on another line.
_LINE_STEP = 0.6


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page in points, from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: "Box") -> "Box":
        """Return the smallest rectangle around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def is_beside(self, other: "Box") -> bool:
        """Tell whether the two stand on one line."""
        apart = abs((self.top + self.bottom) - (other.top + other.bottom)) / 2
        return apart < _LINE_STEP * max(self.bottom - self.top, other.bottom - other.top)

    def touches(self, other: "Box") -> bool:
        """Tell whether less than a letter is between the two, whichever way the text runs."""
        across = max(self.left - other.right, other.left - self.right)
        down = max(self.top - other.bottom, other.top - self.bottom)
        return max(across, down) < self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Run:
    """Letters and digits that stand together on one line: a word, or a part of one."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PageLayout:
    """How large a page is, in points, and where its words stand, in the order of the text."""

    width: float
    height: float
    runs: tuple[Run, ...]


def with_recognised(layout: PageLayout, words: Iterable[RecognisedWord]) -> PageLayout:
    """Return the layout with the words that text recognition found on the page before its own, if any."""
    seen = (Run(word.text, Box(word.left, word.top, word.right, word.bottom)) for word in words)
    return replace(layout, runs=(*seen, *layout.runs))


def page_png(file: Path, number: int, width: int) -> bytes:
    """Return the picture of the page, so many pixels wide.

    :raises NotFound: if the file has no such page.
    """
    with _PDFIUM, _opened(file, number) as page:
        points_wide, points_high = (max(1.0, side) for side in page.get_size())
        scale = min(width / points_wide, (MOST_PIXELS / (points_wide * points_high)) ** 0.5)
        bitmap = page.render(scale=scale, rev_byteorder=True)
        pixels = bitmap.to_numpy()[..., :3].copy()
        bitmap.close()
    return png(pixels)


def page_layout(file: Path, number: int) -> PageLayout:
    """Return where the words of the page stand.

    :raises NotFound: if the file has no such page.
    """
    with _PDFIUM, _opened(file, number) as page:
        width, height = page.get_size()
        return PageLayout(width, height, tuple(_runs(page)))


@contextmanager
def _opened(file: Path, number: int) -> Iterator[pypdfium2.PdfPage]:
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        raise NotFound("Filens sider kan ikke vises som billeder. Hent filen i stedet.") from error
    try:
        if not 1 <= number <= len(document):
            raise NotFound("Filen har ikke så mange sider.")
        yield document[number - 1]
    finally:
        document.close()


def _runs(page: pypdfium2.PdfPage) -> Iterator[Run]:
    text_page = page.get_textpage()
    letters: list[str] = []
    box: Box | None = None
    for index in range(text_page.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        place = _box(page, text_page, index) if letter.isalnum() else None
        if box and (place is None or not place.touches(box)):
            yield Run("".join(letters), box)
            letters, box = [], None
        if place:
            letters.append(letter)
            box = place.joined(box) if box else place
    if box:
        yield Run("".join(letters), box)


def _box(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, index: int) -> Box:
    """Return where the character is drawn; a turned or cropped page is taken into account."""
    left, bottom, right, top = text_page.get_charbox(index, loose=True)
    (x0, y0), (x1, y1) = _on_canvas(page, left, top), _on_canvas(page, right, bottom)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _on_canvas(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    width, height = page.get_size()
    across, down = ctypes.c_int(), ctypes.c_int()
    size = (round(width * _UNITS), round(height * _UNITS))
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value / _UNITS, down.value / _UNITS
