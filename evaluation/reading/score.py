"""Precision and recall of facts, counted over files."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evaluation.reading.facts import KINDS, Fact, Facts


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts were found, how many are true, and how many of those found are."""

    found: int = 0
    true: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is true, None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what is true that was found, None where nothing is true."""
        return self.right / self.true if self.true else None

    def __add__(self, other: "Score") -> "Score":
        return Score(self.found + other.found, self.true + other.true, self.right + other.right)


def scores(found: Facts, true: Facts) -> dict[str, Score]:
    """Return each kind's score; a fact that is found twice and true once is wrong once."""
    return {
        kind: Score(found[kind].total(), true[kind].total(), (found[kind] & true[kind]).total())
        for kind in KINDS
    }


def summed(some: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """Return each kind's score over several files."""
    total = {kind: Score() for kind in KINDS}
    for one in some:
        total = {kind: total[kind] + one[kind] for kind in KINDS}
    return total


def differences(found: Facts, true: Facts) -> dict[str, tuple[Counter[Fact], Counter[Fact]]]:
    """Return by kind what was found and is not true, and what is true and was not found."""
    pairs = {kind: (found[kind] - true[kind], true[kind] - found[kind]) for kind in KINDS}
    return {kind: pair for kind, pair in pairs.items() if any(pair)}
