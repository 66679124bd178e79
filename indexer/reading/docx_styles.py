"""What a Word file's styles and properties say of a paragraph: heading, list item, bold, new page."""

import re

from docx.document import Document
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from lxml import etree

# The built-in names are English in every language's Word: "Heading 2".
_HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)
_TITLE = "title"
# "List Paragraph", "List 2" and "List Continue" are set in from the margin and bear no mark of their own.
_LIST = "list bullet"
_OFF = frozenset({"0", "false", "none"})
# A style is based on another one at most so often; beyond is a circle.
_MOST_BASES = 12
_MOST_COLUMNS = 64


class Styles:
    """The styles of one file."""

    def __init__(self, document: Document) -> None:
        styles = [style for style in document.styles if isinstance(style, ParagraphStyle)]
        self._lineage = {style.style_id: _lineage(style) for style in styles}

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """Return a heading's level, from 1, None for what is no heading."""
        outline = _property(paragraph, "w:outlineLvl")
        if outline is not None and outline.isdigit() and int(outline) < 9:
            return int(outline) + 1
        for name in self._names(paragraph):
            match = _HEADING.match(name)
            if match:
                return int(match[1])
            if name.lower() == _TITLE:
                return 1
        return None

    def is_item(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph is a list's item by the name of its style."""
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            return False
        return any(name.lower().startswith(_LIST) for name in self._names(paragraph))

    def is_bold(self, paragraph: etree._Element) -> bool:
        """Tell whether all of a paragraph's text is bold."""
        runs = [run for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
        return bool(runs) and all(_is_on(run.find(f"{qn('w:rPr')}/{qn('w:b')}")) for run in runs)

    def breaks_before(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph asks for a new page."""
        return _is_on(paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}"))

    def ends_page(self, paragraph: etree._Element) -> bool:
        """Tell whether a section that fills its page ends with a paragraph."""
        section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if section is None:
            return False
        kind = section.find(qn("w:type"))
        return kind is None or kind.get(qn("w:val")) not in ("continuous", "nextColumn")

    def span(self, cell: etree._Element) -> int:
        """Return over how many columns a cell stretches."""
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        said = "1" if span is None else span.get(qn("w:val"), "1")
        return min(int(said), _MOST_COLUMNS) if said.isdigit() else 1

    def _names(self, paragraph: etree._Element) -> tuple[str, ...]:
        return self._lineage.get(_property(paragraph, "w:pStyle") or "", ())


def _lineage(style: ParagraphStyle) -> tuple[str, ...]:
    """Return a style's name and those of the styles that it is based on."""
    names: list[str] = []
    base = style
    while isinstance(base, ParagraphStyle) and len(names) < _MOST_BASES:
        names.append(base.name or "")
        base = base.base_style
    return tuple(names)


def _property(paragraph: etree._Element, name: str) -> str | None:
    found = paragraph.find(f"{qn('w:pPr')}/{qn(name)}")
    return None if found is None else found.get(qn("w:val"))


def _is_on(found: etree._Element | None) -> bool:
    return found is not None and found.get(qn("w:val")) not in _OFF
