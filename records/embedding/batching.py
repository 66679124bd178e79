"""Puts texts of like length together, so that little of a batch is padding."""

from collections.abc import Iterator, Sequence


def longest_first(lengths: Sequence[int], batch_size: int, max_tokens: int) -> Iterator[list[int]]:
    """Yield the positions of the texts in batches, longest first.

    A batch holds at most ``batch_size`` texts and, padded to its longest, at most ``max_tokens`` tokens, but
    always at least one text. The longest come first, so that memory peaks at once or not at all.
    """
    order = sorted(range(len(lengths)), key=lambda position: -lengths[position])
    start = 0
    while start < len(order):
        size = min(batch_size, max(1, max_tokens // lengths[order[start]]))
        yield order[start : start + size]
        start += size
