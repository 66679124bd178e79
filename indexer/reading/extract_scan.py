"""Pages that are pictures, their lines recognised in the picture and set where they stand on the page."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from statistics import median

import pypdfium2  # type: ignore[import-untyped]
from pdfminer.layout import LTTextBox, LTTextBoxHorizontal
from PIL.Image import Image

from indexer.reading.line import Line, Page
from indexer.reading.ocr import Word, turn_of, words_in
from indexer.reading.page_image import SetRight, set_right, turned
from indexer.reading.page_lines import RecognisedLine, page_lines
from records.recognised import Keeper, RecognisedWord, forget

# What Tesseract was trained for; the type of minutes is then some 30 pixels high.
DPI = 300
POINTS = 72
# A sheet in A3 has 17 million; a page that claims more is drawn smaller.
_MOST_PIXELS = 20_000_000
# A dense page takes 3 to 6 s; what takes longer than this is a picture, or hostile.
PAGE_TIMEOUT_S = 90.0
# Upright pages give 0.9 in the mean, the same upside down 0.35.
_SURE_OF_PAGE = 0.6
_TURNS = (0, 180, 90, 270)
# Shares of the size of type, which is so much taller than the median word, not all of whose letters are tall.
_WORD_HEIGHT = 0.73
_CELL_GAP = 0.9
_BELOW, _ABOVE = 0.21, 0.79
_SAME_BASELINE = 0.25
_LARGER_TYPE = 1.4
_RUN = re.compile(r"[^\W_]+")
_DESCENDERS = frozenset("gjpqyçQ,;()[]{}|/_§@$")
# Specks and rules are read as stray marks, far less surely. Words are kept however unsure: leaving out those
# under 0.35 took 9 of 100 true letters from a page of dotted contents, "Lukket" among them.
_SPECK = 0.5
# A recognised line is the one that the page also has as text where so much of both is the same.
_SAME_TEXT = 0.8


def with_scans_read(
    path: Path, pages: Sequence[Page], timeout_s: float, keep: Keeper = forget
) -> tuple[Page, ...]:
    """Return the pages of a PDF, those that are pictures recognised as far as time allows.

    :param keep: is given the words of each page that was recognised.
    """
    deadline = time.monotonic() + timeout_s
    try:
        with pypdfium2.PdfDocument(path) as document:
            return tuple(_read(document, page, deadline, keep) if page.scanned else page for page in pages)
    except pypdfium2.PdfiumError:  # the file opens for pdfminer only: its scans stay on the ledger
        return tuple(pages)


def _read(document: pypdfium2.PdfDocument, page: Page, deadline: float, keep: Keeper) -> Page:
    try:
        picture, points_wide = _picture(document, page.number)
        upright, words = _recognised(picture, _Clock(deadline))
    except (TimeoutError, pypdfium2.PdfiumError):
        return page
    keep(page.number, tuple(_places(words, upright, points_wide / picture.width)))
    width, height = upright.image.size
    lines = tuple(page_lines(_boxes(words, height), width * POINTS / DPI, page.number))
    return replace(page, lines=_with_own_text(lines, page.lines), scanned=False)


def _with_own_text(recognised: Sequence[Line], own: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, what a page says as text standing where it was recognised, else at the end."""
    lines = list(recognised)
    unplaced: list[Line] = []
    for line in own:
        likeness = [SequenceMatcher(None, line.text, other.text).ratio() for other in lines]
        best = max(likeness, default=0.0)
        if best >= _SAME_TEXT:
            at = likeness.index(best)
            lines[at] = replace(lines[at], text=line.text, cells=line.cells, confidence=None)
        else:
            unplaced.append(line)
    return (*lines, *unplaced)


class _Clock:
    """What is left of the time for a file, no page taking more than its share."""

    def __init__(self, deadline: float) -> None:
        self._deadline = min(deadline, time.monotonic() + PAGE_TIMEOUT_S)

    def left_s(self) -> float:
        """Return the seconds that are left.

        :raises TimeoutError: if there are none.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _picture(document: pypdfium2.PdfDocument, number: int) -> tuple[Image, float]:
    """Return the page as a picture, and how many points it is wide."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = min(DPI / POINTS, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        picture: Image = page.render(scale=scale, grayscale=True).to_pil()
        return picture, width
    finally:
        page.close()


def _recognised(image: Image, clock: _Clock) -> tuple[SetRight, tuple[Word, ...]]:
    """Return the picture, set right, and its words."""
    turn = turn_of(image, clock.left_s())
    upright = set_right(image, _surest_turn(image, clock) if turn is None else turn)
    return upright, words_in(upright.image, clock.left_s())


def _places(words: Sequence[Word], upright: SetRight, points: float) -> Iterator[RecognisedWord]:
    """Yield the runs of letters and digits in the words, where they stand on the page as it is drawn.

    A word that holds marks ("klima-, miljø-") is parted at them, each letter taken to be as wide as another.

    :param points: how many there are to a pixel.
    """
    for word in words:
        letter = (word.right - word.left) / len(word.text)
        for run in _RUN.finditer(word.text):
            edges = (word.left + run.start() * letter, word.top, word.left + run.end() * letter, word.bottom)
            x0, y0, x1, y1 = (round(edge * points, 1) for edge in upright.as_it_lay(edges))
            yield RecognisedWord(run[0], round(word.confidence, 2), x0, y0, x1, y1)


def _surest_turn(image: Image, clock: _Clock) -> int:
    """Return which of the four turns gives the surest words, for a page that Tesseract cannot place."""
    surest, best = 0, 0.0
    for turn in _TURNS:
        sureness = _sureness(words_in(turned(image, turn), clock.left_s(), one_block=True))
        surest, best = (turn, sureness) if sureness > best else (surest, best)
        if not sureness or best >= _SURE_OF_PAGE:
            break
    return surest


def _sureness(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _boxes(words: Sequence[Word], height: int) -> list[LTTextBox]:
    """Return the words as boxes of lines, in points from below, as a PDF's own text is."""
    kept = [word for word in words if any(map(str.isalnum, word.text)) or word.confidence >= _SPECK]
    if not kept:
        return []
    size = median(word.bottom - word.top for word in kept) / _WORD_HEIGHT
    lines = [list(line) for _, line in groupby(kept, key=lambda word: word.line)]
    cells = [cell for line in lines for cell in _cells(line, size)]
    baselines = _shared([_baseline(cell, size) for cell in cells], _SAME_BASELINE * size)
    boxes: list[LTTextBox] = []
    for _, block in groupby(zip(cells, baselines, strict=True), key=lambda placed: placed[0][0].line[0]):
        column = list(block)
        recognised = [_line(cell, baseline, size, height) for cell, baseline in column]
        in_table = sum(baselines.count(baseline) > 1 for _, baseline in column) * 2 > len(column)
        boxes += [_box([line]) for line in recognised] if in_table else [_box(recognised)]
    return boxes


def _cells(line: Sequence[Word], size: float) -> Iterator[list[Word]]:
    """Yield a line's words, parted where white space parts the cells of a table."""
    cell: list[Word] = []
    for word in line:
        if cell and word.left - cell[-1].right > _CELL_GAP * size:
            yield cell
            cell = []
        cell.append(word)
    if cell:
        yield cell


def _baseline(words: Sequence[Word], size: float) -> float:
    """Return where the letters stand, whether or not some of them reach below."""
    standing = [word.bottom for word in words if not _DESCENDERS & set(word.text)]
    return float(median(standing)) if standing else words[0].bottom - _BELOW * size


def _shared(baselines: Sequence[float], distance: float) -> list[float]:
    """Return the baselines, those that are one but for the scanner's unrest made the same."""
    shared: dict[float, float] = {}
    first = float("-inf")
    for baseline in sorted(baselines):
        first = baseline if baseline - first > distance else first
        shared[baseline] = first
    return [shared[baseline] for baseline in baselines]


def _line(words: Sequence[Word], baseline: float, size: float, height: int) -> RecognisedLine:
    """Return words as a line whose edges follow its baseline and type, not which letters it has."""
    tall = max(word.bottom - word.top for word in words)
    size = tall if tall > _LARGER_TYPE * size else size
    left, right = min(word.left for word in words), max(word.right for word in words)
    edges = (left, height - baseline - _BELOW * size, right, height - baseline + _ABOVE * size)
    x0, y0, x1, y1 = (edge * POINTS / DPI for edge in edges)
    return RecognisedLine(" ".join(word.text for word in words), (x0, y0, x1, y1), _sureness(words))


def _box(lines: Sequence[RecognisedLine]) -> LTTextBox:
    box = LTTextBoxHorizontal()
    for line in lines:
        box.add(line)
    return box
