"""Headings that a tagged PDF names: which marked stretches of its pages stand in H1, H2 and so on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTTextLine
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral

from indexer.reading.malformed import MALFORMED

_HEADINGS = frozenset({"H", *(f"H{level}" for level in range(1, 7))})
# More nodes than a thousand pages have; a hostile file makes circles of them.
_MOST_NODES = 200_000
# Where more than this share of the marked stretches are headings, the tool made them of everything: one of
# the real PDFs tags 204 of its 251 blocks so, and another of 2 pages, like most, none.
_MOST_HEADINGS = 0.25

Marks = Mapping[object, frozenset[int]]


def tagged_headings(document: PDFDocument) -> Marks:
    """Return, by the page's object id, the marks of what stands in headings; none where all is heading."""
    found: defaultdict[object, set[int]] = defaultdict(set)
    stretches = 0
    with suppress(*MALFORMED):  # without a structure, or with a broken one, the text is read all the same
        for page, mark, is_heading in _stretches(document):
            stretches += 1
            if is_heading:
                found[page].add(mark)
    headings = sum(map(len, found.values()))
    return {} if headings > _MOST_HEADINGS * stretches else {page: frozenset(m) for page, m in found.items()}


def _stretches(document: PDFDocument) -> Iterator[tuple[object, int, bool]]:
    """Yield each marked stretch: its page's id, its mark, and whether it stands in a heading."""
    root = resolve1(document.catalog.get("StructTreeRoot"))
    if not isinstance(root, dict):
        return
    roles = resolve1(root.get("RoleMap")) or {}
    waiting: list[tuple[Any, object, bool]] = [(root.get("K"), None, False)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node, page, within = waiting.pop()
        node = resolve1(node)
        if isinstance(node, list):
            waiting += [(child, page, within) for child in node]
        elif isinstance(node, int):
            yield page, node, within
        elif isinstance(node, dict):
            page = node["Pg"].objid if isinstance(node.get("Pg"), PDFObjRef) else page
            within = within or _role(node.get("S"), roles) in _HEADINGS
            waiting.append((node.get("MCID") if "MCID" in node else node.get("K"), page, within))


def _role(name: object, roles: Mapping[str, Any]) -> object:
    """Return the standard role that a structure's own name stands for."""
    said = name.name if isinstance(name, PSLiteral) else name
    mapped = resolve1(roles.get(said)) if isinstance(said, str) else None
    return mapped.name if isinstance(mapped, PSLiteral) else said


class MarkingDevice(PDFPageAggregator):
    """Lays a page out, and tells which of its letters stand in the marked stretches that it is given."""

    def __init__(self, resources: PDFResourceManager, laparams: LAParams, marks: frozenset[int]) -> None:
        super().__init__(resources, laparams=laparams)
        self._wanted = marks
        self._open: list[bool] = []
        self.marked: set[int] = set()

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:
        """Enter a marked stretch."""
        mark = props.get("MCID") if isinstance(props, dict) else None
        self._open.append(isinstance(mark, int) and mark in self._wanted)

    def end_tag(self) -> None:
        """Leave a marked stretch."""
        if self._open:
            self._open.pop()

    def render_char(self, *args: Any, **named: Any) -> float:  # noqa: ANN401 (as pdfminer calls it)
        """Lay a letter out, and note it where its stretch is wanted."""
        advance = super().render_char(*args, **named)
        if any(self._open):
            self.marked.add(id(self.cur_item._objs[-1]))
        return advance


def is_marked(lines: Iterable[LTTextLine], marked: AbstractSet[int]) -> bool:
    """Tell whether every letter of some lines was noted."""
    letters = [
        char for line in lines for char in line if isinstance(char, LTChar) and char.get_text().strip()
    ]
    return bool(letters) and all(id(char) in marked for char in letters)
