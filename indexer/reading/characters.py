"""Characters that broken fonts and odd encodings leave behind, mended."""

import re
import unicodedata

from records.personal_numbers import masked

BULLET = "•"
_BULLETS = dict.fromkeys(
    map(ord, "\uf0b7\uf0a7\uf0d8\uf0fc\u25cf\u25aa\u25a0\u27a2\u2023\u2043\u25e6\u25cb"), BULLET
)
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "ft",
    0xFB06: "st",
}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"), " ")
_NOTHING: dict[int, None] = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff\x00\x07\x08"), None)
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_TABLE: dict[int, str | None] = {**_BULLETS, **_LIGATURES, **_SPACES, **_NOTHING, **_HYPHENS}
# The codes that WinAnsi leaves free stand for a bullet (ISO 32000-1, annex D.2, note 3).
_BULLET_GLYPH = re.compile(r"\(cid:(?:127|129|141|143|144|157)\)")
_UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")
# The bytes that follow the first in UTF-8, read as Latin-1 and as Windows-1252.
_FOLLOWING = "\x80-\xbf" + re.escape(bytes(range(0x80, 0xA0)).decode("cp1252", errors="ignore"))
# "Ã¦", "Â§", "â€“" are Danish in UTF-8, read so; and "Ãƒ¦", "ÃËœ" where it happened twice.
_MISREAD_MARKS = "ÂÃâ"
_MISREAD = re.compile(f"[ÂÃÅÆË][{_FOLLOWING}]|â[{_FOLLOWING}]{{2}}")
# Text can be misread once more, on its way through a second tool.
_MOST_MISREADINGS = 3


def mended(text: str) -> str:
    """Return the text with one kind of line end, bullet, space and hyphen, and no invisible characters.

    Personal numbers are left out of what is read, so that nothing that is made of it can show one.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    # Before the soft hyphen goes that may stand in one, and after all others are alike.
    text = masked(_reread(text))
    text = _BULLET_GLYPH.sub(BULLET, text)
    text = _UNKNOWN_GLYPH.sub("", unicodedata.normalize("NFC", text.translate(_TABLE)))
    return masked(text)


def _reread(text: str) -> str:
    """Return the text with what was UTF-8, and was read as something else, read as UTF-8."""
    for _ in range(_MOST_MISREADINGS):
        if not any(mark in text for mark in _MISREAD_MARKS):
            return text
        text = _MISREAD.sub(_as_utf8, text)
    return text


def _as_utf8(misread: re.Match[str]) -> str:
    """Return what the bytes are in UTF-8, if that is a character of Western Europe."""
    written = b"".join(_byte(char) for char in misread.group())
    try:
        read = written.decode("utf-8")
        return read if _byte(read) else misread.group()
    except UnicodeError:
        return misread.group()


def _byte(char: str) -> bytes:
    """Return the byte that was read as a character."""
    return char.encode("latin-1") if char <= "\xff" else char.encode("cp1252")
