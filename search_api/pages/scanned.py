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


def quoted_note(confidences: Iterable[float | None]) -> ScanNote | None:
    """Return what is to be said of passages by the least sure of them; nothing where all stood as text."""
    return _note(min((one for one in confidences if one is not None), default=None))


def whole_note(passages: Iterable[tuple[str, float | None]]) -> ScanNote | None:
    """Return what is to be said of a longer text by how sure it is in the mean, letter by letter."""
    scanned = [(len(text), confidence) for text, confidence in passages if confidence is not None]
    letters = sum(length for length, _ in scanned)
    return _note(sum(length * one for length, one in scanned) / letters if letters else None)


def _note(confidence: float | None) -> ScanNote | None:
    if confidence is None:
        return None
    words = MICROCOPY.scan
    if confidence < UNSURE:
        return ScanNote(words.unsure, words.unsure_meaning, True)
    return ScanNote(words.read, words.read_meaning, False)
