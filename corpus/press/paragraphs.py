"""Paragraphs broken into lines, with Danish hyphenation where the style asks for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

import pyphen

from corpus.press.fonts import BOLD, ITALIC, RAISED, REGULAR, Family, char_width

_MARKUP = re.compile(r"\*\*|__|\^(?=\d)")
# Fewer letters than this on either side of a hyphen looks wrong in Danish print.
_LEFT, _RIGHT = 2, 3


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; lengths in points."""

    family: Family
    size: float
    leading: float
    face: int = REGULAR
    before: float = 0
    indent: float = 0
    hyphenate: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A text with a face per character, ready to be broken into lines.

    ``origin`` is what the text was set from, so that its pages can be found.
    """

    text: str
    faces: tuple[int, ...]
    style: Style
    reach: tuple[float, ...] = field(repr=False)
    origin: object = None

    def width(self, start: int, end: int) -> float:
        """Measure the characters from ``start`` to ``end``."""
        return self.reach[end] - self.reach[start]


@dataclass(frozen=True, slots=True)
class Break:
    """One line of a paragraph: its characters, and whether a hyphen was put at its end."""

    start: int
    end: int
    hyphen: bool = False


def paragraph(source: str, style: Style, origin: object = None) -> Paragraph:
    """Read the markup of ``source`` and measure it."""
    text, faces = _marked(source, style.face)
    widths = (char_width(c, style.family, f, style.size) for c, f in zip(text, faces, strict=True))
    return Paragraph(text, faces, style, tuple(accumulate(widths, initial=0.0)), origin)


def _marked(source: str, base: int) -> tuple[str, tuple[int, ...]]:
    """Take ``**bold**``, ``__italic__`` and ``^1`` out of the text and into the faces."""
    text, faces, face, raised, at = "", [], base, False, 0
    while at < len(source):
        if mark := _MARKUP.match(source, at):
            at = mark.end()
            raised = mark[0] == "^"
            if not raised:
                face = {"**": BOLD, "__": ITALIC}[mark[0]] if face == base else base
            continue
        text += source[at]
        faces.append(RAISED if raised else face)
        raised, at = False, at + 1
    return text, tuple(faces)


def break_lines(par: Paragraph, width: float) -> Iterator[Break]:
    """Fill lines greedily, hyphenating the word that runs over."""
    start = 0
    for word in re.finditer(r"\S+|\n", par.text):
        if word[0] == "\n":
            yield Break(start, word.start())
            start = word.end()
        elif par.width(start, word.end()) > width:
            for line in _overrun(par, width, start, word.start(), word.end()):
                yield line
                start = line.end
            start += len(par.text[start:]) - len(par.text[start:].lstrip(" "))
    if start < len(par.text):
        yield Break(start, len(par.text))


def _overrun(par: Paragraph, width: float, start: int, word: int, end: int) -> Iterator[Break]:
    """Break at the last place that fits in a word that runs over the line, or before it."""
    while par.width(start, end) > width:
        hyphen = char_width("-", par.style.family, par.style.face, par.style.size)
        for cut, inserted in _cuts(par.text[word:end], par.style.hyphenate):
            if start < word + cut and par.width(start, word + cut) + hyphen * inserted <= width:
                yield Break(start, word + cut, inserted)
                start = word = word + cut
                break
        else:
            if start >= word:
                return
            yield Break(start, len(par.text[:word].rstrip(" ")))
            start = word


def _cuts(word: str, hyphenate: bool) -> list[tuple[int, bool]]:
    """List where a word may be broken, last first, and whether a hyphen has to be put there."""
    own = [(m.end(), False) for m in re.finditer(r"(?<=[^\W\d])[-/](?=[^\W\d])", word)]
    soft = [(position, True) for position in _hyphenation(word)] if hyphenate else []
    return sorted(own + soft, reverse=True)


@lru_cache(maxsize=20_000)
def _hyphenation(word: str) -> tuple[int, ...]:
    """Find the places for a hyphen in a word, its punctuation and compound parts apart."""
    danish = pyphen.Pyphen(lang="da_DK", left=_LEFT, right=_RIGHT)
    places: list[int] = []
    for part in re.finditer(r"[^\W\d_]{5,}", word):
        positions = [int(position) for position in danish.positions(part[0])]
        # The patterns are least sure where they leave a lone letter between two hyphens.
        sure = [p for p in positions if p - 1 not in positions and p + 1 not in positions]
        places += [part.start() + position for position in sure]
    return () if "@" in word or "." in word[:-1] else tuple(places)
