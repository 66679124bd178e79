"""What pages wear: stamps at the foot, the letterhead column, page numbers."""

from textwrap import wrap

from corpus.layouts.sheet import label
from corpus.press.fonts import BOLD
from corpus.press.pages import PAGE_WIDTH, Box, Page
from corpus.press.paragraphs import Style
from corpus.source import Section

MUNICIPALITY = "Tranvig Kommune"
DEPARTMENT = "Social, Arbejde og Familie"
ADDRESS = "Toldboden, Kajgaden 12\n5999 Tranvig"
_SMALL = Style("Vera", 7, 9.5, hyphenate=True)
_SMALL_BOLD = Style("Vera", 7, 9.5, BOLD, hyphenate=True)
_STAMP = Style("Helvetica", 9, 10.5)
# The meeting system breaks its stamps at about this many characters.
_STAMP_CHARS = 33


def add_stamp(page: Page, section: Section, index: int) -> None:
    """Stamp a bilag's page with its punkt, number and file; ``klip=2:1`` leaves page 2 one line of it."""
    if kept := stamp_kept(section, index):
        page.furniture += label("\n".join(kept), _STAMP, Box(60, 66, 300, 0))


def stamp_lines(section: Section) -> list[str]:
    """Break a bilag's stamp into its lines; none where it is not stamped."""
    if section.values.get("stempel") == "nej" or "." not in section.name:
        return []
    punkt, bilag = section.name.split(".")
    stamp = f"Punkt {punkt}, Bilag {bilag}: {section.values['fil']}"
    return wrap(stamp, _STAMP_CHARS, break_long_words=False)


def stamp_kept(section: Section, index: int) -> list[str]:
    """Give the lines of the stamp that a page of the bilag shows."""
    lines = stamp_lines(section)
    cuts = dict(cut.split(":") for cut in section.values.get("klip", "").split(",") if cut)
    return lines[: int(cuts.get(str(index + 1), len(lines)))]


def letterhead(section: Section) -> str:
    """Write the letterhead column of a bilag from its values."""
    values = section.values
    parts = [f"{values.get('stab', 'Faglig Stab')}\n{MUNICIPALITY}", f"{values['kontor']}\n{ADDRESS}"]
    if "telefon" in values:
        parts.append(f"Telefon: 55 00 20 00\nDirekte telefon: {values['telefon']}")
    if "mail" in values:
        parts.append(f"Direkte e-mail:\n{values['mail']}")
    case = f"Sag: {values['sag']}\n" if "sag" in values else ""
    return "\n\n".join([*parts, f"{case}Sagsbehandler:\n{values['sagsbehandler']}"])


def add_letterhead(page: Page, section: Section, box: Box) -> None:
    """Put the letterhead column beside the text of a first page."""
    head = label(DEPARTMENT.upper(), _SMALL_BOLD, box)
    page.furniture += head
    below = Box(box.x, head[-1].y, box.width, box.bottom)
    page.furniture += label(letterhead(section), _SMALL, below)


def add_page_number(page: Page, text: str) -> None:
    """Put a page number in the middle of the foot."""
    page.furniture += label(text, _STAMP, Box(PAGE_WIDTH / 2 - 15, 40, 100, 0))
