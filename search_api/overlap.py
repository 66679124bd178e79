"""How many of a topic's words a quotation shares, whatever their endings."""

import re
from functools import cache

from mappings.loader import words

# "herbergspladser" and "herberget" share their first five letters; at four "plan" already meets "plantes".
STEM_LETTERS = 5
MIN_LETTERS = 4

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*")


def shared_words(topic: str, text: str) -> int:
    """Return how many words of the topic, the common ones aside, begin like a word of the text."""
    return len(_stems(topic) & _stems(text))


def _stems(text: str) -> set[str]:
    return {word[:STEM_LETTERS] for word in _WORD.findall(text.lower()) if _tells(word)}


def _tells(word: str) -> bool:
    return (len(word) >= MIN_LETTERS or word[0].isdigit()) and word not in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(words("danish_stopwords.txt"))
