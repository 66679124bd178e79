"""What reads a question beside a text and tells how well the text answers it."""

from collections.abc import Sequence
from typing import Protocol


class Reranker(Protocol):
    """Scores texts for a question."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return a score for each text, in their order; the higher, the better it answers the question.

        Scores can be compared within a question only, and the same pair always has the same score.
        """
        ...
