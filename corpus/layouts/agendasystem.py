"""Minutes as the agenda system that most municipalities share prints them."""

from dataclasses import replace

from corpus.layouts.furniture import MUNICIPALITY
from corpus.layouts.sheet import Context, Dress, Sheet, label, look, one_box, set_blocks
from corpus.press.lines import Line, text_lines
from corpus.press.pages import Box, Page
from corpus.press.paragraphs import Style, paragraph
from corpus.source import Block, Section

_LOOK = look("Helvetica", 10)
_BOX = one_box(Box(65, 770, 465, 80))
_HEAD = Style("Helvetica", 8, 10)
_DOTTED = replace(_LOOK.text, before=4)


def title_page(section: Section, context: Context) -> Sheet:
    """Set the title page: body and date, when and where, who was there, dotted contents."""
    meeting = context.meeting
    year, month, day = meeting["dato"].split("-")
    opening = (
        Block("heading", "REFERAT", level=1),
        Block("heading", meeting["organ"], level=1),
        Block("heading", f"d. {day}-{month}-{year}", level=1),
        Block("text", f"**Mødedato** {meeting['mødedato']}"),
        Block("text", f"**Mødested** {meeting['sted']}"),
        *section.blocks,
        Block("heading", "Indholdsfortegnelse", level=2),
    )
    lines = set_blocks(opening, _LOOK, 465)
    for item in context.sections:
        if item.kind == "system-punkt":
            lines += _contents_line(punkt_title(item), context.own_page_of(item))
    return Sheet(section, lines, _BOX, _dress(context))


def punkt_title(section: Section) -> str:
    """Write a punkt's heading, closed ones with the system's mark."""
    closed = "Lukket: " if section.values.get("adgang") == "lukket" else ""
    return f"Punkt {section.name}: {closed}{section.values['titel']}"


def _contents_line(title: str, page: int) -> list[Line]:
    full = paragraph(title, _DOTTED)
    room = 440 - full.width(0, len(title))
    dots = "." * max(3, int(room / paragraph(".", _DOTTED).reach[-1]))
    return text_lines(paragraph(f"{title}{dots}{page}", _DOTTED), 465)


def punkt(section: Section, context: Context) -> Sheet:
    """Set a punkt from a new page: title, case number, its parts and the beslutning."""
    opening = [Block("heading", punkt_title(section), level=2)]
    if "sag" in section.values:
        opening.append(Block("text", section.values["sag"]))
    return Sheet(section, set_blocks((*opening, *section.blocks), _LOOK, 465), _BOX, _dress(context))


def _dress(context: Context) -> Dress:
    def dress(page: Page, _index: int, _count: int) -> None:
        page.furniture += label(f"{MUNICIPALITY}  |  {context.meeting['organ']}", _HEAD, Box(65, 812, 400, 0))

    return dress
