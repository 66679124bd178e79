"""Passages that repeat another's text, as when dagsorden and referat both hold the indstilling."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from datasketch import MinHash, MinHashLSH

from indexer.progress import Progress
from records.models import Access, PartKind, Passage

# Two texts are the same when so much of their runs of words is. Over the real referater nine passages of 425
# repeat another, standing paragraphs of agendas and a row carried over; at 0.7 they are the same nine.
SAME: Final = 0.8
RUN: Final = 4
# A shorter text, "Taget til efterretning", is the decision of its own punkt and repeats nothing.
LEAST_RUNS: Final = 10
# So many hashes find 97 of 100 texts that are the same, and which are found is then counted exactly.
HASHES: Final = 128

Runs = frozenset[str]

# Where a text stands several times it is read where most comes of it.
_FIRST_PARTS: Final = (
    PartKind.BESLUTNING,
    PartKind.REFERAT,
    PartKind.INDSTILLING,
    PartKind.BILAG,
    PartKind.DAGSORDEN,
)


def with_repeats(passages: Sequence[Passage], progress: Progress) -> list[Passage]:
    """Return the passages in their order, those that repeat another's text with its id in ``repeats``.

    What only some may read is compared with nothing, so that it leaves no trace in what all may.
    """
    found = [passage for passage in passages if passage.access is Access.OPEN]
    progress.begin("Sammenligner passager", len(found))
    repeated = dict(_repeats(found, progress))
    return [replace(one, repeats=repeated[one.id]) if one.id in repeated else one for one in passages]


def _repeats(passages: Sequence[Passage], progress: Progress) -> Iterator[tuple[str, str]]:
    """Yield the ids of each passage that repeats another, and of the one that it repeats."""
    known: dict[str, Runs] = {}
    alike = MinHashLSH(threshold=SAME, num_perm=HASHES)
    for passage in sorted(passages, key=_place):
        progress.advance()
        runs = _runs(passage.text)
        if len(runs) < LEAST_RUNS:
            continue
        sketch = MinHash(num_perm=HASHES)
        sketch.update_batch([run.encode() for run in runs])
        nearest = max(alike.query(sketch), key=lambda key: (_shared(runs, known[key]), key), default=None)
        if nearest is not None and _shared(runs, known[nearest]) >= SAME:
            yield passage.id, nearest
        else:
            known[passage.id] = runs
            alike.insert(passage.id, sketch)


def _place(passage: Passage) -> tuple[int, int, str]:
    """Return what sorts passages: by part, then the newest first."""
    return _FIRST_PARTS.index(passage.part), -(passage.date or date.min).toordinal(), passage.id


def _runs(text: str) -> Runs:
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _shared(one: Runs, other: Runs) -> float:
    """Return the share of their runs of words that both have (Jaccard)."""
    return len(one & other) / len(one | other)
