"""The fit, on choices whose right sentence is known to be told by one sign."""

from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import approx_fprime

from evaluation.likelihood import Choice, fit, loss
from evaluation.report import weighing_code
from search_api import likeliest
from search_api.likeliest import WEIGHING, Signs, Weighing

SIGNS = [field.name for field in fields(Signs)]
TITLED = SIGNS.index("titled")
RANDOM = np.random.default_rng(7)


def choice(right: int | None, sentences: int = 5) -> Choice:
    """Return sentences like any other, but that the right one bears all of its title's words."""
    signs = RANDOM.random((sentences, len(SIGNS)))
    signs[:, TITLED] /= 2
    if right is not None:
        signs[right, TITLED] = 1.0
    return Choice(signs, np.arange(sentences) == right)


ANSWERED = [choice(right=number % 5) for number in range(60)]
UNANSWERED = [choice(right=None) for _ in range(60)]


def best_worth(weighing: Weighing, one: Choice) -> tuple[int, float]:
    worths = [weighing.worth(Signs(*map(float, row))) for row in one.signs]
    return int(np.argmax(worths)), max(worths)


@pytest.mark.parametrize("weight", [1.0, 0.5])
def test_the_gradient_is_that_of_the_loss(weight: float) -> None:
    signs = RANDOM.random((4, len(SIGNS)))
    choices = [
        Choice(signs, np.array([False, True, True, False]), weight),
        Choice(signs, np.zeros(4, dtype=bool), weight),
    ]
    weights = RANDOM.normal(size=len(SIGNS) + 1)
    found = approx_fprime(weights, lambda some: loss(some, choices)[0])
    assert loss(weights, choices)[1] == pytest.approx(found, abs=1e-5)


def test_the_sign_that_tells_the_right_sentence_weighs_most() -> None:
    weighing = fit([*ANSWERED, *UNANSWERED])
    assert int(np.argmax(np.abs(astuple(weighing.signs)))) == TITLED
    assert weighing.signs.titled > 0


def test_the_right_sentence_outweighs_no_answer_and_others_do_not() -> None:
    weighing = fit([*ANSWERED, *UNANSWERED])
    for one in ANSWERED:
        sentence, worth = best_worth(weighing, one)
        assert one.right[sentence]
        assert worth > weighing.no_answer
    assert all(best_worth(weighing, one)[1] < weighing.no_answer for one in UNANSWERED)


def test_where_nothing_is_right_no_answer_is_likeliest() -> None:
    weighing = fit(UNANSWERED)
    assert all(best_worth(weighing, one)[1] < weighing.no_answer for one in UNANSWERED)


def test_a_choice_that_weighs_less_moves_the_fit_less() -> None:
    lighter = [Choice(one.signs, one.right, 0.1) for one in UNANSWERED]
    assert fit([*ANSWERED, *lighter]).no_answer < fit([*ANSWERED, *UNANSWERED]).no_answer


def test_what_is_printed_can_stand_where_the_weights_do() -> None:
    assert weighing_code(WEIGHING) in Path(likeliest.__file__).read_text(encoding="utf-8")
