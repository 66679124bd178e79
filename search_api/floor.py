"""The semantic floor, set for each query against a background it has nothing to do with.

The model's cosines bunch together, and where they bunch differs from query to query: 0.77 for one, 0.83 for
another. So no bare cosine can tell near from far; how far it stands above the query's own background can.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mappings.loader import words
from records.embedding import Embedder, Vectors

BACKGROUND = "background.txt"

# Measured on 15 queries about the real referater and 22 about nothing in them, 287 passages: of the off-topic
# queries 18 have no passage above 3.0; of the on-topic ones 12 keep their best passage.
FLOOR_Z = 3.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """Where one query's cosines with the background lie."""

    mean: float
    deviation: float

    @property
    def floor(self) -> float:
        """The cosine above which a passage is about the query."""
        return self.cosine(FLOOR_Z)

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
    sentences = words(BACKGROUND)
    version = hashlib.sha256("\n".join(sentences).encode()).hexdigest()[:16]
    cached = cache_dir / "background" / f"{embedder.model.revision}-{version}.npy"
    if not cached.exists():
        cached.parent.mkdir(parents=True, exist_ok=True)
        unfinished = cached.with_suffix(f".{id(sentences)}.npy")
        np.save(unfinished, embedder.embed_passages(sentences))
        unfinished.replace(cached)
    return Background(np.load(cached))
