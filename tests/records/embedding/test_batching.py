from hypothesis import given
from hypothesis import strategies as st

from records.embedding.batching import longest_first

LENGTHS = st.lists(st.integers(1, 512), max_size=60)


@given(LENGTHS, st.integers(1, 16), st.integers(1, 4096))
def test_every_text_stands_in_one_batch_longest_first(lengths: list[int], size: int, tokens: int) -> None:
    batches = list(longest_first(lengths, size, tokens))
    positions = [position for batch in batches for position in batch]
    assert sorted(positions) == list(range(len(lengths)))
    assert [lengths[position] for position in positions] == sorted(lengths, reverse=True)


@given(LENGTHS, st.integers(1, 16), st.integers(1, 4096))
def test_a_batch_keeps_to_both_limits_unless_it_is_one_text(
    lengths: list[int], size: int, tokens: int
) -> None:
    for batch in longest_first(lengths, size, tokens):
        assert len(batch) == 1 or len(batch) <= size
        assert len(batch) == 1 or len(batch) * lengths[batch[0]] <= tokens
