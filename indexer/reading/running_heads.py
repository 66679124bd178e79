"""Running heads and feet: what stands at the edge of page after page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from indexer.reading.line import Line, Page

# Heads and feet take three lines at most in what has been seen: house, body and date, page number.
_EDGE = 3
# Small type on so large a share of a file's pages, and on two at least, is no text of theirs. In the size of
# the text, as all typed text is, it must stand on nearly all: "Godkendt." may end two pages of three.
_SHARE, _PAGES = 0.5, 2
_SHARE_OF_TEXT, _PAGES_OF_TEXT = 0.9, 3
_SHORTEST = 4
# The page's own number, the one thing in a head that changes: "Side 3", "3 af 8", "Referat 3/8", "Blad nr. 3"
_PAGE_NUMBER = re.compile(
    r"(?:^|\b(?:side|s\.|blad|bladnr\.?)(?: ?nr\.?)? )\d{1,3}$|\b\d{1,3} ?(?:af|/) ?\d{1,3}$", re.IGNORECASE
)
# "Punkt 4: Cykelstier" and "4. Cykelstier" stand at the top of many pages without being their head.
_NUMBERED = re.compile(
    r"^(?:(?:Punkt|Pkt\.?|Sag|Bilag)\b.{0,6}\d|\d{1,3}[.:)]? [A-ZÆØÅ(]|[-•–]|\d{1,2}[.)]$)"
)
# What opens a document looks alike on each of them, and is no running head.
_OPENS = re.compile(
    r"^(?:Indstilling|INDSTILLING|Referat|REFERAT|Dagsorden|DAGSORDEN|Til|Fra|Punkt|Em-?|Emne)\b"
)
_Key = tuple[str, float]


def running_heads(pages: Sequence[Page]) -> frozenset[_Key]:
    """Return the heads and feet of a file, as :func:`head_keys` gives them."""
    with_text = [page for page in pages if page.lines]
    letters: Counter[float] = Counter()
    for page in with_text:
        for line in page.lines:
            letters[line.size] += len(line.text)
    body = letters.most_common(1)[0][0] if letters else 0.0
    counts: Counter[_Key] = Counter()
    for page in with_text:
        edges = (page.lines[place] for place in edge(page.lines))
        counts.update({key for line in edges if _may_run(line, body) for key in head_keys(line)})
    small = max(_PAGES, _SHARE * len(with_text))
    like_text = max(_PAGES_OF_TEXT, _SHARE_OF_TEXT * len(with_text))
    return frozenset(key for key, count in counts.items() if count >= (small if key[1] < body else like_text))


def edge(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places of a page's outermost lines."""
    yield from range(min(_EDGE, len(lines)))
    yield from range(max(_EDGE, len(lines) - _EDGE), len(lines))


def head_keys(line: Line) -> Iterator[_Key]:
    """Yield what makes a line the same on page after page: each cell's words, but for the page's number."""
    for cell in line.cells or (line.text,):
        yield _PAGE_NUMBER.sub("#", cell).strip().casefold(), line.size


def _may_run(line: Line, body: float) -> bool:
    """Tell whether a line is set no larger than the running text, and numbers nothing."""
    if _NUMBERED.match(line.text) or len(line.text) < _SHORTEST:
        return False
    if not body:
        return not _OPENS.match(line.text)
    return line.size < body or (line.size == body and not line.bold)
