"""The files that reading is measured on, each with what a person has found in it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.reading.facts import Json

REPOSITORY = Path(__file__).parents[2]
BESIDE = REPOSITORY.parent / "shared"
TRUTH = REPOSITORY / "tests" / "indexer" / "reading" / "truth"
HELD = REPOSITORY / "tests" / "indexer" / "reading" / "held"
DEMO = REPOSITORY / "corpus"

# Kept out of sight while the rules were made: the four demo files whose names' sha256 comes first, and
# two files of a layout that no rule was written for.
HELD_DEMO = frozenset({
    "raadmandsmoeder-2022-09", "raadmandsmoede-2023-12-04", "social-og-arbejdsmarkedsudvalget-2013-02-05",
    "boerne-og-skoleudvalget-2025-08-20",
})  # fmt: skip
UNSEEN_FILES = REPOSITORY / "tests" / "evaluation" / "unseen"
GROUPS = ("seeds", "pdf", "demo", "holdt tilbage: demo", "holdt tilbage: ukendt opsætning")
# Written after the rules, in layouts of their own; b is measured and not looked at.
UNSEEN = ("uset: a", "uset: b")
SEALED = UNSEEN[1]


@dataclass(frozen=True, slots=True)
class Case:
    """A file, the truth about it, and the group that it is counted in."""

    file: Path
    truth: Json
    group: str


def cases() -> Iterator[Case]:
    """Yield the cases whose files are at hand; those beside the project may be missing."""
    for group, folder, pattern in (("seeds", BESIDE / "seeds", "*.txt"), ("pdf", BESIDE / "pdf", "*.pdf")):
        yield from _with_truth(folder, pattern, TRUTH, group)
    for case in _with_truth(DEMO / "pdf", "*.pdf", DEMO / "truth", "demo"):
        held = case.file.stem in HELD_DEMO
        yield Case(case.file, case.truth, GROUPS[3] if held else GROUPS[2])
    yield from _with_truth(HELD, "*.txt", HELD, GROUPS[4])
    for group in UNSEEN:
        batch = UNSEEN_FILES / group[-1]
        yield from _with_truth(batch / "files", "*", batch / "truth", group)


def _with_truth(folder: Path, pattern: str, truth: Path, group: str) -> Iterator[Case]:
    for file in sorted(folder.glob(pattern)):
        written = truth / f"{file.stem}.json"
        if written.exists():
            yield Case(file, json.loads(written.read_text(encoding="utf-8")), group)
