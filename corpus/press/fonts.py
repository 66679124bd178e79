"""The faces of the demo corpus: Bitstream Vera, which reportlab brings, and two of PDF's base fonts."""

from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

Family = Literal["Vera", "Helvetica", "Times"]
REGULAR, BOLD, ITALIC, RAISED = range(4)

_FACES: dict[Family, tuple[str, str, str]] = {
    "Vera": ("Vera", "VeraBd", "VeraIt"),
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
}
# A footnote's mark is set at this share of the text's size, as word processors do.
RAISED_SIZE = 0.65


def register_fonts() -> None:
    """Make the Vera faces known to reportlab; the base fonts always are."""
    for face in _FACES["Vera"]:
        pdfmetrics.registerFont(TTFont(face, f"{face}.ttf"))


def face_name(family: Family, face: int) -> str:
    """Name the font that sets ``face`` of ``family``."""
    return _FACES[family][REGULAR if face == RAISED else face]


def char_width(char: str, family: Family, face: int, size: float) -> float:
    """Measure one character, in points."""
    scale = RAISED_SIZE if face == RAISED else 1.0
    return float(pdfmetrics.stringWidth(char, face_name(family, face), size * scale))
