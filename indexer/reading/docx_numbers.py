"""The numbers that Word counts by itself: "1.", "2.1", "b)", as the file's own numbering gives them."""

from collections import defaultdict
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

BULLET = "•"
_LEVELS = 9
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# Beyond this Word's letters repeat and Roman numbers are unreadable; they are then given as figures.
_MOST_LETTERS, _MOST_ROMAN = 26, 39


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is counted; ``form`` is "%1.%2", say."""

    kind: str
    form: str
    start: int


class Numbers:
    """Counts through one file; each numbered paragraph is to be asked for once, in order."""

    def __init__(self, document: Document) -> None:
        root = _numbering(document)
        self._lists = {one.get(qn("w:abstractNumId")): _levels(one) for one in root.iter(qn("w:abstractNum"))}
        self._instances = {one.get(qn("w:numId")): one for one in root.iter(qn("w:num"))}
        self._styles = {one.get(qn("w:styleId")): one for one in document.styles.element.iter(qn("w:style"))}
        self._counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        self._begun: set[str] = set()

    def mark(self, paragraph: etree._Element) -> str | None:
        """Return the number or bullet that stands before a paragraph, None where it is no list's item."""
        number, level = self._place(paragraph)
        instance = self._instances.get(number)
        if number is None or instance is None or not 0 <= level < _LEVELS:
            return None
        list_id = _said(instance, "w:abstractNumId") or ""
        levels = self._lists.get(list_id, {})
        if level not in levels:
            return None
        counts = self._counts[list_id]
        if number not in self._begun:
            self._begun.add(number)
            self._begin(instance, counts)
        current = counts[level]
        counts[level] = levels[level].start if current is None else current + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return _written(levels, counts, level)

    def _begin(self, instance: etree._Element, counts: list[int | None]) -> None:
        """Set the counts that a new list begins elsewhere than the one it is a copy of."""
        for override in instance.iter(qn("w:lvlOverride")):
            start = _said(override, "w:startOverride")
            level = override.get(qn("w:ilvl"), "")
            if start is not None and start.isdigit() and level.isdigit() and int(level) < _LEVELS:
                counts[int(level)] = int(start) - 1

    def _place(self, paragraph: etree._Element) -> tuple[str | None, int]:
        """Return the list and the level that a paragraph names, or its style, or what that is based on."""
        holder: etree._Element | None = paragraph
        number, level, seen = None, None, 0
        while holder is not None and number is None and seen < _LEVELS:
            seen += 1
            properties = holder.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if properties is not None:
                number = _said(properties, "w:numId")
                level = level or _said(properties, "w:ilvl")
            named = _said(holder, "w:basedOn") if holder is not paragraph else _style_of(paragraph)
            holder = self._styles.get(named)
        return (None if number == "0" else number), int(level) if level and level.isdigit() else 0


def _numbering(document: Document) -> etree._Element:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return etree.Element("none")


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in abstract.iter(qn("w:lvl")):
        place, start = level.get(qn("w:ilvl"), ""), _said(level, "w:start") or "1"
        if place.isdigit():
            kind, form = _said(level, "w:numFmt") or "decimal", _said(level, "w:lvlText") or ""
            found[int(place)] = _Level(kind, form, int(start) if start.isdigit() else 1)
    return found


def _written(levels: dict[int, _Level], counts: list[int | None], level: int) -> str:
    if levels[level].kind == "bullet":
        return BULLET
    text = levels[level].form
    for place in range(level + 1):
        shape = levels.get(place)
        count = counts[place]
        if shape:
            text = text.replace(f"%{place + 1}", _figure(shape.start if count is None else count, shape.kind))
    return text.strip()


def _figure(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter") and 1 <= count <= _MOST_LETTERS:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 1 <= count <= _MOST_ROMAN:
        roman = _roman(count)
        return roman.upper() if kind == "upperRoman" else roman
    return "" if kind == "none" else str(count)


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (count // value)
        count %= value
    return written


def _style_of(paragraph: etree._Element) -> str | None:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if found is None else found.get(qn("w:val"))


def _said(element: etree._Element, name: str) -> str | None:
    found = element.find(qn(name))
    return None if found is None else found.get(qn("w:val"))
