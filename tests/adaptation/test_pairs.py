from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from adaptation.pairs import Pair, PairError, batches, load_pairs, split


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return load_pairs()


def test_every_pair_has_a_passage_and_three_questions_of_its_own(pairs: Sequence[Pair]) -> None:
    assert len(pairs) > 2000
    assert len({pair.text for pair in pairs}) == len(pairs)
    for pair in pairs:
        assert pair.text.strip()
        assert len({question.strip() for question in pair.questions}) >= 3, pair.questions


def test_one_pair_in_ten_is_kept_aside_and_none_is_lost(pairs: Sequence[Pair]) -> None:
    learned, kept_aside = split(pairs)
    assert len(kept_aside) == len(pairs) // 10
    assert {*learned, *kept_aside} == {*pairs}
    assert not {*learned} & {*kept_aside}


def test_a_batch_holds_one_subject_and_no_pair_stands_in_two(pairs: Sequence[Pair]) -> None:
    found = batches(pairs, 32, Random(1))
    assert {len(batch) for batch in found} == {32}
    assert all(len({pair.subject for pair in batch}) == 1 for batch in found)
    taken = [pair for batch in found for pair in batch]
    assert len({*taken}) == len(taken) > 0.85 * len(pairs)


@pytest.mark.parametrize("line", ["{", '{"title": "t", "text": "t"}', "[]"])
def test_a_line_that_is_no_pair_is_named(tmp_path: Path, line: str) -> None:
    good = '{"title": "t", "text": "t", "queries": ["a", "b", "c"]}'
    (tmp_path / "social_01.jsonl").write_text(f"{good}\n{line}\n", "utf-8")
    with pytest.raises(PairError, match=r"social_01\.jsonl, linje 2"):
        load_pairs(tmp_path)
