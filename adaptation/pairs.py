"""The pairs that the model learns from: an invented passage and questions that it answers, in other words.

They are our own, written without sight of any document or judged query that is measured on.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from records.errors import ReferatsoegError

FOLDER = Path(__file__).with_name("passages")

# One pair in so many is kept aside, to see what is learned beyond the pairs themselves.
KEPT_ASIDE = 10
_ABOUT_AS_LONG = (0.75, 1.33)


class PairError(ReferatsoegError):
    """A line is not a pair; the message says which."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage under its punkt's title, and questions; ``subject`` is what its file is about."""

    subject: str
    title: str
    text: str
    questions: tuple[str, ...]

    @property
    def paraphrases(self) -> tuple[str, ...]:
        """The questions that share no word with the passage: the first two."""
        return self.questions[:2]


def load_pairs(folder: Path = FOLDER) -> list[Pair]:
    """Return the pairs of all files, in their order.

    :raises PairError: if a line is not a pair.
    """
    return [
        _pair(file, number, line)
        for file in sorted(folder.glob("*.jsonl"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
    ]


def split(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs to learn from, and those kept aside."""
    learned = [pair for number, pair in enumerate(pairs, 1) if number % KEPT_ASIDE]
    return learned, list(pairs[KEPT_ASIDE - 1 :: KEPT_ASIDE])


def batches(pairs: Sequence[Pair], size: int, rng: Random) -> list[list[Pair]]:
    """Return the pairs in batches of one subject, so that the wrong passages of a batch are hard to tell.

    Those of about the same length stand together, so that little of a batch is padding. What is left over
    of a subject waits for another time.
    """
    found = []
    for subject in sorted({pair.subject for pair in pairs}):
        own = [pair for pair in pairs if pair.subject == subject]
        own.sort(key=lambda pair: len(pair.text) * rng.uniform(*_ABOUT_AS_LONG))
        found += [own[start : start + size] for start in range(0, len(own) - size + 1, size)]
    rng.shuffle(found)
    return found


def _pair(file: Path, number: int, line: str) -> Pair:
    try:
        read = json.loads(line)
        return Pair(file.stem, read["title"], read["text"], tuple(read["queries"]))
    except (ValueError, KeyError, TypeError) as error:
        raise PairError(f"{file.name}, linje {number}, er ikke et par: {error}") from error
