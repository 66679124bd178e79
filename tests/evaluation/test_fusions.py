"""Other fusions, on scores whose order each of them is known to give."""

import numpy as np
import pytest

from evaluation.fusions import Fusion, min_max, rrf, z_score

NONE = np.zeros(3)


@pytest.mark.parametrize("fusion", [min_max, z_score, rrf])
def test_best_in_both_is_best_and_a_boost_can_lift(fusion: Fusion) -> None:
    keyword, semantic = np.array([3.0, 2.0, 1.0]), np.array([0.9, 0.5, 0.1])
    assert np.argmax(fusion(keyword, semantic, NONE)) == 0
    assert np.argmax(fusion(keyword, semantic, np.array([0.0, 0.0, 9.0]))) == 2


def test_min_max_makes_the_best_of_weak_evidence_strong() -> None:
    assert min_max(np.array([0.02, 0.01, 0.0]), NONE, NONE)[0] == pytest.approx(0.5)


def test_reciprocal_ranks_see_no_distance() -> None:
    near, far = np.array([3.0, 2.9, 1.0]), np.array([3.0, 1.1, 1.0])
    assert rrf(near, near, NONE) == pytest.approx(rrf(far, far, NONE))
