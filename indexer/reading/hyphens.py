"""Line ends put together again: hyphens of the line break taken out, real ones kept."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from records.personal_numbers import masked

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*", re.UNICODE)
_LAST = re.compile(r"[\w§’'-]*-$")
_FIRST = re.compile(r"^[\w’']+")
# After these the hyphen stands for a word's other half: "udviklings-" / "og omstillingsplan".
_CONJUNCTIONS = frozenset({"og", "eller", "samt", "til", "/", "&"})
# "dør-til-dør", "face-to-face": the hyphen after these is always a real one.
_LINKS = frozenset({"to", "til", "i", "på", "by", "for"})


class Vocabulary:
    """The words that a file writes inside its lines, with and without a hyphen."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for line in lines:
            words = _WORD.findall(line.lower())
            # The first and the last word of a line may be halves.
            self._counts.update(words[1:-1])

    def prefers_hyphen(self, left: str, right: str) -> bool:
        """Tell whether the file writes the two halves with a hyphen rather than as one word."""
        return self._counts[f"{left}-{right}".lower()] > self._counts[(left + right).lower()]


def joined(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the lines as one stretch of text."""
    text = ""
    for line in lines:
        text = _appended(text, line.strip(), vocabulary)
    return masked(text)


def _appended(text: str, line: str, vocabulary: Vocabulary) -> str:
    if not text or not line:
        return text or line
    last, first = _LAST.search(text), _FIRST.match(line)
    if last is None or len(last.group()) < 2:
        return f"{text} {line}"
    left, right = last.group()[:-1], first.group() if first else ""
    if not right or right.lower() in _CONJUNCTIONS:
        return f"{text} {line}"
    return f"{text}{line}" if keeps_hyphen(left, right, vocabulary) else f"{text[:-1]}{line}"


def keeps_hyphen(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the hyphen between two halves on two lines belongs to the word itself."""
    stem = left.rpartition("-")[2]
    if stem.isupper() and right.isupper() and len(stem) > 1:
        return vocabulary.prefers_hyphen(stem, right)
    if stem != left and stem.lower() in _LINKS:
        return True
    if right[0].isupper() or right[0].isdigit() or any(map(str.isdigit, stem)):
        return True
    if len(stem) > 1 and stem.isupper():
        return True
    return len(stem) == 1 or vocabulary.prefers_hyphen(stem, right)
