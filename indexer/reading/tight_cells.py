"""Table cells set so tightly that they were taken for one line, parted where other cells begin."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pdfminer.layout import LTAnno, LTChar, LTTextLine, LTTextLineHorizontal

# White space from which on two words may be two cells, as a share of the type's size: the tightest cells of
# the demo corpus leave 0.67, and a justified line of prose rarely as much.
_CELL_GAP = 0.6
# Cells of one column begin this near each other, in points; by chance words do so too, hence two others.
_SAME_EDGE = 0.7
_OTHERS = 2
# The share of a character's width from which on pdfminer takes white space for a blank: its own default.
_WORD_MARGIN = 0.1


def parted_cells(lines: Sequence[LTTextLine]) -> Iterator[LTTextLine]:
    """Yield the lines of a page, those that hold several cells in their parts."""
    edges = sorted(float(line.x0) for line in lines)
    for line in lines:
        cuts = [place for place, char in _behind_white_space(line) if _begins_cell(char.x0, edges)]
        if cuts:
            yield from _pieces(line, cuts)
        else:
            yield line


def _behind_white_space(line: LTTextLine) -> Iterator[tuple[int, LTChar]]:
    """Yield the characters that stand behind white space which is no blank of the text's own."""
    chars = list(line)
    for place in range(2, len(chars)):
        before, space, char = chars[place - 2 : place + 1]
        if not (isinstance(space, LTAnno) and isinstance(char, LTChar) and isinstance(before, LTChar)):
            continue
        if char.x0 - before.x1 >= _CELL_GAP * char.size:
            yield place, char


def _begins_cell(x: float, edges: Sequence[float]) -> bool:
    return bisect_right(edges, x + _SAME_EDGE) - bisect_left(edges, x - _SAME_EDGE) >= _OTHERS


def _pieces(line: LTTextLine, cuts: Sequence[int]) -> Iterator[LTTextLine]:
    chars = list(line)
    for start, end in zip([0, *cuts], [*cuts, len(chars)], strict=True):
        piece = LTTextLineHorizontal(_WORD_MARGIN)
        for char in chars[start:end]:
            if isinstance(char, LTChar):
                piece.add(char)
        yield piece
