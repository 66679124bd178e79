"""Words that differ by their endings alone: forms of one word, none of them misspelt."""

from functools import cache

from mappings.loader import words

DANISH_ENDINGS = "danish_endings.txt"
LEAST_STEM = 4
VOWELS = "aeiouyæøå"


def is_inflected(one: str, other: str) -> bool:
    """Tell whether the words are forms of one."""
    if one[-1:] == one[-2:-1]:
        return False
    stems = range(LEAST_STEM, _alike(one, other) + 1)
    return any(_may_end(one, stem) and _may_end(other, stem) for stem in stems)


def _may_end(word: str, stem: int) -> bool:
    return word[stem:] in endings() and _may_follow(word[stem - 1], word[stem:])


def _may_follow(letter: str, end: str) -> bool:
    """Tell whether the ending can stand after the letter: none doubles it, and -n and -r follow a vowel."""
    return end[:1] != letter and (end[:1] not in ("n", "r") or letter in VOWELS)


def _alike(one: str, other: str) -> int:
    """Return how many letters the words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


@cache
def endings() -> frozenset[str]:
    """Return the endings, and nothing, which is one."""
    return frozenset(["", *words(DANISH_ENDINGS)])
