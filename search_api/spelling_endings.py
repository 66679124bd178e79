"""Words that differ by their endings alone: forms of one word, none of them misspelt."""

from functools import cache

from mappings.loader import words

DANISH_ENDINGS = "danish_endings.txt"
LEAST_STEM = 4


def is_inflected(one: str, other: str) -> bool:
    """Tell whether the words are forms of one; what ends in a doubled letter is a form of nothing."""
    stem = _alike(one, other)
    if stem < LEAST_STEM or one[-1:] == one[-2:-1]:
        return False
    return {one[stem:], other[stem:]} <= _endings()


def _alike(one: str, other: str) -> int:
    """Return how many letters the words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


@cache
def _endings() -> frozenset[str]:
    return frozenset(["", *words(DANISH_ENDINGS)])
