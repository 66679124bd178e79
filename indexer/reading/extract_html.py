"""HTML files as lines on one page: headings, paragraphs, list items, tables as rows; nothing is fetched."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from indexer.reading.line import Page
from indexer.reading.written_pages import PageWriter
from records.errors import UnreadableFile

# The tree takes ten times its text; a long report without its pictures is under 2 MiB.
_MOST_MB = 48
_MEBIBYTE = 1 << 20
# lxml stops at this depth and says so; what is left out unseen would be text that nobody finds.
_TOO_DEEP = "Excessive depth"
# '<?xml version="1.0"?> <!-- saved from … --> <!DOCTYPE html>', each but the last where there is one
_MARK = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SUFFIXES = frozenset({".html", ".htm"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset", re.I)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "svg", "iframe", "object", "select"})
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_BULLET = "• "


def is_html(head: bytes, file_name: str) -> bool:
    """Tell by a file's first bytes, or by its name, whether it is HTML."""
    for mark in _BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    plain = head.replace(b"\0", b"")
    return bool(_MARK.match(plain)) or (Path(file_name).suffix.lower() in _SUFFIXES and b"<" in plain)


def extract_html(path: Path) -> tuple[Page, ...]:
    """Return what stands in an HTML file, as one page.

    :raises UnreadableFile: if the file holds no text, is too large, or is nested too deep to be read whole.
    """
    if path.stat().st_size > _MOST_MB * _MEBIBYTE:
        raise UnreadableFile("for_stor", f"Filen er over {_MOST_MB} MiB. Gem den som PDF.")
    content = path.read_bytes()
    parser = html.HTMLParser(
        encoding=_encoding(content), no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile("tom", "Filen har ingen tekst. Gem den igen fra kilden.") from error
    if root is None:
        raise UnreadableFile("tom", "Filen har ingen tekst. Gem den igen fra kilden.")
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise UnreadableFile("beskadiget", "Filen er bygget for dybt til at læses. Gem den som PDF.")
    return _Walk().pages(root)


def _encoding(content: bytes) -> str | None:
    """Return the encoding of a page that does not tell it; None leaves it to what the page says."""
    if _CHARSET.search(content[:4096]) or content.startswith(_BYTE_ORDER_MARKS[1:]):
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


class _Walk:
    """One walk through a page; inline text gathers until a block begins or ends."""

    def __init__(self) -> None:
        self._writer = PageWriter()
        self._text: list[str] = []
        self._bold: list[bool] = []
        self._level: int | None = None
        self._bullet = ""

    def pages(self, root: etree._Element) -> tuple[Page, ...]:
        """Return the one page."""
        self._inside(root, bold=False)
        self._flush()
        return self._writer.pages()

    def _inside(self, element: etree._Element, bold: bool) -> None:
        self._say(element.text, bold)
        for child in element:
            self._element(child, bold)
            self._say(child.tail, bold)

    def _element(self, element: etree._Element, bold: bool) -> None:
        tag = str(element.tag).lower()
        if tag in _UNSEEN:
            return
        if tag == "br":
            self._text.append("\n")
        elif tag in _INLINE:
            self._inside(element, bold or tag in ("b", "strong"))
        elif tag == "tr" and _is_row(element):
            self._flush()
            self._writer.row([_cell_text(cell) for cell in _cells(element)])
        else:
            self._block(element, tag, bold)

    def _block(self, element: etree._Element, tag: str, bold: bool) -> None:
        self._flush()
        self._level = _HEADINGS.get(tag, self._level)
        self._bullet = _BULLET if tag == "li" else self._bullet
        self._inside(element, bold)
        self._flush()
        if tag in _HEADINGS:
            self._level = None
        self._bullet = ""

    def _say(self, text: str | None, bold: bool) -> None:
        if text and (text.strip() or self._text):
            self._text.append(re.sub(r"\s+", " ", text))
            if text.strip():
                self._bold.append(bold)

    def _flush(self) -> None:
        text = "".join(self._text)
        if text.strip():
            if self._level is None:
                self._writer.paragraph(self._bullet + text.strip(), all(self._bold))
            else:
                self._writer.heading(text, self._level)
            self._bullet = ""
        self._text, self._bold = [], []


def _is_row(row: etree._Element) -> bool:
    """Tell whether a row holds data rather than the page's layout."""
    return len(list(_cells(row))) > 1 and next(row.iter("table"), None) is None


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _cell_text(cell: etree._Element) -> str:
    return " ".join(text for text in cell.itertext() if text.strip())
