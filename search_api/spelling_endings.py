"""Words that differ by their endings alone: forms of one word, none of them misspelt."""

from functools import cache

from mappings.loader import words

DANISH_ENDINGS = "danish_endings.txt"
LEAST_STEM = 4


def is_inflected(one: str, other: str) -> bool:
    """Tell whether the words are forms of one; no form of a word doubles a letter at its ending."""
    stem = _alike(one, other)
    if stem < LEAST_STEM or one[-1:] == one[-2:-1]:
        return False
    ends = {one[stem:], other[stem:]}
    return ends <= endings() and not any(end.startswith(one[stem - 1]) for end in ends)


def _alike(one: str, other: str) -> int:
    """Return how many letters the words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


@cache
def endings() -> frozenset[str]:
    """Return the endings, and nothing, which is one."""
    return frozenset(["", *words(DANISH_ENDINGS)])
