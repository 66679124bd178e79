"""Verdicts, floors and tables, on outcomes whose figures can be told by hand."""

import pytest

from evaluation.ablation import EVERYTHING
from evaluation.floors import load_floors, shortfalls
from evaluation.found import Found
from evaluation.report import COLLECTION_TITLES, ablation_table, trial_tables
from evaluation.verdicts import by_kind, summary
from tests.evaluation.judging import answer, query, trial

QUERIES = [query("bro", "broen bliver rød"), query("sti", "stien lukkes i maj"), query("intet", None)]
GOOD = {
    "bro": Found(("p1", "p3"), 2, answer("Broen bliver rød og smal.")),
    "sti": Found(("p3", "p2"), 2),
    "intet": Found((), 0),
}
BAD = {
    "bro": Found(("p3",), 1, answer("Intet nyt.")),
    "sti": Found((), 0),
    "intet": Found(("p1", "p2", "p3"), 3, answer("Broen bliver rød og smal.")),
}
FLOORS = {"demo": {"success@1": 0.5, "near_empty": 1.0, "wrong_answers": 0, "off_topic_answers": 0}}


def test_what_went_well_adds_up() -> None:
    whole = summary(trial(GOOD, QUERIES).verdicts["hybrid"])
    assert whole.figures["success@1"] == 0.5
    assert whole.figures["success@5"] == 1.0
    assert (whole.answers_right, whole.answers_wrong, whole.near_empty) == (0.5, 0, 1.0)


def test_an_answer_to_a_question_about_nothing_is_wrong() -> None:
    off_topic = by_kind(trial(BAD, QUERIES).verdicts["hybrid"])["off-topic"]
    assert summary(off_topic).answers_wrong == 1
    assert summary(off_topic).near_empty == 0.0


def test_a_trial_that_holds_its_floors_falls_short_of_none() -> None:
    assert shortfalls(trial(GOOD, QUERIES), "hybrid", FLOORS) == []


def test_floors_are_held_from_below_and_ceilings_from_above() -> None:
    short = {one.figure: (one.found, one.bound) for one in shortfalls(trial(BAD, QUERIES), "hybrid", FLOORS)}
    assert short == {
        "success@1": (0.0, 0.5),
        "near_empty": (0.0, 1.0),
        "wrong_answers": (2.0, 0),
        "off_topic_answers": (1.0, 0),
    }


def test_every_collection_has_floors_of_figures_that_are_measured() -> None:
    outcome = trial(BAD, QUERIES)
    for collection, floors in load_floors().items():
        assert collection in COLLECTION_TITLES
        shortfalls(outcome, "hybrid", {"demo": floors})


@pytest.mark.parametrize("line", ["| hybrid | 3 | 0.500 | 1.000 |", "| decision | 2 | 0.500 | 1.000 |"])
def test_the_table_of_a_trial_states_the_whole_and_each_kind(line: str) -> None:
    assert line in trial_tables(trial(GOOD, QUERIES), "hybrid")


def test_the_table_states_what_was_first_judged_too() -> None:
    assert "| hybrid, as first judged | 3 |" in trial_tables(trial(GOOD, QUERIES), "hybrid")


def test_the_ablation_has_a_row_for_each_variant() -> None:
    found = {"demo": summary(trial(GOOD, QUERIES).verdicts["hybrid"])}
    table = ablation_table([(EVERYTHING, found)], ["demo"])
    assert f"| {EVERYTHING} | 0.500 | 1.000 | 0.500 | 1.000 |" in table
