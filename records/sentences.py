"""Danish text cut into sentences."""

import re
from collections.abc import Iterator

from records.danish_dates import MONTH

# A mark, a closing quotation mark perhaps, a blank, and a beginning: "… blev godkendt. Rådmanden bad …".
_END = re.compile(r"(?<=[.!?])[”\"»]?\s+(?=[A-ZÆØÅÉ0-9§”»\"“„«(–•-])|\s+(?=•)|(?<=[….]\))\s+(?=[A-ZÆØÅÉ])")
# What a full stop does not end a sentence after: "jf. Bilag 2", "pkt. 3", a number that it begins with.
_ABBREVIATIONS = (
    "bl.a", "ca", "dvs", "ekskl", "evt", "f.eks", "fx", "hhv", "ifm", "ift", "inkl", "jf", "kap", "kl",
    "m.fl", "max", "mht", "mia", "min", "mio", "nr", "pba", "pga", "pkt", "pr", "pt", "sml", "stk", "str",
    "tlf", "vedr", "vær",
)  # fmt: skip
_GOES_ON = re.compile(
    r"(?:\b(?:" + "|".join(map(re.escape, _ABBREVIATIONS)) + r"|[a-zæøå])\.|^\W*\d{1,2}[.)])$", re.IGNORECASE
)
# "… kr. 2.100", "pct. 3": before the number that it counts.
_BEFORE_NUMBER = re.compile(r"\b(?:kr|pct)\.$", re.IGNORECASE)
# "… den 1. 2. 2031", "den 4. Maj": after a number a sentence begins with a letter, and with no month.
_AFTER_NUMBER = re.compile(r"\d\.$")
_BEGINS = re.compile(rf"•|(?!{MONTH}\b)[^\W\d_]", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order; of one without double blanks, joined they give it."""
    return [text[first:last] for first, last in sentence_spans(text)]


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where each sentence between two places of the text begins and ends, blanks left out."""
    first, end = start, len(text) if end is None else end
    for mark in _END.finditer(text, start, end):
        if _ends(text, first, mark):
            yield from _trimmed(text, first, mark.end())
            first = mark.end()
    yield from _trimmed(text, first, end)


def _ends(text: str, first: int, mark: re.Match[str]) -> bool:
    before = text[first : mark.start()]
    if _AFTER_NUMBER.search(before) and not _BEGINS.match(text, mark.end()):
        return False
    if _BEFORE_NUMBER.search(before) and text[mark.end() : mark.end() + 1].isdigit():
        return False
    return not _GOES_ON.search(before)


def _trimmed(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    said = text[first:last]
    if said.strip():
        yield first + len(said) - len(said.lstrip()), first + len(said.rstrip())
