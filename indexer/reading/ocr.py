"""Tesseract: whether it is there with Danish, and the words that it reads in a picture."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from records.settings import ReadingSettings

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "dan"
# Tesseract's own threads wait for each other: with two on two busy cores a page took 73 s, with one 6 s.
_THREADS = "1"
# OSD's own figure; the turned pages of a real scan gave 12 to 18, guesses on pictures stay under 2.
_SURE_OF_TURN = 3.0
_WORD_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word; ``line`` tells block, paragraph and line, edges are in pixels from above."""

    text: str
    confidence: float
    line: tuple[int, int, int]
    left: int
    top: int
    right: int
    bottom: int


def recognises(settings: ReadingSettings) -> bool:
    """Tell whether pages are recognised: it is wanted, and it can be done here."""
    return settings.ocr_timeout_s > 0 and is_available()


@cache
def is_available() -> bool:
    """Tell whether pages can be recognised here: the extra is installed, and Tesseract knows Danish."""
    if find_spec("pytesseract") is None or shutil.which("tesseract") is None:
        return False
    import pytesseract

    try:
        return LANGUAGE in pytesseract.get_languages()
    except pytesseract.TesseractError:
        return False


def engine_version() -> str:
    """Return Tesseract's version; it has to be there."""
    import pytesseract

    return str(pytesseract.get_tesseract_version())


def turn_of(image: "Image", timeout_s: float) -> int | None:
    """Return by how many degrees clockwise a picture must be turned to stand up, None where it is unsure.

    :raises TimeoutError: if it takes longer.
    """
    import pytesseract

    os.environ["OMP_THREAD_LIMIT"] = _THREADS
    try:
        found = pytesseract.image_to_osd(image, timeout=timeout_s, output_type=pytesseract.Output.DICT)
    except pytesseract.TesseractError:
        return None  # too few letters to tell
    except RuntimeError as error:
        raise TimeoutError from error
    return int(found["rotate"]) if float(found["orientation_conf"]) >= _SURE_OF_TURN else None


def words_in(image: "Image", timeout_s: float, one_block: bool = False) -> tuple[Word, ...]:
    """Return the words that stand in an upright picture.

    :param one_block: reads line by line from above; else blocks are found first, also those that lie down.
    :raises TimeoutError: if it takes longer.
    """
    import pytesseract

    os.environ["OMP_THREAD_LIMIT"] = _THREADS
    try:
        table = pytesseract.image_to_data(
            image,
            LANGUAGE,
            config="--psm 6" if one_block else "--psm 3",
            timeout=timeout_s,
            output_type=pytesseract.Output.DICT,
        )
    except pytesseract.TesseractError:
        return ()
    except RuntimeError as error:
        raise TimeoutError from error
    return tuple(_words(table))


def _words(table: dict[str, list[str | int | float]]) -> Iterator[Word]:
    """Yield the words of Tesseract's table, its columns side by side."""
    columns = zip(*(table[name] for name in _COLUMNS), strict=True)
    for level, text, confidence, block, paragraph, line, left, top, width, height in columns:
        if level != _WORD_LEVEL or not str(text).strip():
            continue
        x, y = int(left), int(top)
        yield Word(
            str(text).strip(),
            max(0.0, float(confidence)) / 100,
            (int(block), int(paragraph), int(line)),
            x,
            y,
            x + int(width),
            y + int(height),
        )


_COLUMNS = (
    "level", "text", "conf", "block_num", "par_num", "line_num", "left", "top", "width", "height",
)  # fmt: skip
