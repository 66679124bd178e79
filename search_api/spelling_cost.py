"""How far one spelling is from another, as Danes misspell: what sounds alike lies near."""

# What a slip costs; 1.0 is one letter for quite another.
DOUBLED = 0.4
SWAPPED = 0.5
SOUNDS_ALIKE = 0.5
SILENT_LETTER = 0.6
LETTER_TOO_MANY_OR_FEW = 0.8
OTHER_LETTER = 1.0
# The first letter is the one that people get right.
FIRST_LETTER = 0.4

# Letters that are heard as one another, or lie under the same finger of a keyboard without æ, ø and å.
_VOWELS_ALIKE = ("eæ", "aæ", "aå", "oå", "oø", "øy", "ei", "ea", "iy", "uo")
_CONSONANTS_ALIKE = ("dt", "gk", "bp", "vf", "ck", "cs", "sz", "wv", "ks", "gj", "qk")
_ALIKE = frozenset(map(frozenset, (*_VOWELS_ALIKE, *_CONSONANTS_ALIKE)))
_SILENT = frozenset("dhgtev")

# What a word may differ by, by how long it is: a short word has too many neighbours.
_LIMITS = ((4, 0.0), (5, 0.4), (7, 0.8), (10, 1.4))
_LIMIT_OF_LONG = 2.0


def spelling_limit(word: str) -> float:
    """Return the cost up to which another word may be what was meant."""
    return next((limit for length, limit in _LIMITS if len(word) < length), _LIMIT_OF_LONG)


def spelling_cost(typed: str, meant: str) -> float:
    """Return the least cost of the slips that turn what was meant into what was typed.

    Damerau's distance between neighbours (optimal string alignment), its steps weighed.
    """
    before: list[float] = []
    row = _running([_gap(meant, at) for at in range(len(meant))])
    for i, letter in enumerate(typed):
        oldest, before, row = before, row, [row[0] + _gap(typed, i)]
        for j, other in enumerate(meant):
            cheapest = min(
                before[j] + _exchange(letter, other),
                before[j + 1] + _gap(typed, i),
                row[j] + _gap(meant, j),
            )
            if i and j and letter != other and (letter, typed[i - 1]) == (meant[j - 1], other):
                cheapest = min(cheapest, oldest[j - 1] + SWAPPED)
            row.append(cheapest)
    return row[-1] + (FIRST_LETTER if typed[:1] != meant[:1] else 0.0)


def _running(costs: list[float]) -> list[float]:
    sums = [0.0]
    for cost in costs:
        sums.append(sums[-1] + cost)
    return sums


def _gap(word: str, at: int) -> float:
    """Return what it costs to leave out the letter, or to put it in."""
    if word[at] in (word[at - 1 : at], word[at + 1 : at + 2]):
        return DOUBLED
    return SILENT_LETTER if word[at] in _SILENT else LETTER_TOO_MANY_OR_FEW


def _exchange(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return SOUNDS_ALIKE if frozenset((one, other)) in _ALIKE else OTHER_LETTER
