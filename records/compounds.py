"""Danish compounds: which words a word is put together of, so that "bolig" finds "boligsocial"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mappings.loader import words

# The shortest there is: "byliv", "bybus". A shorter word is left as it stands.
SHORTEST_COMPOUND = 5
# And the longest: what is longer was run together by accident, and would be taken apart at length.
LONGEST_COMPOUND = 60
# What may stand between two parts, besides what the list itself gives: "handling-s-plan", "hund-e-skov".
LINKS_AFTER_CONSONANT = ("s", "e", "er")
LINKS_AFTER_VOWEL = ("s",)
# They give way to Danish ones: "museet", "kurser".
LATIN_ENDINGS = ("um", "us")
# "aktiveret" and "aktiverede" are forms of a verb, not "aktiv" and "ret". Without this rule over a hundred
# verbs of a Danish word list are taken apart; it costs a dozen words such as "menneskeret".
VERB_ENDINGS = ("ret", "rets", "rede", "redes")
# As many words as a large archive has; of 40,000 words running 86 % had come before.
REMEMBERED = 50_000
# Of words this short the list holds nine ("år", "by", "el-"). To ask for three letters loses 611 of
# the 20,683 compounds found in that word list, most of them rightly split; to ask for four loses 6,190.
SHORTEST_PART = 2
BETWEEN, LED_AS, MARK = ",", "/", "-"

_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = "aeiouyæøåé"


@dataclass(frozen=True, slots=True)
class _Part:
    word: str
    surface: str


_Split = tuple[_Part, ...] | None


class Vocabulary:
    """The words that compounds are made of, and those that only look like compounds; all in base form.

    An entry of ``parts`` may tell where the word stands and what else it is called there: ``el-`` only leads,
    ``-ramt`` only closes, ``arbejde/arbejds`` has two names before another part.
    """

    def __init__(self, parts: Iterable[str], wholes: Iterable[str] = ()) -> None:
        self._leading: dict[str, str] = {}
        self._closing: dict[str, str] = {}
        entries = [_read(part) for part in parts]
        for word, others, leads, closes in entries:
            if leads:
                _call(self._leading, word, (*_linked(word), *others))
            if closes:
                _call(self._closing, word, inflected(word))
        # A word as it stands is never taken for a form of another.
        self._leading |= {word: word for word, _, leads, _ in entries if leads}
        self._closing |= {word: word for word, _, _, closes in entries if closes}
        self._wholes = self._closing.keys() | {form for word in wholes for form in inflected(word)}

    def parts_of(self, word: str) -> tuple[str, ...]:
        """Return the words that the word is put together of, in base form; none where it is no compound."""
        lowered = word.lower()
        if not SHORTEST_COMPOUND <= len(lowered) <= LONGEST_COMPOUND or lowered in self._wholes:
            return ()
        found = self._split(lowered, {})
        return tuple(part.word for part in found) if found else ()

    def _split(self, rest: str, known: dict[str, _Split]) -> _Split:
        """Return the fewest parts that make up all of the rest, with the fewest letters between them."""
        if rest not in known:
            known[rest] = min(self._splits(rest, known), key=_cost, default=None)
        return known[rest]

    def _splits(self, rest: str, known: dict[str, _Split]) -> Iterator[tuple[_Part, ...]]:
        if rest in self._closing:
            yield (_Part(self._closing[rest], rest),)
        for end in range(len(rest) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            if rest[end - 1] == "e" and rest[end:] in VERB_ENDINGS:
                continue
            first = self._leading.get(rest[:end])
            following = first and self._split(rest[end:], known)
            if first and following:
                yield (_Part(first, rest[:end]), *following)


def inflected(word: str) -> Iterator[str]:
    """Yield the forms of a word: itself, and with every ending that may follow its last letter."""
    yield word
    for ending in _endings():
        if ending[0] == "e":
            yield from (stem + ending for stem in _stems(word))
        elif ending in ("s", "t"):
            yield word + ending
    if word.endswith("er"):
        yield from (word + "ne", word + "nes")


@lru_cache(maxsize=REMEMBERED)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the words that a compound is put together of, in base form; none where it is no compound."""
    return _vocabulary().parts_of(word)


def compounds_in(*texts: str | None) -> list[str]:
    """Return what each compound in the texts is put together of, as in "vagt plan"; each compound once."""
    found = (parts_of(word) for text in texts for word in _WORD.findall(text or ""))
    return [" ".join(parts) for parts in dict.fromkeys(found) if parts]


def _linked(word: str) -> Iterator[str]:
    for link in LINKS_AFTER_VOWEL if word[-1] in _VOWELS else LINKS_AFTER_CONSONANT:
        yield word + link


def _stems(word: str) -> Iterator[str]:
    """Yield what endings in e are put to: "skol", "muse", "kurs", "bus" and "buss", "middel" and "midl"."""
    yield word.removesuffix("e")
    if word.endswith(LATIN_ENDINGS) and len(word) > 4:
        yield word[:-2]
    if len(word) > 2 and word[-1] not in _VOWELS and word[-2] in _VOWELS:
        yield word + word[-1]
    if word[-2:] in ("el", "er", "en") and len(word) > 4:
        short = word[:-2]
        yield (short[:-1] if short[-1] == short[-2] else short) + word[-1]


def _cost(parts: tuple[_Part, ...]) -> tuple[int, int]:
    return len(parts), sum(abs(len(part.surface) - len(part.word)) for part in parts)


def _call(named: dict[str, str], word: str, names: Iterable[str]) -> None:
    for name in names:
        named.setdefault(name, word)


def _read(entry: str) -> tuple[str, list[str], bool, bool]:
    """Return the word, what else it is called before another part, and whether it may lead and close."""
    word, *others = entry.strip(MARK).split(LED_AS)
    return word, others, not entry.startswith(MARK), not entry.endswith(MARK)


def _listed(name: str) -> list[str]:
    return [entry.strip() for line in words(name) for entry in line.split(BETWEEN)]


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words("danish_endings.txt"))


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(_listed("compound_parts.txt"), _listed("compound_wholes.txt"))
