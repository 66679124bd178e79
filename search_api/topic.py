"""A question's topic, as much of it as is searched for by words.

OpenSearch refuses a query of more than 1,024 clauses, and every word makes some twenty. What is asked for by
its meaning is the whole question all the same.
"""

import re
from itertools import islice
from unicodedata import east_asian_width

from search_api.thesaurus import common_words

# The most clauses that can be made of so much, all of it compounds, are some 930. Of Folketing's 180
# questions, which are longer than any that a search field sees, 36 have more.
MOST_WORDS = 40
MOST_CHARS = 380

_WORD = re.compile(r"[^\W_]+")
_EDGES = " ?.!,:;"
# (( · 😀 · AND, which joins words for other search engines and is none of ours
_SAYS_NOTHING = re.compile(r"(?:[\W_]|\b(?:AND|OR|NOT)\b)*")


def squeezed(text: str) -> str:
    """Return the text with single blanks, and without the marks at its ends."""
    return " ".join(text.split()).strip(_EDGES)


def searchable(topic: str) -> str:
    """Return the beginning of the topic, up to the last word that is searched for; of no word, nothing."""
    beginning = " ".join(_signs_apart(topic[:MOST_CHARS]).split())
    if _SAYS_NOTHING.fullmatch(beginning):
        return ""
    telling = (word for word in _WORD.finditer(beginning) if word[0].lower() not in common_words())
    beyond = next(islice(telling, MOST_WORDS, None), None)
    return beginning[: beyond.start()].rstrip() if beyond else beginning


def _signs_apart(text: str) -> str:
    """Return the text with blanks around ideographs, each of which is a word to the index."""
    return "".join(f" {sign} " if east_asian_width(sign) in "WF" else sign for sign in text)
