"""The text of a file that does not say how its letters are encoded."""

import codecs
import re

from records.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4096
# Every other byte of Danish in UTF-16 is 0, bar quotation marks and dashes; of the ones between none is.
_MOST_ZERO, _HARDLY_ZERO = 0.7, 0.02
# Windows, old Macs, and DOS with Danish letters; the first leads where nothing tells them apart.
_ONE_BYTE = ("cp1252", "mac_roman", "cp865")
_DANISH = re.compile(
    r"(?<=[A-Za-zæøåÆØÅ ])[æøåé]|[ÆØÅ](?=[A-Za-zæøåÆØÅ ])|(?<!\w)[æøåÆØÅ](?=[a-zæøå])|§(?= ?\d)"
)
_PUNCTUATION = frozenset("–—’‘“”„»«•…·½´\xa0€°éüöäÉ×±²³")
_MANY_BYTES = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+|\xc2[\x80-\xbf]")
_ESCAPED = re.compile("[\udc80-\udcff]")


def decoded(content: bytes) -> str:
    """Return the text of some bytes, its encoding told by what makes Danish of it.

    :raises UnreadableFile: if it is no text.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    if b"\0" in content[:_LOOKED_AT]:
        return content.decode(_wide_encoding(content[:_LOOKED_AT]), errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(content)


def _wide_encoding(head: bytes) -> str:
    """Return which half of each letter comes first in UTF-16.

    :raises UnreadableFile: if it is none.
    """
    even, odd = head[::2], head[1::2]
    zero_first, zero_last = even.count(0) / len(even), odd.count(0) / max(1, len(odd))
    if zero_last >= _MOST_ZERO and zero_first <= _HARDLY_ZERO:
        return "utf-16-le"
    if zero_first >= _MOST_ZERO and zero_last <= _HARDLY_ZERO:
        return "utf-16-be"
    raise UnreadableFile("ukendt_type", "Filen er hverken PDF, Word, HTML eller tekst. Gem den som PDF.")


def _not_quite_utf8(content: bytes) -> str:
    """Return UTF-8 in which some bytes are off, or what the likeliest encoding of one byte makes of it."""
    text = content.decode("utf-8", errors="surrogateescape")
    if len(_ESCAPED.findall(text)) < len(_MANY_BYTES.findall(content)):
        return _ESCAPED.sub(lambda off: bytes([ord(off.group()) - 0xDC00]).decode("cp1252", "replace"), text)
    return max((content.decode(name, errors="replace") for name in _ONE_BYTE), key=_likeness)


def _likeness(text: str) -> int:
    """Return how much a text looks like Danish by its letters beyond the English ones."""
    strange = sum(char > "\x7f" and char not in _PUNCTUATION for char in text)
    danish = len(_DANISH.findall(text))
    return 2 * danish - strange - 2 * text.count("\ufffd")
