"""Bilag: notes with a letterhead column, another body's dagsorden, schemes and follow-up lists."""

from corpus.layouts.furniture import add_letterhead, add_stamp
from corpus.layouts.sheet import Context, Sheet, label, look, one_box, set_blocks
from corpus.press.pages import Box, Page
from corpus.press.paragraphs import Style
from corpus.source import Block, Section

_LOOK = look("Vera", 9.5, hyphenate=True)
_WIDE = look("Vera", 9, hyphenate=True)
_HEAD = Style("Vera", 7, 9.5)
_COLUMN = Box(60, 750, 300, 90)
_LETTERHEAD = Box(425, 752, 125, 90)


def note(section: Section, _context: Context) -> Sheet:
    """Set a bilag whose first page bears the letterhead in a column of its own."""
    blocks = (Block("heading", section.values["titel"], level=2), *section.blocks)
    return _beside_letterhead(section, blocks)


def committee_agenda(section: Section, _context: Context) -> Sheet:
    """Set another body's dagsorden: when and where, the items in short, then each in full."""
    values = section.values
    short = [block.text for block in section.blocks if block.kind == "heading"]
    opening = (
        Block("text", "Em-\nne:" if values.get("emne") == "delt" else "Emne:"),
        Block("text", f"**{values['organ']}**"),
        Block(
            "text",
            f"Mødedato: {values['mødedato']}\nMødetid: {values['mødetid']}\nMødested: {values['mødested']}",
        ),
        Block("text", "**Dagsorden kort:**"),
        Block("text", "\n".join(short)),
    )
    return _beside_letterhead(section, (*opening, *section.blocks))


def _beside_letterhead(section: Section, blocks: tuple[Block, ...]) -> Sheet:
    values = section.values

    def dress(page: Page, index: int, count: int) -> None:
        running = values.get("løbende", "") if index or values.get("sider") else ""
        number = f"Side {index + 1} af {count}" if values.get("sider") else ""
        if running or number:
            page.furniture += label(f"{running}\n{number}".strip(), _HEAD, Box(425, 800, 125, 0))
        if index == 0:
            add_letterhead(page, section, _LETTERHEAD)
        add_stamp(page, section, index)

    return Sheet(section, set_blocks(blocks, _LOOK, _COLUMN.width), one_box(_COLUMN), dress)


def scheme(section: Section, _context: Context) -> Sheet:
    """Set a bilag over the page's whole width, as follow-up lists are."""
    blocks = (Block("heading", section.values["titel"], level=2), *section.blocks)

    def dress(page: Page, index: int, _count: int) -> None:
        if section.values.get("sider"):
            page.furniture += label(str(index + 1), _HEAD, Box(535, 45, 30, 0))
        add_stamp(page, section, index)

    return Sheet(section, set_blocks(blocks, _WIDE, 475), one_box(Box(60, 790, 475, 85)), dress)
