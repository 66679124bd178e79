"""Sentences of a passage, each with the page on which it begins."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

Json = Mapping[str, Any]

# A mark, a closing quotation mark perhaps, a blank, and a beginning: "… blev godkendt. Rådmanden bad …".
_END = re.compile(r"(?<=[.!?])[”\"»]?\s+(?=[A-ZÆØÅÉ0-9”»\"“„(–•-])|\s+(?=•)|(?<=[….]\))\s+(?=[A-ZÆØÅÉ])")
# "… kr. 2.100": before the number that it counts.
_BEFORE_NUMBER = re.compile(r"\bkr\.$", re.IGNORECASE)
# What a full stop does not end a sentence after: "jf. Bilag 2", "pkt. 3", "den 1. November".
_GOES_ON = re.compile(
    r"(?:\b(?:nr|pkt|ca|kl|jf|f\.eks|fx|ift|vedr|pr|stk|evt|inkl|ekskl|tlf|hhv|dvs|max|min|mio|mia|kap"
    r"|[a-zæøå])\.|^\W*\d{1,2}[.)])$",
    re.IGNORECASE,
)
# "… den 1. 2. 2031", "1. 2024": after a number only a letter begins a sentence.
_AFTER_NUMBER = re.compile(r"\d\.$")

# Between the cells of a row, as the reader joins them.
CELL = " | "
# "Pris: 400 kr.", a cell with its column's name before it, which does not stand in the row itself.
_NAMED = re.compile(r"[^\s:|][^:|]{0,30}: (?=\S)")
# Cells of so few words stand on one line, and the row can be read across; longer ones are read each down.
CELL_WORDS = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in a passage; ``begins`` is where, ``page`` on which page of the file."""

    text: str
    begins: int
    page: int


def sentences(passage: Json) -> list[Sentence]:
    """Return the sentences of the passage that stand just so on one page: of a table short rows, or cells.

    A sentence never runs from one paragraph into the next. One that runs over a page break is left out, and
    all are of a passage that does not say where its pages turn: nobody could point to the page.
    """
    text: str = passage["text"]
    turns = [place for place, _ in passage.get("turns") or ()]
    if passage["page"] != passage["last_page"] and not turns:
        return []
    return [
        Sentence(text[first:last], first, _page(passage, first))
        for start, end in pairwise([*(passage.get("starts") or [0]), len(text)])
        for piece in _pieces(text, start, end)
        for first, last in _stretches(text, *piece)
        if not any(first < turn < last for turn in turns)
    ]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands side by side on the page: a paragraph or a short row whole, a long row's cells."""
    cells = text[start:end].split(CELL)
    named = [_NAMED.match(cell) for cell in cells]
    if len(cells) == 1 or not (any(named) or any(len(cell.split()) > CELL_WORDS for cell in cells)):
        return [(start, end)]
    begins = accumulate((len(cell) + len(CELL) for cell in cells), initial=start)
    return [
        (begin + (name.end() if name else 0), begin + len(cell))
        for begin, cell, name in zip(begins, cells, named, strict=False)
    ]


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for mark in _END.finditer(text, start, end):
        if not _ends(text, first, mark):
            continue
        yield from _trimmed(text, first, mark.end())
        first = mark.end()
    yield from _trimmed(text, first, end)


def _ends(text: str, first: int, mark: re.Match[str]) -> bool:
    before, after = text[first : mark.start()], text[mark.end() : mark.end() + 1]
    if _AFTER_NUMBER.search(before) and not after.isalpha():
        return False
    if _BEFORE_NUMBER.search(before) and after.isdigit():
        return False
    return not _GOES_ON.search(before)


def _trimmed(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    said = text[first:last]
    if said.strip():
        yield first + len(said) - len(said.lstrip()), first + len(said.rstrip())


def _page(passage: Json, place: int) -> int:
    page: int = passage["page"]
    for turn, next_page in passage.get("turns") or ():
        if turn <= place:
            page = next_page
    return page
