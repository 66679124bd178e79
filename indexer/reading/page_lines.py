"""A page's boxes of text as lines, in the order in which a person reads them."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from pdfminer.layout import LTChar, LTTextBox, LTTextLine, LTTextLineHorizontal

from indexer.reading.characters import mended
from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line
from indexer.reading.reading_order import GAP, MARK, Band, in_reading_order
from indexer.reading.tagged_headings import is_marked

_BOLD = ("bold", "black", "semibold", "heavy")


class RecognisedLine(LTTextLineHorizontal):
    """A line that text recognition found, with how surely (0 to 1); ``bbox`` is in points from below."""

    def __init__(self, text: str, bbox: tuple[float, float, float, float], confidence: float) -> None:
        super().__init__(word_margin=0.0)
        self.set_bbox(bbox)
        self._text = text
        self.confidence = confidence

    def get_text(self) -> str:
        """Return the line's text."""
        return self._text


def page_lines(
    boxes: Sequence[LTTextBox], page_width: float, number: int, marked: AbstractSet[int] = frozenset()
) -> Iterator[Line]:
    """Yield the lines and table rows that a page's boxes hold, each once.

    :param marked: the letters that the file says stand in a heading.
    """
    above: Band | None = None
    for band in in_reading_order(boxes, page_width):
        cells = [_cell(cell) for cell in band.cells]
        text = " ".join(filter(None, cells))
        if not text:
            continue
        size, bold, label = _type_of([*_letters(band)])
        is_item = len(cells) == 2 and MARK.match(cells[0])
        yield Line(
            text,
            number,
            gap=above is None or not _follows(above, band),
            top=above is None,
            cells=tuple(cells) if len(cells) > 1 and not is_item else (),
            size=size,
            bold=bold,
            label=label,
            heading=bool(marked) and is_marked((line for cell in band.cells for line in cell), marked),
            confidence=_confidence(band),
        )
        above = band


def _cell(lines: Sequence[LTTextLine]) -> str:
    """Return a cell's lines as one stretch; a cell is too narrow for its hyphens to be real ones."""
    words = [" ".join(mended(line.get_text()).split()) for line in lines]
    return joined(words, Vocabulary(()))


def _follows(above: Band, band: Band) -> bool:
    """Tell whether a band stands right below another, in the same column."""
    distance = above.bottom - band.top
    return distance + GAP * band.cells[0][0].height > -1.0 and distance <= GAP * band.cells[0][0].height


def _letters(band: Band) -> Iterator[LTChar]:
    """Yield a band's letters, without blanks, whose type may be another."""
    chars = (char for cell in band.cells for line in cell for char in line)
    return (char for char in chars if isinstance(char, LTChar) and not char.get_text().isspace())


def _type_of(letters: Sequence[LTChar]) -> tuple[float, bool, bool]:
    """Return the size of a line's type, whether it begins bold, and whether only its beginning is."""
    if not letters:
        return 0.0, False, False
    first, last = letters[0], letters[-1]
    return round(first.size * 2) / 2, _is_bold(first), _is_bold(first) and not _is_bold(last)


def _is_bold(letter: LTChar) -> bool:
    name = letter.fontname.lower()
    return any(mark in name for mark in _BOLD)


def _confidence(band: Band) -> float | None:
    """Return how surely a band was recognised, its lines weighed by their length; None where it was not."""
    lines = [line for cell in band.cells for line in cell if isinstance(line, RecognisedLine)]
    letters = sum(len(line.get_text()) for line in lines)
    sure = sum(line.confidence * len(line.get_text()) for line in lines)
    return round(sure / letters, 3) if letters else None
