"""The indstilling's templates: of 2022 with numbered questions, of 2023 with its side box."""

from dataclasses import replace

from corpus.layouts.furniture import DEPARTMENT, add_stamp
from corpus.layouts.sheet import Context, Sheet, label, look, one_box, set_blocks
from corpus.press.fonts import BOLD
from corpus.press.lines import text_lines
from corpus.press.pages import Box, Page, place
from corpus.press.paragraphs import Style, paragraph
from corpus.source import Block, Section

_LOOK = look("Vera", 9.5, hyphenate=True)
_HEAD = Style("Vera", 7.5, 10)
_SIDE = Box(395, 640, 150, 300)


def indstilling(section: Section, _context: Context) -> Sheet:
    """Set an indstilling; the items before the first heading go into the box beside the first page."""
    values = section.values
    boxed = _proposal(section)
    rest = section.blocks[len(boxed) :]
    opening = [Block("heading", values["titel"], level=2)]
    if "adgang" in values:
        opening.append(Block("text", values["adgang"]))
    opening.append(Block("heading", "INDSTILLING", level=3))
    lines = set_blocks((*opening, *rest, *_signature(section)), _LOOK, 310)

    def dress(page: Page, index: int, count: int) -> None:
        if hoved := values.get("hoved"):
            page.furniture += label(hoved.replace(" // ", "\n"), _HEAD, Box(60, 805, 380, 0))
        if values.get("sidetal") == "ja":
            page.furniture += label(f"side {index + 1} af {count}", _HEAD, Box(480, 805, 80, 0))
        if index == 0:
            _add_box(page, boxed)
        add_stamp(page, section, index)

    return Sheet(section, lines, one_box(Box(60, 760, 310, 90)), dress)


def _proposal(section: Section) -> tuple[Block, ...]:
    """Take the items that are recommended: what stands before the first heading."""
    first = next(i for i, block in enumerate(section.blocks) if block.kind == "heading")
    return section.blocks[:first]


def _add_box(page: Page, boxed: tuple[Block, ...]) -> None:
    style = replace(_LOOK.text, size=8.5, leading=11)
    lines = text_lines(paragraph("Det indstilles,", replace(style, face=BOLD)), _SIDE.width)
    for block in boxed:
        inset = replace(style, before=4, indent=12)
        lines += text_lines(
            paragraph(block.text, inset, block), _SIDE.width, marker=paragraph(block.marker, inset)
        )
    placed = place(lines, _SIDE)
    page.furniture += placed
    page.frames.append(Box(_SIDE.x - 6, _SIDE.top + 4, _SIDE.width + 12, placed[-1].y - 8))


def _signature(section: Section) -> tuple[Block, ...]:
    values = section.values
    parts = (
        values["kontor"],
        values["dateret"],
        *([f"Sag: {values['sag']}"] if "sag" in values else []),
        f"Sagsbehandler: {values['sagsbehandler']}",
        f"Tlf.: {values['telefon']}",
        f"E-post: {values['mail']}",
    )
    return tuple(Block("text", part) for part in parts)


def indstilling_2022(section: Section, _context: Context) -> Sheet:
    """Set the template of 2022: whom it goes to, seven numbered questions, the case officer at the end."""
    values = section.values
    case = f"Sag: {values['sag']}\n" if "sag" in values else ""
    opening = (
        Block("heading", "Indstilling", level=1),
        Block(
            "text",
            f"**Til** Rådmanden for {DEPARTMENT}\n**Fra** {values['kontor']}\n**Dato** {values['dateret']}",
        ),
        Block("heading", values["titel"], level=2),
    )
    closing = (
        Block("text", f"{values['kontor']}\nTlf.: 55 00 20 00\nAntal tegn: {_length(section)}"),
        Block(
            "text",
            f"{case}Sagsbehandler: {values['sagsbehandler']}\n"
            f"Tlf.: {values['telefon']}\nE-post: {values['mail']}",
        ),
    )
    lines = set_blocks((*opening, *section.blocks, *closing), look("Vera", 10), 455)

    def dress(page: Page, index: int, _count: int) -> None:
        add_stamp(page, section, index)

    return Sheet(section, lines, one_box(Box(65, 780, 455, 85)), dress)


def _length(section: Section) -> int:
    return sum(len(block.text) for block in section.blocks)
