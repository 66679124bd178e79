"""The semantic floor, set for each query against a background it has nothing to do with.

The model's cosines bunch together, and where they bunch differs from query to query: 0.77 for one, 0.83 for
another. So no bare cosine can tell near from far; how far it stands above the query's own background can.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mappings.loader import words
from records.embedding import Embedder, Vectors, invented_text
from records.models import PartKind

BACKGROUND = "background.txt"

# Measured on 227 judged queries over two archives: of 24 about nothing in them 22 find at most two passages;
# of the others 67 % keep a passage that answers. At 3.0 it is 20 and 70 %, at 3.5 22 and 67 %.
FLOOR_Z = 3.25
# Where the passage holds some of the words as well, less will do: at 2.5 as many questions about nothing find
# next to nothing as without this; at 2.0 three of 24 fewer do.
FLOOR_WITH_WORDS_Z = 2.5

# What stands around a sentence in a meeting's record moves every cosine, so the background stands in the
# like. Without it, with as many empty answers (a floor of 2.75), 18 of 66 paraphrases keep their passage
# instead of 21, but 123 of the 137 other queries instead of 115.
_BODIES = ("Rådmandsmøde", "Udvalgsmøde", "Byrådsmøde")
_TITLES = ("Orientering", "Drøftelse", "Budget", "Status", "Bordrunde")
_PARTS = (PartKind.REFERAT, PartKind.BILAG, PartKind.INDSTILLING)
_FIRST_DAY = date(2023, 6, 1)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Where one query's cosines with the background lie."""

    mean: float
    deviation: float

    @property
    def floor(self) -> float:
        """The cosine above which a passage is about the query."""
        return self.cosine(FLOOR_Z)

    @property
    def floor_with_words(self) -> float:
        """The cosine above which a passage that holds some of the query's words is about it."""
        return self.cosine(FLOOR_WITH_WORDS_Z)

    def cosine(self, z: float) -> float:
        """Return the cosine that stands so many standard deviations above the background."""
        return self.mean + z * self.deviation

    def z(self, cosine: float) -> float:
        """Return how many standard deviations above the background the cosine stands."""
        return (cosine - self.mean) / self.deviation if self.deviation else 0.0


@dataclass(frozen=True, slots=True)
class Background:
    """The background's vectors, ``(n, dim) float32, unit length``."""

    vectors: Vectors

    def calibrate(self, query_vector: NDArray[np.float32]) -> Calibration:
        """Return where the query's cosines with the background lie."""
        cosines = self.vectors @ query_vector
        return Calibration(float(cosines.mean()), float(cosines.std()))


def load_background(embedder: Embedder, cache_dir: Path) -> Background:
    """Return the background as this model sees it, embedded once and then read from the cache."""
    texts = [_dressed(*numbered) for numbered in enumerate(words(BACKGROUND))]
    version = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    cached = cache_dir / "background" / f"{embedder.model.revision}-{version}.npy"
    if not cached.exists():
        cached.parent.mkdir(parents=True, exist_ok=True)
        unfinished = cached.with_suffix(f".{id(texts)}.npy")
        np.save(unfinished, embedder.embed_passages(texts))
        unfinished.replace(cached)
    return Background(np.load(cached))


def _dressed(number: int, sentence: str) -> str:
    """Return the sentence as a passage of some meeting or other is embedded."""
    return invented_text(
        sentence,
        body=_BODIES[number % len(_BODIES)],
        day=_FIRST_DAY + timedelta(days=number),
        title=_TITLES[number % len(_TITLES)],
        part=_PARTS[number % len(_PARTS)],
    )
