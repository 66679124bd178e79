"""Older committee minutes: numbered items with case and document numbers, set in a book face."""

from corpus.layouts.furniture import MUNICIPALITY
from corpus.layouts.sheet import Context, Dress, Sheet, label, look, one_box, set_blocks
from corpus.press.pages import Box, Page
from corpus.press.paragraphs import Style
from corpus.source import Block, Section

_LOOK = look("Times", 11.5)
_HEAD = Style("Times", 9, 11)
_BOX = one_box(Box(70, 765, 440, 90))


def title_page(section: Section, context: Context) -> Sheet:
    """Set the title page with its list of items."""
    items = [
        f"{item.name}. {item.values['titel']}" for item in context.sections if item.kind == "ældre-punkt"
    ]
    opening = (
        Block("heading", context.meeting["organ"], level=1),
        Block("heading", "Referat", level=1),
        *section.blocks,
        Block("heading", "Indholdsfortegnelse", level=2),
        *(Block("text", item) for item in items),
    )
    return Sheet(section, set_blocks(opening, _LOOK, 440), _BOX, _dress(context))


def punkt(section: Section, context: Context) -> Sheet:
    """Set an item: number and title, Sagsnr. and Dok.nr., then its parts."""
    values = section.values
    opening = [Block("heading", f"{section.name}. {values['titel']}", level=2)]
    if "sag" in values:
        opening.append(Block("text", f"Sagsnr.: {values['sag']}\nDok.nr.: {values['dok']}"))
    return Sheet(section, set_blocks((*opening, *section.blocks), _LOOK, 440), _BOX, _dress(context))


def _dress(context: Context) -> Dress:
    def dress(page: Page, _index: int, _count: int) -> None:
        date = ".".join(reversed(context.meeting["dato"].split("-")))
        text = f"{MUNICIPALITY} – {context.meeting['organ']} – {date}"
        page.furniture += label(text, _HEAD, Box(70, 805, 440, 0))

    return dress
