import math

import pytest

from evaluation.bootstrap import compare, interval
from evaluation.metrics import figures, mean

QRELS = {"q1": {"a": 1}, "q2": {"b": 1, "c": 1}, "q3": {"d": 1}}


def test_each_query_has_its_own_figures_and_one_that_found_nothing_counts_as_zero() -> None:
    found = figures(QRELS, {"q1": ("a", "x"), "q2": ("x", "b")})
    assert found["success@1"] == {"q1": 1, "q2": 0, "q3": 0}
    assert found["mrr@10"] == {"q1": 1, "q2": 0.5, "q3": 0}
    assert found["recall@100"] == {"q1": 1, "q2": 0.5, "q3": 0}


def test_ndcg_is_the_textbooks() -> None:
    ndcg = figures(QRELS, {"q2": ("x", "b", "c")})["ndcg@10"]["q2"]
    gained = 1 / math.log2(3) + 1 / math.log2(4)
    assert ndcg == pytest.approx(gained / (1 + 1 / math.log2(3)), abs=1e-4)


def test_success_looks_no_deeper_than_it_says() -> None:
    found = figures({"q": {"a": 1}}, {"q": ("1", "2", "3", "4", "5", "a")})
    assert (found["success@5"]["q"], found["mrr@10"]["q"]) == (0, pytest.approx(1 / 6))


def test_the_interval_holds_the_mean_and_narrows_with_more_queries() -> None:
    few, many = ({str(n): float(n % 2) for n in range(size)} for size in (20, 500))
    narrow, wide = interval(many), interval(few)
    assert narrow.low < mean(many) < narrow.high
    assert narrow.high - narrow.low < wide.high - wide.low


def test_a_difference_on_every_query_is_sure_and_chance_is_not() -> None:
    baseline = {str(n): (n % 7) / 10 for n in range(60)}
    better = {query: value + 0.1 for query, value in baseline.items()}
    shuffled = {query: value + (0.1 if int(query) % 2 else -0.1) for query, value in baseline.items()}
    assert compare(better, baseline).p < 0.01
    assert compare(better, baseline).difference == pytest.approx(0.1)
    assert compare(shuffled, baseline).p > 0.5
