"""Lines of text ready to be placed: paragraphs, tables and furniture broken to a width."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from corpus.press.paragraphs import Break, Paragraph, Style, break_lines, paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph's part of one line; ``x`` counts from the column's left edge."""

    par: Paragraph
    line: Break
    x: float

    @property
    def text(self) -> str:
        """The characters that are drawn."""
        return self.par.text[self.line.start : self.line.end] + "-" * self.line.hyphen


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one or, in a table, several pieces.

    Lines of one ``row`` are drawn cell by cell, as word processors write them.
    ``rule`` is the width of a thin line above; ``space`` is the distance to the line before.
    """

    pieces: tuple[Piece, ...]
    height: float
    space: float = 0
    keep: bool = False
    rule: float = 0
    row: int | None = None
    footnotes: tuple["Line", ...] = ()


def text_lines(par: Paragraph, width: float, x: float = 0, marker: Paragraph | None = None) -> list[Line]:
    """Break a paragraph into lines; ``marker`` stands before the first."""
    style = par.style
    lines = []
    for number, line in enumerate(break_lines(par, width - x - style.indent)):
        pieces: tuple[Piece, ...] = (Piece(par, line, x + style.indent),)
        if marker and not number:
            pieces = (Piece(marker, Break(0, len(marker.text)), x), *pieces)
        space = 0 if number else style.before
        lines.append(Line(pieces, style.leading, space, keep=style.keep))
    return lines


def table_lines(
    rows: Iterable[tuple[Paragraph, ...]], shares: tuple[float, ...], width: float
) -> Iterator[Line]:
    """Set a table's rows beside each other; a row of one cell spans the width."""
    gap = 6.0
    for number, row in enumerate(rows):
        columns = [share * width for share in (shares if len(row) > 1 else (1.0,))]
        lefts = [sum(columns[:index]) for index in range(len(columns))]
        cells = [
            [Piece(par, line, left + gap / 2) for line in break_lines(par, column - gap)]
            for par, left, column in zip(row, lefts, columns, strict=True)
        ]
        for index, pieces in enumerate(zip_longest(*cells)):
            style = row[0].style
            yield Line(
                tuple(piece for piece in pieces if piece),
                style.leading,
                space=5 if index == 0 else 0,
                keep=style.keep,
                rule=width if index == 0 else 0,
                row=number,
            )


def label_lines(text: str, style: Style, width: float) -> list[Line]:
    """Set a plain text, one paragraph to each of its lines."""
    blank = [Line((), style.leading)]
    return [line for part in text.split("\n") for line in text_lines(paragraph(part, style), width) or blank]
