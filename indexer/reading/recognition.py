"""The words of a page that is a picture: drawn, set right, recognised, and where they stand."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]
from PIL.Image import Image

from indexer.reading.leader_dots import without_leader_dots
from indexer.reading.ocr import Word, turn_of, words_in
from indexer.reading.page_image import SetRight, set_right, turned
from records.recognised import RecognisedWord

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
_RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of a page; ``width`` and ``height`` are its picture's, set right, in pixels."""

    width: int
    height: int
    words: tuple[Word, ...]


def recognised_page(
    document: pypdfium2.PdfDocument, number: int, deadline: float
) -> tuple[Recognised, tuple[RecognisedWord, ...]]:
    """Return the words of a page, as they are read and as they stand on the page as it is drawn.

    :raises TimeoutError: if the page takes too long, or the file's time is up.
    :raises PdfiumError: if the page cannot be drawn.
    """
    picture, points_wide = _picture(document, number)
    upright, words = _recognised(picture, _Clock(deadline))
    places = tuple(_places(words, upright, points_wide / picture.width))
    return Recognised(*upright.image.size, words), places


def sureness(words: Sequence[Word]) -> float:
    """Return how surely words were recognised, weighed by their letters."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


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
    return upright, words_in(without_leader_dots(upright.image), clock.left_s())


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
        sure = sureness(words_in(turned(image, turn), clock.left_s(), one_block=True))
        surest, best = (turn, sure) if sure > best else (surest, best)
        if not sure or best >= _SURE_OF_PAGE:
            break
    return surest
