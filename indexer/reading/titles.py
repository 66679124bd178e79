"""How alike two titles are, worded differently as they may be."""

import re

# Below this share of common words two titles are not the same matter; the seeds' pairs share 0.6.
SAME_TITLE = 0.5
_WORD = re.compile(r"[^\W_]{2,}")
_COMMON = frozenset(
    [
        "og",
        "i",
        "på",
        "af",
        "til",
        "for",
        "om",
        "en",
        "et",
        "den",
        "det",
        "de",
        "med",
        "ved",
        "efter",
        "fra",
        "vedr",
        "vedrørende",
        "punkt",
        "bilag",
        "indstilling",
        "notat",
        "dagsorden",
        "orientering",
        "drøftelse",
        "status",
        "godkendelse",
        "endelig",
        "forslag",
        "møde",
        "mødet",
    ]
)
# Stems this long tell Danish words apart well enough that "udvalgsrådet" and "udvalgsmødet" meet.
_STEM = 6


def similarity(first: str, second: str) -> float:
    """Return 0 to 1: the share of the shorter title's telling words that the other has too."""
    one, other = _stems(first), _stems(second)
    if not one or not other:
        return 1.0 if first.strip().lower() == second.strip().lower() and first.strip() else 0.0
    return len(one & other) / min(len(one), len(other))


def _stems(title: str) -> frozenset[str]:
    words = [word.lower() for word in _WORD.findall(title)]
    telling = [word for word in words if word not in _COMMON] or words
    return frozenset(word[:_STEM] for word in telling)
