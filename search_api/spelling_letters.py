"""The words of a question as the index sees them, and a spelling put back as it was written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mappings.loader import words

DANISH_LETTERS = "danish_letters.txt"

# »"fleksible pladser"« stays as it is, and so does what stands between blanks in any other way.
_STRETCH = re.compile('["“”„»«][^"“”„»«]*["“”„»«]|\\S+')
_WORD = re.compile(r"[^\W\d_]+")
# -ord · felt:værdi · navn@adresse · 24/018833 · EMN-2031-000111 · § 97
_NO_PLAIN_WORDS = re.compile(r"^[-\"“”„»«]|[\d:@/§]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question that may be misspelt, where it stands, and how the index writes it."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The word as the index writes it."""
        return fold(self.text)


def plain_words(question: str) -> list[Word]:
    """Return the words that may be misspelt: none in quotes, none excluded, no codes and no numbers."""
    return [
        Word(word[0], stretch.start() + word.start(), stretch.start() + word.end())
        for stretch in _STRETCH.finditer(question)
        if not _NO_PLAIN_WORDS.search(stretch[0])
        for word in _WORD.finditer(stretch[0])
        if question.isupper() or not word[0].isupper()
    ]


def replaced(question: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """Return the question with each stretch ``(start, end)`` exchanged for its text."""
    for start, end, text in sorted(changes, reverse=True):
        question = question[:start] + text + question[end:]
    return question


def as_typed(word: str, typed: str) -> str:
    """Return the word in capitals or with a capital where what was typed is."""
    if typed.isupper():
        return word.upper()
    return word.capitalize() if typed[:1].isupper() else word


def written(folded: str, texts: Iterable[str]) -> str:
    """Return how the texts write the word, which the index knows by its Danish letters only."""
    if folded == fold(folded) and not _may_be_folded(folded):
        return folded
    found = (word[0].lower() for text in texts for word in _WORD.finditer(text) if fold(word[0]) == folded)
    return next(found, folded)


def fold(text: str) -> str:
    """Return the text in small letters, with Danish letters for the spellings that stand for them."""
    letters, pattern = _folding()
    return pattern.sub(lambda found: letters[found[0]], text).lower()


@cache
def _folding() -> tuple[dict[str, str], re.Pattern[str]]:
    pairs = (line.split("=>") for line in words(DANISH_LETTERS))
    letters = {_character(left.strip()): right.strip() for left, right in pairs}
    return letters, re.compile("|".join(sorted(map(re.escape, letters), key=len, reverse=True)))


def _character(written_so: str) -> str:
    r"""Return the character that a line names, by itself or as ``\u00AD``."""
    return chr(int(written_so[2:], 16)) if written_so.startswith("\\u") else written_so


@cache
def _unfolded() -> frozenset[str]:
    return frozenset("".join(_folding()[0].values()))


def _may_be_folded(folded: str) -> bool:
    return not _unfolded().isdisjoint(folded)
