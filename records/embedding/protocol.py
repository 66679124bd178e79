"""What every embedding engine offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model made the vectors.

    ``revision`` is the sha256 (hex) of the weights in use. Vectors can be compared where name,
    revision and dimension agree; ``engine`` is recorded and never compared.
    """

    name: str
    revision: str
    dimension: int
    engine: str


class Embedder(Protocol):
    """Turns text into unit vectors."""

    @property
    def model(self) -> ModelInfo:
        """Which model this is."""
        ...

    @property
    def max_tokens(self) -> int:
        """The most tokens a passage may take, counted by :meth:`count_tokens`."""
        ...

    def count_tokens(self, text: str) -> int:
        """Return how many tokens a passage of this text takes, prefix and special tokens included."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return ``(n, dim) float32, unit length``, in the order of the texts.

        :raises EmbeddingError: if a text is longer than the model can see; nothing is cut silently.
        """
        ...

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return ``(n, dim) float32, unit length``; a query longer than the model can see is cut."""
        ...
