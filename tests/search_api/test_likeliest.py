from collections.abc import Sequence

import numpy as np
import pytest

from search_api.floor import Calibration
from search_api.likeliest import Likely, choose_likeliest, likely
from search_api.models import Answer
from search_api.sentence_vectors import Vector
from search_api.understanding import understand
from tests.search_api.invented import Json, hit

# A cosine of 1 stands ten deviations above what says nothing, one of 0 none.
CALIBRATION = Calibration(mean=0.0, deviation=0.1)
QUESTION = np.array([1.0, 0.0], dtype=np.float32)


def vectors(found: Sequence[Likely], near: str) -> dict[str, Vector]:
    """Return vectors of which only those of the sentences with the word are near the question."""
    return {
        one.text: np.array([1.0, 0.0] if near in one.text else [0.0, 1.0], dtype=np.float32) for one in found
    }


def answered(question: str, near: str, *hits: Json) -> Answer | None:
    found = likely(understand(question), list(hits))
    return choose_likeliest(found, vectors(found, near), QUESTION, CALIBRATION)


MINUTES = hit("p1", text="Broen er smal. Rækværket over åen males i maj. Det var en god drøftelse.")


@pytest.mark.parametrize(
    "question", ["rækværket på broen får ny kulør, hvilken måned", "hvornår får broens rækværk en ny kulør"]
)
def test_a_question_in_other_words_is_answered_by_the_sentence_near_it_that_is_of_its_kind(
    question: str,
) -> None:
    answer = answered(question, "males", MINUTES)
    assert answer is not None
    assert (answer.text, answer.kind) == ("Rækværket over åen males i maj.", "referat")


def test_no_sentence_of_the_kind_that_is_asked_for_is_no_answer() -> None:
    assert answered("hvem maler rækværket på broen", "males", MINUTES) is None


def test_where_nothing_is_near_the_question_in_meaning_there_is_no_answer() -> None:
    assert answered("hvornår males rækværket på broen", "findes ikke", MINUTES) is None


@pytest.mark.parametrize("question", ["rækværket på broen", "hvad blev besluttet om rækværket på broen"])
def test_bare_words_and_what_the_rules_judge_better_have_no_likely_answer(question: str) -> None:
    assert likely(understand(question), [MINUTES]) == []


def test_the_number_of_something_elsewhere_is_no_answer() -> None:
    crossing = hit("p1", text="I myldretiden kører 900 cykler i timen over broen.")
    assert answered("hvor mange cykler er der i timen", "myldretiden", crossing) is not None
    assert answered("hvor mange cykler er der i timen på torvet", "myldretiden", crossing) is None
