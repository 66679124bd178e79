"""Rows of dots that lead from a title to its page number, taken out of a picture: read, they become words."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# In pixels at 300 dpi: a dot of a 12-point type is 6 high, and nothing stands right above or below it.
_DOT = 8
_ABOVE, _BELOW = 14, 4
_WIDEST_DOT = 12
# Dots follow each other evenly; letters, and the dots of an ellipsis, do not do so this often.
_FURTHEST, _UNEVEN, _FEWEST = 45, 3, 10
_DARK, _WHITE = 128, 255

Mask = NDArray[np.bool_]


def without_leader_dots(image: Image.Image) -> Image.Image:
    """Return the upright, level picture without the dots of its tables of contents."""
    pixels = np.array(image.convert("L"))
    rows = _rows_of_dots(pixels < _DARK)
    taken = False
    for y in np.flatnonzero(rows.sum(axis=1) >= _FEWEST):
        for left, right in _chains(rows[y]):
            pixels[y : y + _DOT, left:right] = _WHITE
            taken = True
    return Image.fromarray(pixels) if taken else image


def _rows_of_dots(dark: Mask) -> Mask:
    """Return, for each pixel, whether something of a dot's height stands below it and white all around."""
    padded = np.pad(dark, ((_ABOVE, _DOT + _BELOW), (0, 0)))
    height = dark.shape[0]
    sums = np.vstack([np.zeros((1, dark.shape[1]), np.int32), np.cumsum(padded, axis=0, dtype=np.int32)])

    def empty(first: int, last: int) -> Mask:
        window = sums[_ABOVE + last : _ABOVE + last + height] - sums[_ABOVE + first : _ABOVE + first + height]
        return np.asarray(window == 0)

    return ~empty(0, _DOT) & empty(-_ABOVE, 0) & empty(_DOT, _DOT + _BELOW)


def _chains(row: Mask) -> Iterator[tuple[int, int]]:
    """Yield where evenly spaced dots begin and end."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    dots = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a <= _WIDEST_DOT]
    chain: list[tuple[int, int]] = []
    for dot in dots:
        if chain and not _goes_on(chain, dot):
            if len(chain) >= _FEWEST:
                yield chain[0][0], chain[-1][1]
            chain = chain[-1:] if dot[0] - chain[-1][0] <= _FURTHEST else []
        chain.append(dot)
    if len(chain) >= _FEWEST:
        yield chain[0][0], chain[-1][1]


def _goes_on(chain: list[tuple[int, int]], dot: tuple[int, int]) -> bool:
    step = dot[0] - chain[-1][0]
    if len(chain) == 1:
        return step <= _FURTHEST
    return abs(step - (chain[-1][0] - chain[0][0]) / (len(chain) - 1)) <= _UNEVEN
