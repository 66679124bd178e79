"""Marked text, made safe for a page whatever stands in it."""

import re
from html import unescape

from markupsafe import Markup, escape

# Without a marked word the beginning of a passage shows what it is about; two lines.
PLAIN_CHARS = 220

_MARKED = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)


def marked(highlight: str) -> Markup:
    """Return the highlight with its marks as markup and everything else escaped anew.

    :param highlight: HTML-escaped text in which only ``<mark>`` is markup.
    """
    pieces = _MARKED.split(highlight)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(unescape(piece)) if position % 2 else escape(unescape(piece))
        for position, piece in enumerate(pieces)
    )


def snippet(highlights: tuple[str, ...], text: str) -> Markup:
    """Return the marked stretches of a passage, or its beginning where nothing is marked."""
    if highlights:
        return Markup(" … ").join(marked(one) for one in highlights)
    return escape(shortened(text))


def shortened(text: str, max_chars: int = PLAIN_CHARS) -> str:
    """Return the text, cut between two words where it is longer."""
    if len(text) <= max_chars:
        return text
    return text[:max_chars].rsplit(" ", 1)[0] + " …"
