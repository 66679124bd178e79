"""Every file reads exactly as a person has found it; what was held back keeps what it has reached."""

import pytest

from evaluation.read_report import read
from evaluation.reading.cases import BESIDE, GROUPS, Case, cases
from evaluation.reading.facts import facts
from evaluation.reading.score import differences, scores, summed
from indexer.reading import reading_as_json

CASES = list(cases())
MADE_FOR = [case for case in CASES if case.group in GROUPS[:3]]
# Precision and recall over all kinds of fact, after what the first look showed to be faults was mended.
HELD_FLOORS = {GROUPS[3]: 0.97, GROUPS[4]: 0.99}


@pytest.mark.parametrize("case", MADE_FOR, ids=lambda case: case.file.stem)
def test_a_file_reads_as_its_truth_says(case: Case) -> None:
    reading = read(case.file)
    assert not differences(facts(reading_as_json(reading)), facts(case.truth))
    assert reading.coverage >= 0.995


@pytest.mark.skipif(not BESIDE.is_dir(), reason="../shared findes ikke her")
def test_the_files_beside_the_project_are_all_measured() -> None:
    assert {group: sum(case.group == group for case in CASES) for group in GROUPS[:3]} == {
        "seeds": 5, "pdf": 4, "demo": 12,
    }  # fmt: skip


@pytest.mark.parametrize("group", GROUPS[3:])
def test_what_was_held_back_keeps_its_figures(group: str) -> None:
    held = [case for case in CASES if case.group == group]
    found = summed(scores(facts(reading_as_json(read(case.file))), facts(case.truth)) for case in held)
    total = sum(found.values(), start=type(next(iter(found.values())))())
    assert held
    assert min(total.precision or 0.0, total.recall or 0.0) >= HELD_FLOORS[group]
