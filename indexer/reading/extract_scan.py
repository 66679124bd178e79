"""Pages that are pictures, their lines recognised in the picture and set where they stand on the page."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from statistics import median

import pypdfium2  # type: ignore[import-untyped]
from pdfminer.layout import LTTextBox, LTTextBoxHorizontal

from indexer.reading.line import Line, Page
from indexer.reading.ocr import Word
from indexer.reading.ocr_cache import NO_CACHE, OcrCache
from indexer.reading.page_lines import RecognisedLine, page_lines
from indexer.reading.recognition import DPI, POINTS, recognised_page, sureness
from records.recognised import Keeper, forget

# Shares of the size of type, which is so much taller than the median word, not all of whose letters are tall.
_WORD_HEIGHT = 0.73
_CELL_GAP = 0.9
_BELOW, _ABOVE = 0.21, 0.79
_SAME_BASELINE = 0.25
_LARGER_TYPE = 1.4
_DESCENDERS = frozenset("gjpqyçQ,;()[]{}|/_§@$")
# Specks and rules are read as stray marks, far less surely. Words are kept however unsure: leaving out those
# under 0.35 took 9 of 100 true letters from a page of dotted contents, "Lukket" among them.
_SPECK = 0.5
# A recognised line is the one that the page also has as text where so much of both is the same.
_SAME_TEXT = 0.8


def with_scans_read(
    path: Path,
    pages: Sequence[Page],
    timeout_s: float,
    keep: Keeper = forget,
    cache: OcrCache = NO_CACHE,
) -> tuple[Page, ...]:
    """Return the pages of a PDF, those that are pictures recognised as far as time allows.

    :param keep: is given the words of each page that is recognised anew.
    :param cache: what was recognised of the file before.
    """
    deadline = time.monotonic() + timeout_s
    try:
        with pypdfium2.PdfDocument(path) as document:
            return tuple(
                _read(document, page, deadline, keep, cache) if page.scanned else page for page in pages
            )
    except pypdfium2.PdfiumError:  # the file opens for pdfminer only: its scans stay on the ledger
        return tuple(pages)


def _read(
    document: pypdfium2.PdfDocument, page: Page, deadline: float, keep: Keeper, cache: OcrCache
) -> Page:
    found = cache.get(page.number)
    if found is None:
        try:
            found, places = recognised_page(document, page.number, deadline)
        except (TimeoutError, pypdfium2.PdfiumError):
            return page
        keep(page.number, places)
        cache.put(page.number, found)
    boxes = _boxes(found.words, found.height)
    lines = tuple(page_lines(boxes, found.width * POINTS / DPI, page.number))
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
    return RecognisedLine(" ".join(word.text for word in words), (x0, y0, x1, y1), sureness(words))


def _box(lines: Sequence[RecognisedLine]) -> LTTextBox:
    box = LTTextBoxHorizontal()
    for line in lines:
        box.add(line)
    return box
