"""How a bilag without a stamp begins: "Bilag 1: Kort", "Bilag til punkt 3: Kort", at the top of a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.reading.headings import is_toc_entry
from indexer.reading.layouts.vocabulary import BESLUTNING, LISTS_BILAG
from indexer.reading.line import Line

_PUNKT = r"(?:[Pp]unkt|PUNKT|[Pp]kt\.?|[Ss]ag)(?: ?nr\.?)? ?(?P<punkt>\d{1,3})"
_HEAD = re.compile(
    rf"^(?:{_PUNKT}, ?)?(?:Bilag|BILAG|bilag)(?: ?nr\.?)?(?: ?(?P<number>\d{{1,2}}))?"
    r"(?: ?(?P<mark>\([^)]{4,30}\)))?"
    rf"(?:,? til {_PUNKT.replace('<punkt>', '<to>')})?"
    r"(?:\.?$| ?[:.–-] ?(?=\S)| (?=[A-ZÆØÅ\"”»]))(?P<title>.*)$"
)
_SENTENCE_END = (".", ",", ";")
# An entry of a list of bilag that a page turn parts stands so near to the decision below the list.
_LINES_TO_DECISION = 4


@dataclass(frozen=True, slots=True)
class BilagHead:
    """What a bilag's first line says: its number, its punkt and its title, where it does."""

    number: int | None
    punkt: str | None
    title: str


def bilag_head(text: str) -> BilagHead | None:
    """Return what a line says of the bilag that it opens, None where it opens none."""
    match = _HEAD.match(text)
    if match is None or text.endswith(_SENTENCE_END):
        return None
    punkt = match["punkt"] or match["to"]
    if match["number"] is None and punkt is None:
        return None
    title = " ".join(filter(None, (match["title"], match["mark"])))
    return BilagHead(int(match["number"]) if match["number"] else None, punkt, title)


def opens_bilag(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a page begins with a bilag's own head, rather than with an entry of a list of bilag."""
    line = lines[index]
    if index == 0 or not line.top or line.cells or is_toc_entry(line) or bilag_head(line.text) is None:
        return False
    beside = [lines[index - 1], *lines[index + 1 : index + 2]]
    if any(bilag_head(other.text) for other in beside):
        return False
    if lines[index - 1].text.strip(" :").lower() in LISTS_BILAG:
        return False
    below = lines[index + 1 : index + 1 + _LINES_TO_DECISION]
    return not any(BESLUTNING.match(other.text) for other in below if other.page == line.page)
