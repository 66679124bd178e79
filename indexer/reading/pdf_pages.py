"""The pages of a PDF, each on its own: one that is damaged takes none of the others along."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pdfminer.ascii85 import ascii85decode
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_FLATE_DECODE,
    PDFObjRef,
    PDFStream,
    dict_value,
    list_value,
    resolve1,
)
from pdfminer.psparser import LIT

from indexer.reading.malformed import MALFORMED

_PAGE = LIT("Page")
# Decompressed bytes that are held at once while a stream is looked through.
_STRETCH = 1 << 20


def pdf_pages(document: PDFDocument) -> list[PDFPage | None]:
    """Return the pages in order, None for each that the file names but that cannot be had.

    :raises PDFException: if the file has no tree of pages, and is too damaged to be searched for any.
    """
    found = list(_below(document, document.catalog.get("Pages"), document.catalog, set()))
    return found if any(found) else list(PDFPage.create_pages(document))


def has_damaged_text(page: PDFPage) -> bool:
    """Tell whether some of a page's text cannot be unpacked, which pdfminer passes over in silence."""
    try:
        streams = [stream for stream in map(resolve1, page.contents) if isinstance(stream, PDFStream)]
        return not all(map(_is_whole, streams))
    except MALFORMED:
        return True


def _below(
    document: PDFDocument, node: object, above: Mapping[str, Any], seen: set[int]
) -> Iterator[PDFPage | None]:
    """Yield the pages below a node of the page tree, which hands down what its pages leave out.

    :param seen: the nodes that were met before, of which a hostile file makes circles.
    """
    key = node.objid if isinstance(node, PDFObjRef) else 0
    if key and key in seen:
        return
    seen.add(key)
    children: Sequence[object] = ()
    properties: dict[str, Any] = {}
    try:
        said = dict_value(node)
        properties = {name: above[name] for name in PDFPage.INHERITABLE_ATTRS if name in above} | said
        if "Kids" in said:
            children = list_value(said["Kids"])
        elif properties.get("Type") is _PAGE or "Contents" in said:
            yield PDFPage(document, key, properties, None)
        else:
            yield None
    except MALFORMED:
        yield None
    for child in children:
        yield from _below(document, child, properties, seen)


def _is_whole(stream: PDFStream) -> bool:
    """Tell whether a stream unpacks to its end; what is packed otherwise, or encrypted, is taken to do so.

    :raises ValueError: if it is damaged below its packing.
    """
    if stream.rawdata is None or stream.decipher:
        return True
    packed = stream.rawdata
    for name, _ in stream.get_filters():
        if name in LITERALS_FLATE_DECODE:
            return _unpacks(packed)
        if name not in LITERALS_ASCII85_DECODE:
            return True
        packed = ascii85decode(packed)
    return True


def _unpacks(packed: bytes) -> bool:
    unpacking = zlib.decompressobj()
    try:
        while packed and not unpacking.eof:
            unpacking.decompress(packed, _STRETCH)
            packed = unpacking.unconsumed_tail
    except zlib.error:
        return False
    return unpacking.eof
