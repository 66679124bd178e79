"""Sentences of a passage, each with the page on which it begins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from records.sentences import sentence_spans

Json = Mapping[str, Any]

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
        for first, last in sentence_spans(text, *piece)
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


def _page(passage: Json, place: int) -> int:
    page: int = passage["page"]
    for turn, next_page in passage.get("turns") or ():
        if turn <= place:
            page = next_page
    return page
