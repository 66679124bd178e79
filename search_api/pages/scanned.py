"""What a reader is told of text that was recognised in a picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from search_api.pages.microcopy import MICROCOPY

# A page typeset by us, blurred and with noise at 18 strengths: where Tesseract was sure by 0.8 or more, 91 to
# 100 of 100 words were right; between 0.6 and 0.8, 62 to 86; below that, 40 and fewer.
UNSURE = 0.8


@dataclass(frozen=True, slots=True)
class ScanNote:
    """That a text was recognised in a picture: in a few words, and what that means for the reader."""

    label: str
    meaning: str
    is_unsure: bool


def scan_note(confidences: Iterable[float | None]) -> ScanNote | None:
    """Return what is to be said of passages by the least sure of them; nothing where all stood as text."""
    least = min((one for one in confidences if one is not None), default=None)
    if least is None:
        return None
    words = MICROCOPY.scan
    if least < UNSURE:
        return ScanNote(words.unsure, words.unsure_meaning, True)
    return ScanNote(words.read, words.read_meaning, False)
