"""A page's picture, set right: turned until its letters stand up, and its lines made level."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# Tilts that scanners make; beyond this a page was laid askew on purpose.
_MOST_DEGREES = 5.0
_COARSE_STEP, _FINE_STEP = 0.5, 0.05
# Below this the lines of a page differ by less than a fifth of a line's height from end to end.
_LEVEL_DEGREES = 0.15
# Lines are still apart at this width, and the search takes a tenth of a second.
_SEARCH_WIDTH = 800
_DARK = 128
_WHITE = 255


def turned(image: Image.Image, degrees: int) -> Image.Image:
    """Return the picture turned clockwise by a quarter, a half or three quarters of a turn."""
    return image.rotate(-degrees, expand=True) if degrees % 360 else image


def levelled(image: Image.Image) -> Image.Image:
    """Return the picture with its lines of text level."""
    degrees = tilt_of(image)
    if abs(degrees) < _LEVEL_DEGREES:
        return image
    return image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=_WHITE)


def tilt_of(image: Image.Image) -> float:
    """Return by how many degrees the lines fall to the right.

    The tilt is the angle at which dark pixels gather in the fewest rows (Postl 1986, projection profiles).
    """
    scale = _SEARCH_WIDTH / image.width
    small = image.convert("L").resize((_SEARCH_WIDTH, max(1, round(image.height * scale))))
    rows, columns = np.nonzero(np.asarray(small) < _DARK)
    if not len(rows):
        return 0.0
    coarse = _sharpest(rows, columns, np.arange(-_MOST_DEGREES, _MOST_DEGREES + _FINE_STEP, _COARSE_STEP))
    return _sharpest(rows, columns, coarse + np.arange(-_COARSE_STEP, _COARSE_STEP + 0.01, _FINE_STEP))


def _sharpest(rows: NDArray[np.int64], columns: NDArray[np.int64], angles: NDArray[np.float64]) -> float:
    return float(max(angles, key=lambda angle: _sharpness(rows, columns, angle)))


def _sharpness(rows: NDArray[np.int64], columns: NDArray[np.int64], degrees: float) -> float:
    """Return how unevenly the dark pixels spread over rows drawn at an angle."""
    level = np.rint(rows - columns * np.tan(np.radians(degrees))).astype(np.int64)
    profile = np.bincount(level - level.min()).astype(np.float64)
    return float(np.square(np.diff(profile)).sum())
