"""The order in which a person reads a page's boxes: the running text first, then what stands beside it."""

from collections.abc import Sequence

from pdfminer.layout import LTTextBox

# A box that begins this far to the right, and is this narrow, stands in a side column (letterheads do).
_SIDE_START = 0.62
_SIDE_WIDTH = 0.36


def in_reading_order(boxes: Sequence[LTTextBox], page_width: float) -> list[LTTextBox]:
    """Return the boxes, those of the side column behind the others, each column from top to bottom."""
    side = [box for box in boxes if _is_side(box, page_width)]
    running = [box for box in boxes if not _is_side(box, page_width)]
    return [*sorted(running, key=_place), *sorted(side, key=_place)]


def _is_side(box: LTTextBox, page_width: float) -> bool:
    return bool(box.x0 > _SIDE_START * page_width and box.width < _SIDE_WIDTH * page_width)


def _place(box: LTTextBox) -> tuple[float, float]:
    return (-round(box.y1, 1), box.x0)
