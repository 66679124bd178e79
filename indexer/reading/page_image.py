"""A page's picture, set right: turned until its letters stand up, and its lines made level."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# Left, top, right, bottom.
Edges = tuple[float, float, float, float]

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


@dataclass(frozen=True, slots=True)
class SetRight:
    """A picture set right: it was turned clockwise by ``turn``, then against the clock by ``degrees``."""

    image: Image.Image
    turn: int
    degrees: float

    def as_it_lay(self, edges: Edges) -> Edges:
        """Return where a rectangle of the picture stands in the picture as it lay; all in pixels."""
        left, top, right, bottom = edges
        corners = [self._back(x, y) for x in (left, right) for y in (top, bottom)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _back(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.image.size
        cos, sin = math.cos(math.radians(self.degrees)), math.sin(math.radians(self.degrees))
        dx, dy = x - width / 2, y - height / 2
        x, y = width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos
        back = {0: (x, y), 90: (y, width - x), 180: (width - x, height - y), 270: (height - y, x)}
        return back[self.turn % 360]


def set_right(image: Image.Image, turn: int) -> SetRight:
    """Return the picture turned clockwise, and its lines made level."""
    upright = turned(image, turn)
    degrees = tilt_of(upright)
    if abs(degrees) < _LEVEL_DEGREES:
        return SetRight(upright, turn, 0.0)
    level = upright.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=_WHITE)
    return SetRight(level, turn, degrees)


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
