"""The order in which a person reads a page: running text with its table rows, then what stands beside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pdfminer.layout import LTPage, LTTextBox, LTTextBoxHorizontal, LTTextLine, LTTextLineHorizontal

from indexer.reading.characters import mended
from indexer.reading.columns import by_columns
from indexer.reading.tight_cells import parted_cells

# A box that begins this far to the right, and is this narrow, may stand in a side column (letterheads do).
_SIDE_START = 0.6
_SIDE_WIDTH = 0.38
# Boxes of one side column stand this near each other, in points, list items set in by so much.
_SIDE_INDENT, _SIDE_DISTANCE = 25.0, 30.0
# A column of figures belongs to a table: more than this share of its characters are digits.
_FIGURES = 0.35
# A letterhead may stand to the left, too: told by two of its kinds of line, it ends here at the latest.
_LEFT_END = 0.38
_LETTERHEAD_MARKS = 2
_LETTERHEAD = re.compile(
    r"^(?:Telefon|Tlf|Direkte|Sagsnr|Sagsbehandler|Sag|Dato|Journalnr|CVR|EAN|E-?mail)\b|\bKommune$",
    re.MULTILINE,
)
# Baselines this near, in points, are one; columns that begin or end this near are one.
_SAME_BASELINE = 2.5
_SAME_COLUMN = 5.0
# White space above a line, as a share of its height, from which on it does not belong to the line above.
GAP = 0.55
# Two columns of running text are no table: their lines are long.
_PROSE_CHARS = 45
# A row's own number ("7", "514.2A"); "1. kvartal" above "2023" is one cell. Columns of figures bear units.
_NUMBER, _FIGURE = re.compile(r"\d[\d.,]*[A-Z]?$"), re.compile(r"\d")
MARK = re.compile(r"^(?:[A-Za-z]\)|\d{1,2}[.)]|[^\w\s(]{1,2}|(?:At )?\d\))$")


@dataclass(slots=True)
class Band:
    """What stands on one baseline: a line of text, or the cells of a table row, each of one or more lines."""

    cells: list[list[LTTextLine]] = field(default_factory=list)

    @property
    def top(self) -> float:
        """The upper edge."""
        return max(float(cell[0].y1) for cell in self.cells)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return min(float(cell[-1].y0) for cell in self.cells)


def text_boxes(page: LTPage) -> Iterator[LTTextBox]:
    """Yield a page's boxes of text; a line outside them, as a bullet of no width, is one."""
    for item in page:
        if isinstance(item, LTTextBox):
            yield item
        elif isinstance(item, LTTextLineHorizontal) and item.get_text().strip():
            box = LTTextBoxHorizontal()
            box.add(item)
            yield box


def in_reading_order(boxes: Sequence[LTTextBox], page_width: float) -> list[Band]:
    """Return a page's lines and table rows from top to bottom, those of the side column behind the others."""
    side = _side_column(boxes, page_width)
    running = [box for box in boxes if box not in side]
    found: list[Band] = []
    for group in by_columns(running, page_width):
        found += _with_rows(_bands(parted_cells([line for box in group for line in box])))
    beside = [Band([[line]]) for box in sorted(side, key=lambda box: -box.y1) for line in box]
    return [*found, *beside]


def _side_column(boxes: Sequence[LTTextBox], page_width: float) -> list[LTTextBox]:
    """Return the boxes of a side column: those beside running text, and their neighbours above and below."""
    left = _left_letterhead(boxes, page_width)
    running = [box for box in boxes if box not in left]
    candidates = [box for box in running if _may_be_side(box, page_width)]
    side = [box for box in candidates if any(_is_beside(box, other) for other in running)]
    return [*left, *_grown(side, candidates)]


def _grown(side: list[LTTextBox], candidates: Sequence[LTTextBox]) -> list[LTTextBox]:
    """Return the boxes of a column with their neighbours above and below."""
    grows = True
    while grows:
        near = [box for box in candidates if box not in side and any(_is_near(box, other) for other in side)]
        side, grows = [*side, *near], bool(near)
    return side


def _left_letterhead(boxes: Sequence[LTTextBox], page_width: float) -> list[LTTextBox]:
    """Return the boxes of a letterhead that stands left of the running text."""
    narrow = [box for box in boxes if box.x1 <= _LEFT_END * page_width]
    heads = [box for box in narrow if _LETTERHEAD.search(box.get_text())]
    marks = {mark for box in heads for mark in _LETTERHEAD.findall(box.get_text())}
    if len(marks) < _LETTERHEAD_MARKS or not any(_is_left_of(box, other) for box in heads for other in boxes):
        return []
    return _grown(heads, narrow)


def _is_left_of(box: LTTextBox, other: LTTextBox) -> bool:
    """Tell whether a wider box stands right beside another."""
    overlaps = other.y0 < box.y1 and other.y1 > box.y0
    return bool(overlaps and other.x0 > box.x1 and other.width > box.width)


def _may_be_side(box: LTTextBox, page_width: float) -> bool:
    if box.x0 < _SIDE_START * page_width or box.width > _SIDE_WIDTH * page_width:
        return False
    text = box.get_text().strip()
    figures = sum(map(str.isdigit, text)) / len(text) if text else 1.0
    return figures <= _FIGURES or bool(text and _LETTERHEAD.search(text))


def _is_near(box: LTTextBox, other: LTTextBox) -> bool:
    distance = max(box.y0, other.y0) - min(box.y1, other.y1)
    return abs(box.x0 - other.x0) <= _SIDE_INDENT and distance <= _SIDE_DISTANCE


def _is_beside(box: LTTextBox, other: LTTextBox) -> bool:
    """Tell whether another box is running text to the left, rather than a cell on the same row."""
    overlaps = other.y0 < box.y1 and other.y1 > box.y0 and other.x1 < box.x0
    return overlaps and abs(other.y1 - box.y1) > _SAME_BASELINE and other.width > box.width


def _bands(lines: Iterator[LTTextLine]) -> list[Band]:
    bands: list[Band] = []
    for line in sorted(
        (line for line in lines if line.get_text().strip()), key=lambda line: (-line.y0, line.x0)
    ):
        last = bands[-1].cells[-1][0] if bands else None
        if last is not None and abs(last.y0 - line.y0) <= _SAME_BASELINE and line.x0 >= last.x1:
            bands[-1].cells.append([line])
        else:
            bands.append(Band([[line]]))
    return bands


def _with_rows(bands: Sequence[Band]) -> list[Band]:
    """Return the bands, rows of tables whole and what merely happens to share a baseline parted."""
    found: list[Band] = []
    for index, band in enumerate(bands):
        if len(band.cells) > 1 and _is_marked(band):
            found.append(band)
        elif len(band.cells) > 1 and not _is_row(index, bands):
            found += [Band([cell]) for cell in band.cells]
        elif found and len(found[-1].cells) > 1 and not _is_marked(found[-1]) and _continues(found[-1], band):
            for cell in band.cells:
                _column(found[-1], cell[0]).append(cell[0])
        else:
            found.append(band)
    return found


def _is_marked(band: Band) -> bool:
    """Tell whether the first of two cells is a list item's mark: "A)", "1.", a bullet."""
    return len(band.cells) == 2 and bool(MARK.match(mended(band.cells[0][0].get_text()).strip()))


def _is_row(index: int, bands: Sequence[Band]) -> bool:
    """Tell whether another row near by has the same columns."""
    band = bands[index]
    if sum(len(cell[0].get_text()) > _PROSE_CHARS for cell in band.cells) > 1:
        return False
    others = [
        b for b in (*bands[max(0, index - 12) : index], *bands[index + 1 : index + 13]) if len(b.cells) > 1
    ]
    return any(_shared_columns(band, other) > 1 for other in others)


def _shared_columns(band: Band, other: Band) -> int:
    return sum(any(_aligned(cell[0], theirs[0]) for theirs in other.cells) for cell in band.cells)


def _aligned(one: LTTextLine, other: LTTextLine) -> bool:
    return abs(one.x0 - other.x0) <= _SAME_COLUMN or abs(one.x1 - other.x1) <= _SAME_COLUMN


def _continues(row: Band, band: Band) -> bool:
    """Tell whether a band holds the next lines of a row's cells."""
    if len(band.cells) > 1 and (_are_figures(row, band, 0, _NUMBER) or _are_figures(row, band, -1, _FIGURE)):
        return False
    height = band.cells[0][0].height
    near = all(_column(row, cell[0])[-1].y0 - cell[0].y1 < GAP * height for cell in band.cells)
    return near and all(abs(_column(row, cell[0])[0].x0 - cell[0].x0) <= _SAME_COLUMN for cell in band.cells)


def _are_figures(row: Band, band: Band, end: int, pattern: re.Pattern[str]) -> bool:
    """Tell whether both bands have a figure at one end: each is a row of its own."""
    return all(pattern.match(some.cells[end][0].get_text().strip()) for some in (row, band))


def _column(row: Band, line: LTTextLine) -> list[LTTextLine]:
    return min(row.cells, key=lambda cell: abs(cell[0].x0 - line.x0))
