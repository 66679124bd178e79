"""Rådmandsmøder as the meeting system prints them: cover, contents, agenda pages, referat, notes."""

from dataclasses import replace

from corpus.layouts.sheet import Context, Sheet, look, one_box, plain, set_blocks
from corpus.press.lines import Line, text_lines
from corpus.press.pages import Box
from corpus.press.paragraphs import paragraph
from corpus.source import Block, Section

_BOX = one_box(Box(60, 775, 475, 80))
_LOOK = look("Helvetica", 11)


def cover(section: Section, context: Context) -> Sheet:
    """Set the cover: body, date and time, place, and what the secretary noted."""
    return Sheet(section, set_blocks(_cover_blocks(section, context), _LOOK, 475), _BOX, plain)


def _cover_blocks(section: Section, context: Context) -> tuple[Block, ...]:
    meeting = context.meeting
    year, month, day = meeting["dato"].split("-")
    return (
        Block("heading", meeting["serie"], level=1),
        Block("text", f"**{day}-{month}-{year} {meeting['tid']}**"),
        Block("text", meeting["sted"]),
        *section.blocks,
    )


def cover_with_contents(section: Section, context: Context) -> Sheet:
    """Set the cover of 2022, where the contents list each punkt and its beslutning by category."""
    lines = set_blocks(_cover_blocks(section, context), _LOOK, 475)
    lines += set_blocks([Block("heading", "Indhold", level=2)], _LOOK, 475)
    for heading, title in _headings_2022(context):
        if heading.level == 1:
            lines += set_blocks([Block("heading", heading.text, level=3)], _LOOK, 475)
        else:
            lines += _contents_line(title, context.own_page_of(heading), section.values.get("prik", "."))
    return Sheet(section, lines, _BOX, plain)


def _contents_line(title: str, page: int, dot: str) -> list[Line]:
    style = replace(_LOOK.text, size=9, leading=12, before=2, indent=12)
    dots = dot * 5 if dot == "." else dot
    return text_lines(paragraph(f"{title}{dots}   {page}", style), 475)


def _headings_2022(context: Context) -> list[tuple[Block, str]]:
    """List the headings of a 2022 referat with the titles they are printed under."""
    headings, title = [], ""
    for section in context.sections:
        for block in section.blocks if section.kind == "referat-2022" else ():
            if block.kind == "heading":
                title = block.text if block.level == 2 else title
                headings.append((block, f"Beslutning for {title}" if block.level == 3 else title))
    return headings


def referat_2022(section: Section, context: Context) -> Sheet:
    """Set the punkter of 2022: the agenda's words, then the beslutning under a heading of its own."""
    titles = {id(block): title for block, title in _headings_2022(context)}
    lines: list[Line] = []
    for block in section.blocks:
        if block.kind == "heading" and block.level > 1:
            style = _LOOK.heading(block.level)
            lines += text_lines(paragraph(titles[id(block)], style, block), 475)
        elif block.kind != "heading":
            lines += set_blocks([block], _LOOK, 475)
    return Sheet(section, lines, _BOX, plain)


def agenda_page(section: Section, _context: Context) -> Sheet:
    """Set the pages that open a punkt of the agenda, before its bilag."""
    return Sheet(section, set_blocks(section.blocks, _LOOK, 475), _BOX, plain)


def referat(section: Section, _context: Context) -> Sheet:
    """Set the referat at the end of a file of 2023 and later."""
    blocks = (Block("heading", "Referat", level=1), *section.blocks)
    return Sheet(section, set_blocks(blocks, _LOOK, 475), _BOX, plain)


def overview(section: Section, _context: Context) -> Sheet:
    """Set the empty page of notes or comments that the system adds."""
    blocks = (Block("heading", f"Overblik: {section.name}", level=1), *section.blocks)
    return Sheet(section, set_blocks(blocks, _LOOK, 475), _BOX, plain)
