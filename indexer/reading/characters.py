"""Characters that broken fonts and odd encodings leave behind, mended."""

import re
import unicodedata

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


def mended(text: str) -> str:
    """Return the text with one kind of line end, bullet, space and hyphen, and no invisible characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = _BULLET_GLYPH.sub(BULLET, text)
    return _UNKNOWN_GLYPH.sub("", unicodedata.normalize("NFC", text.translate(_TABLE)))
