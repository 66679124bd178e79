"""Running text set in two columns: which boxes stand in which, and in what order they are read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pdfminer.layout import LTTextBox

# The second column begins near the middle of the page.
_FIRST, _LAST = 0.38, 0.62
# So many lines, of so many letters, in each column are text; a table's cells are shorter, or fewer.
_LINES, _CHARS = 6, 22
# Tops this near are one row's. Where more than so large a share of the boxes to the left have another beside
# them that begins as high, they are the rows of a table.
_SAME_TOP, _ROWS = 3.0, 0.5
_SAME_START = 4.0


def by_columns(boxes: Sequence[LTTextBox], page_width: float) -> Iterator[list[LTTextBox]]:
    """Yield a page's boxes in groups to be read one after the other; one group where there are no columns."""
    start = _second_column(boxes, page_width)
    if start is None:
        yield list(boxes)
        return
    across = sorted((box for box in boxes if box.x0 < start < box.x1), key=lambda box: -box.y1)
    beside = [box for box in boxes if box not in across]
    for box in [*across, None]:
        above = [other for other in beside if box is None or other.y0 >= box.y0]
        beside = [other for other in beside if other not in above]
        yield [other for other in above if other.x1 <= start]
        yield [other for other in above if other.x0 >= start]
        if box is not None:
            yield [box]


def _second_column(boxes: Sequence[LTTextBox], page_width: float) -> float | None:
    """Return where the second column begins, None where the text stands in one."""
    starts: Counter[int] = Counter()
    for box in boxes:
        if _FIRST * page_width <= box.x0 <= _LAST * page_width:
            starts[round(box.x0 / _SAME_START)] += _text_lines(box)
    if not starts:
        return None
    place, lines = starts.most_common(1)[0]
    start = (place - 0.5) * _SAME_START - 1.0
    left = [box for box in boxes if box.x1 <= start]
    right = [box for box in boxes if box.x0 >= start]
    if lines < _LINES or sum(map(_text_lines, left)) < _LINES or _are_rows(left, right):
        return None
    return start


def _text_lines(box: LTTextBox) -> int:
    return sum(len(line.get_text().strip()) >= _CHARS for line in box)


def _are_rows(left: Sequence[LTTextBox], right: Sequence[LTTextBox]) -> bool:
    """Tell whether boxes to the left and to the right are cells of the same rows."""
    level = sum(any(abs(box.y1 - other.y1) <= _SAME_TOP for other in right) for box in left)
    return len(left) > 1 and level > max(1, _ROWS * len(left))
