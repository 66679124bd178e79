"""Lines placed on pages, and pages drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from corpus.press.fonts import RAISED, RAISED_SIZE, face_name
from corpus.press.lines import Line, Piece

PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
# A heading stays with at least this many lines of what follows.
_KEPT_LINES = 2


@dataclass(frozen=True, slots=True)
class Box:
    """Where lines go on a page; ``top`` and ``bottom`` count from the page's lower edge."""

    x: float
    top: float
    width: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and where its column's left edge and its baseline are."""

    line: Line
    x: float
    y: float


@dataclass(slots=True)
class Page:
    """What stands on one page: the running lines, then the furniture, then frames and rules."""

    placed: list[Placed] = field(default_factory=list)
    furniture: list[Placed] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)


def place(lines: Sequence[Line], box: Box) -> list[Placed]:
    """Place lines downwards from the top of a box that is known to hold them."""
    y = box.top
    placed: list[Placed] = []
    for line in lines:
        y -= line.height + (line.space if placed else 0)
        placed.append(Placed(line, box.x, y))
    return placed


def paginate(lines: Sequence[Line], box_on: Callable[[int], Box]) -> Iterator[Page]:
    """Fill page after page; ``box_on`` gives the box of the page with that index."""
    at, index = 0, 0
    while at < len(lines) or index == 0:
        page, at = _fill(lines, at, box_on(index))
        index += 1
        yield page


def _fill(lines: Sequence[Line], at: int, box: Box) -> tuple[Page, int]:
    page, y, notes, first = Page(), box.top, list[Line](), at
    while at < len(lines):
        line = lines[at]
        needed = _reach(lines, at, page) + sum(note.height for note in (*notes, *line.footnotes))
        if at > first and y - needed < box.bottom:
            break
        y -= line.height + (line.space if page.placed else 0)
        page.placed.append(Placed(line, box.x, y))
        notes += line.footnotes
        at += 1
    foot = box.bottom + sum(note.height for note in notes)
    page.placed += place(notes, Box(box.x, foot, box.width, box.bottom))
    return page, at


def _reach(lines: Sequence[Line], at: int, page: Page) -> float:
    """Measure what has to fit with a line: itself, or a heading and the lines it must not leave."""
    end = at
    while end < len(lines) and lines[end].keep:
        end += 1
    last = end + _KEPT_LINES if end > at else at + 1
    return sum(line.height + line.space for line in lines[at:last])


def draw(canvas: Canvas, page: Page) -> None:
    """Draw a page; rows of tables cell by cell, furniture last."""
    for frame in page.frames:
        canvas.setLineWidth(0.5)
        canvas.rect(frame.x, frame.bottom, frame.width, frame.top - frame.bottom)
    for row, group in groupby(page.placed, key=lambda placed: placed.line.row):
        placed = list(group)
        if row is None:
            _draw_lines(canvas, placed)
        else:
            _draw_row(canvas, placed)
    _draw_lines(canvas, page.furniture)
    canvas.showPage()


def _draw_lines(canvas: Canvas, placed: Sequence[Placed]) -> None:
    for at in placed:
        _draw_rule(canvas, at)
        for piece in at.line.pieces:
            _draw_piece(canvas, piece, at.x, at.y)


def _draw_row(canvas: Canvas, placed: Sequence[Placed]) -> None:
    for at in placed:
        _draw_rule(canvas, at)
    lefts = dict.fromkeys(piece.x for at in placed for piece in at.line.pieces)
    for left in sorted(lefts):
        for at in placed:
            for piece in (piece for piece in at.line.pieces if piece.x == left):
                _draw_piece(canvas, piece, at.x, at.y)


def _draw_rule(canvas: Canvas, at: Placed) -> None:
    if at.line.rule:
        canvas.setLineWidth(0.3)
        height = at.y + at.line.height
        canvas.line(at.x, height, at.x + at.line.rule, height)


def _draw_piece(canvas: Canvas, piece: Piece, left: float, y: float) -> None:
    """Draw a piece, one string for each stretch of one face."""
    par, style = piece.par, piece.par.style
    x = left + piece.x
    faces = [*par.faces[piece.line.start : piece.line.end]]
    faces += [faces[-1]] * piece.line.hyphen if faces else []
    for face, stretch in groupby(zip(faces, piece.text, strict=True), key=lambda pair: pair[0]):
        text = "".join(char for _, char in stretch)
        raised = face == RAISED
        size = style.size * (RAISED_SIZE if raised else 1.0)
        canvas.setFont(face_name(style.family, face), size)
        canvas.drawString(x, y + (style.size * 0.35 if raised else 0), text)
        x += canvas.stringWidth(text, face_name(style.family, face), size)
