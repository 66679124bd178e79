"""The municipalities whose files these are, as letterheads, running heads and the cover name them."""

import re
from collections.abc import Iterator

from indexer.reading.evidence import RunningText

_NAME = r"(?P<name>[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?) (?i:kommune)\b"
_NAMED = re.compile(rf"\b{_NAME}")
# On a cover it begins a line of its own; a sentence may name any municipality.
_COVER_LINE = re.compile(rf"^{_NAME}.{{0,40}}$")
_COVER_LINES = 24
# A stamp names documents, and those name other parties.
_SENDERS = frozenset({"afsender", "gentagelse", "felt"})


def municipalities_in(text: RunningText) -> frozenset[str]:
    """Return the names, in lower case and without "Kommune"; of two words also the last alone."""
    return frozenset(name.casefold() for whole in _names(text) for name in (whole, whole.split()[-1]))


def _names(text: RunningText) -> Iterator[str]:
    for item in text.evidence:
        if item.kind in _SENDERS:
            yield from (match["name"] for match in _NAMED.finditer(item.text))
    for line in text.lines[:_COVER_LINES]:
        if line.page == text.lines[0].page and (match := _COVER_LINE.match(line.text)):
            yield match["name"]
