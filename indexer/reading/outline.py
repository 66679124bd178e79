"""A PDF's bookmarks: the headings that whoever made the file named, with the pages they lead to."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice

from pdfminer.pdfdocument import PDFDestinationNotFound, PDFDocument
from pdfminer.pdftypes import PDFObjRef, resolve1

from indexer.reading.characters import mended
from indexer.reading.line import Line
from indexer.reading.malformed import MALFORMED

# pdfminer follows bookmarks by recursion, which Python ends at 1,000; tables of contents are shorter.
_MOST_BOOKMARKS = 500


def bookmarks(document: PDFDocument, page_ids: Sequence[object]) -> dict[int, set[str]]:
    """Return the bookmarks' titles by the number of the page that they lead to.

    :param page_ids: the pages' object ids, in order.
    """
    numbers = {page_id: number for number, page_id in enumerate(page_ids, start=1)}
    found: defaultdict[int, set[str]] = defaultdict(set)
    with suppress(*MALFORMED):  # without bookmarks, or with broken ones, the text is read all the same
        for _, title, destination, action, _ in islice(document.get_outlines(), _MOST_BOOKMARKS):
            number = numbers.get(_page_id(document, destination, action))
            if number:
                found[number].add(_tidy(title))
    return dict(found)


def with_headings(lines: Sequence[Line], titles: Collection[str]) -> tuple[Line, ...]:
    """Return the lines, those that a bookmark names marked as headings."""
    return tuple(replace(line, heading=True) if _tidy(line.text) in titles else line for line in lines)


def _page_id(document: PDFDocument, destination: object, action: object) -> object:
    """Return the object id of the page that a bookmark leads to, None where it leads elsewhere."""
    if destination is None and isinstance(action := resolve1(action), dict):
        destination = action.get("D")
    target = resolve1(destination)
    if isinstance(target, bytes | str):
        try:
            target = resolve1(document.get_dest(target))
        except PDFDestinationNotFound:
            return None
    if isinstance(target, dict):
        target = resolve1(target.get("D"))
    page = target[0] if isinstance(target, list) and target else None
    return page.objid if isinstance(page, PDFObjRef) else None


def _tidy(text: str) -> str:
    return " ".join(mended(text).split()).casefold()
