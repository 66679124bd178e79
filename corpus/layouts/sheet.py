"""A sheet: one section's lines, the boxes they go in, and what each of its pages wears besides."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from corpus.press.fonts import BOLD, RAISED, Family
from corpus.press.lines import Line, label_lines, table_lines, text_lines
from corpus.press.pages import Box, Page, Placed, place
from corpus.press.paragraphs import Paragraph, Style, paragraph
from corpus.source import Block, Section

Dress = Callable[[Page, int, int], None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One section, ready for pagination.

    ``box_on`` gives the box of the page with that index within the sheet; ``dress`` adds the furniture
    to a page, given its index and the sheet's number of pages.
    """

    section: Section
    lines: list[Line]
    box_on: Callable[[int], Box]
    dress: Dress


@dataclass(frozen=True, slots=True)
class Context:
    """What a layout may need besides its section: its meeting, and where things ended up last time."""

    meeting: Mapping[str, str]
    sections: tuple[Section, ...]
    page_of: Callable[[Block | Section], int]

    def own_page_of(self, part: Block | Section) -> int:
        """Count a part's page from the meeting's first, as its contents do."""
        return self.page_of(part) - self.page_of(self.sections[0]) + 1


@dataclass(frozen=True, slots=True)
class Look:
    """How each kind of block is set."""

    text: Style
    headings: tuple[Style, Style, Style]
    table: Style
    note: Style

    def heading(self, level: int) -> Style:
        """Pick the style of a heading's level."""
        return self.headings[min(level, len(self.headings)) - 1]


def look(family: Family, size: float, hyphenate: bool = False) -> Look:
    """Make a look around the size of its running text."""
    lead = round(size * 1.3, 1)
    text = Style(family, size, lead, before=lead * 0.6, hyphenate=hyphenate)
    heads = tuple(
        Style(family, size + step, lead + step, BOLD, before=lead * 0.9, keep=True)
        for step in (5.0, 1.5, 0.0)
    )
    table = replace(text, size=size - 0.5, leading=lead - 1, before=0, hyphenate=True)
    note = replace(text, size=size - 1.5, leading=lead - 2, before=0)
    return Look(text, (heads[0], heads[1], heads[2]), table, note)


def set_blocks(blocks: Iterable[Block], style: Look, width: float) -> list[Line]:
    """Set blocks one after another, each footnote at the foot of the page that refers to it."""
    blocks = tuple(blocks)
    notes = {block.marker: block for block in blocks if block.kind == "footnote"}
    lines: list[Line] = []
    for block in blocks:
        for line in _set_block(block, style, width):
            marks = [
                mark
                for piece in line.pieces
                for mark in _footnote_marks(piece.par, piece.line.start, piece.line.end)
            ]
            below = tuple(note for mark in marks for note in _set_note(notes[mark], style, width))
            lines.append(replace(line, footnotes=below))
    return lines


def _footnote_marks(par: Paragraph, start: int, end: int) -> list[str]:
    return [par.text[at] for at in range(start, end) if par.faces[at] == RAISED]


def _set_note(block: Block, style: Look, width: float) -> list[Line]:
    return text_lines(paragraph(f"{block.marker} {block.text}", style.note, block), width)


def _set_block(block: Block, style: Look, width: float) -> list[Line]:
    match block.kind:
        case "heading":
            return text_lines(paragraph(block.text, style.heading(block.level), block), width)
        case "item":
            marker = "•" if block.marker == "-" else block.marker
            inset = replace(style.text, indent=14.0, before=style.text.before * 0.4)
            return text_lines(paragraph(block.text, inset, block), width, marker=paragraph(marker, inset))
        case "table":
            return _set_table(block, style, width)
        case "footnote":
            return []
        case _:
            return text_lines(paragraph(block.text, style.text, block), width)


def _set_table(block: Block, style: Look, width: float) -> list[Line]:
    head = replace(style.table, face=BOLD, keep=True)
    rows = []
    for number, row in enumerate(block.rows):
        rows.append(tuple(paragraph(cell, style.table if number else head, block) for cell in row))
    lines = list(table_lines(rows, block.shares, width))
    return [replace(lines[0], space=style.text.before + 3), *lines[1:]]


def plain(_page: Page, _index: int, _count: int) -> None:
    """Wear nothing."""


def label(text: str, style: Style, box: Box) -> list[Placed]:
    """Place a plain text in a corner of the page."""
    return place(label_lines(text, style, box.width), box)


def one_box(box: Box) -> Callable[[int], Box]:
    """Use the same box on every page."""
    return lambda _index: box
