"""Other words for the same: what the documents may call the thing that was asked for.

One entry to a line. ``a, b, c`` are words or short phrases that each stand for the others; ``a => b, c`` says
that who writes ``a`` may mean ``b`` or ``c``, and not the other way round. Base forms are enough.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from mappings.loader import thesaurus_lines, words

ONE_WAY = "=>"
BETWEEN = ","
LONGEST_PHRASE = 3
# In words that tell something. Variants for all of forty words take 0.5 s and find nothing more.
LONGEST_TOPIC = 12
# Two words of one stem are forms of the same word only while their endings are this short: the stemmer takes
# "leje" and "lejlighed" for one, and "bil" and "billig".
LONGEST_ENDING = 4

_TOKEN = re.compile(r"§|[^\W_]+")
_LETTERS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))
_stem = cache(snowballstemmer.stemmer("danish").stemWord)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was asked for, and what else may stand for it: words and short phrases."""

    text: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    tokens: Key
    also: tuple[str, ...]


class Thesaurus:
    """Words and what else may stand for them, whatever their endings."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._entries: Mapping[Key, list[_Entry]] = defaultdict(list)
        for term, also in entries:
            tokens = _tokens(term)
            self._entries[_key(tokens)].append(_Entry(tokens, tuple(also)))

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> "Thesaurus":
        """Return the thesaurus that the lines write."""
        return cls(entry for line in lines for entry in _read(line))

    def words(self, topic: str) -> tuple[Word, ...]:
        """Return the words of the topic that tell something, each with what may stand for it.

        What stands for a phrase stands for each of its words. Who asks at length has used many words of the
        documents anyway, so a long topic stands as it is.
        """
        tokens = _tokens(topic)
        telling = [token for token in tokens if token not in _common()]
        if len(telling) > LONGEST_TOPIC:
            return tuple(map(Word, telling))
        also: list[dict[str, None]] = [{} for _ in tokens]
        for start in range(len(tokens)):
            for end in range(start + 1, min(start + LONGEST_PHRASE, len(tokens)) + 1):
                found = dict.fromkeys(self._stand_for(tokens[start:end]))
                for covered in also[start:end]:
                    covered.update(found)
        return tuple(
            Word(token, tuple(others))
            for token, others in zip(tokens, also, strict=True)
            if token not in _common()
        )

    def _stand_for(self, tokens: Key) -> Iterator[str]:
        if len(tokens) == 1 and tokens[0] in _common():
            return
        for entry in self._entries.get(_key(tokens), ()):
            if all(map(_one_word, tokens, entry.tokens)):
                yield from entry.also


NO_THESAURUS = Thesaurus(())


def load_thesaurus() -> Thesaurus:
    """Return the thesaurus that stands in the mappings' data."""
    return Thesaurus.of_lines(thesaurus_lines())


def _read(line: str) -> Iterator[tuple[str, Sequence[str]]]:
    left, one_way, right = line.partition(ONE_WAY)
    terms = _terms(left)
    for term in terms:
        yield term, _terms(right) if one_way else [other for other in terms if other != term]


def _terms(text: str) -> list[str]:
    return [term.strip() for term in text.split(BETWEEN) if term.strip()]


def _tokens(text: str) -> Key:
    lowered = text.lower()
    for spelling, letter in _LETTERS:
        lowered = lowered.replace(spelling, letter)
    return tuple(_TOKEN.findall(lowered))


def _key(tokens: Key) -> Key:
    return tuple(map(_stem, tokens))


def _one_word(one: str, other: str) -> bool:
    shared = max(len(one), len(other)) - LONGEST_ENDING
    return one[:shared] == other[:shared] if shared > 0 else True


@cache
def _common() -> frozenset[str]:
    return frozenset((*words("danish_stopwords.txt"), "§"))
