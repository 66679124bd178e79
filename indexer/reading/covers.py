"""A meeting's cover in any house's words: which lines name the body, and which the day it met."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.reading.dates import DATE, date_of
from indexer.reading.line import Line

# Municipality, kind, body, day, place, those present and absent: covers with more lines list more people.
_LINES = 24
_KIND_LINES = 6
_KIND_WORDS = (
    r"(?:åbent |lukket |foreløbigt? |endeligt? |udkast til |åben |offentligt? |kort )?"
    r"(?:beslutnings|møde|tillægs|udvalgs|byråds)?(?:referat|dagsorden|protokol|udskrift|beslutninger|indkaldelse)(?:en)?"
)
_KIND = re.compile(rf"^{_KIND_WORDS}\b", re.IGNORECASE)
_DAGSORDEN = re.compile(
    r"^(?:foreløbig |udkast til )?(?:dagsorden|mødeindkaldelse|indkaldelse)\b", re.IGNORECASE
)
# What stands before a body's name: "Referat af ordinært møde i", "Dagsorden til", "Møde nr. 4 i", "Udvalg:"
_BEFORE = re.compile(
    rf"^(?:(?:{_KIND_WORDS})(?: ?[:–-])?(?: (?:fra|af|for|til|over|vedr\.?|vedrørende))? ?)?"
    r"(?:(?:det )?(?:ordinær[et]*|ekstraordinær[et]*|konstituerende|fælles) )?"
    r"(?:møde(?:t)?(?: nr\. ?\d+)? (?:i|for|med) )?"
    r"(?:(?:udvalg|organ|mødeforum|forum|udvalgets navn|møde): ?)?",
    re.IGNORECASE,
)
# What stands behind it: a day, a weekday, a place, "s møde".
_BEHIND = re.compile(
    r"(?:'?s? (?:ordinære |ekstraordinære )?møde(?:t)?\b)?(?: ?[,|·–(-])? ?"
    r"(?:\b(?:den|d\.|(?:man|tirs|ons|tors|fre|lør|søn)dag|kl\.|møde nr)|\d).*$"
    r"|'?s (?:ordinære |ekstraordinære )?møde$",
    re.IGNORECASE,
)
_PLACE = re.compile(r" i [A-ZÆØÅ][\w. -]+$")
_PIECES = re.compile(r" [-–|·] |: |, (?=[A-ZÆØÅ])")
_NOUN = re.compile(
    r"(?:udvalg|råd|kommunalbestyrelse|bestyrelse|magistrat|nævn|direktion|repræsentantskab|repræsentation|forum"
    r"|kommission|komité|komite|gruppe|forsamling|rådmandsmøde|[a-zæøå]{3,}møde)(?:et|en|n|t)?$",
    re.IGNORECASE,
)
_NAMED_FOR = re.compile(
    r"^(?:(?:[A-ZÆØÅ]\w+|Særligt|Stående) )?(?:[a-zæøå]*udvalg|råd|nævn)(?:et)? (?:for|vedrørende) \S",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset({"og", "for", "under", "af", "vedrørende", "samt", "om", "på"})
_MEETING_OF = re.compile(r"(?P<body>udvalg|råd|magistrat|bestyrelse|nævn)(?:e?s)møde(?:t)?$", re.IGNORECASE)
_ENDINGS = {"udvalg": "et", "råd": "et", "nævn": "et", "magistrat": "en", "bestyrelse": "n"}
_MOST_WORDS = 11
# Days that are not the meeting's own.
_OTHER_DAY = re.compile(
    r"\b(?:udsendt|udskrevet|offentliggjort|sendt|frist|næste møde|sidste møde|forrige møde"
    r"|referatet? (?:fra|af) mødet|godkendt|underskrevet|revideret|redigeret|oprettet|født)\b",
    re.IGNORECASE,
)
_SHORT_DAY = re.compile(r"(?<![\d./-])(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{2})(?![\d./-])")


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover tells; ``head`` are those of its lines that name the body and the day."""

    body: str | None
    day: date | None
    day_text: str
    head: frozenset[int]


def is_cover_page(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a page begins with a cover; behind the first it must say what it is, who met, and when."""
    if index and not lines[index].top:
        return False
    block = _block(lines, index)
    cover = read_cover(block)
    says_kind = _says_kind(block)
    if cover.body and cover.day and says_kind:
        return True
    return index == 0 and bool((cover.day and (cover.body or says_kind)) or (cover.body and says_kind))


def is_full_cover(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a cover says what it is, who met, and when, as no document's head does."""
    block = _block(lines, index)
    cover = read_cover(block)
    return bool(cover.body and cover.day) and _says_kind(block)


def _says_kind(block: Sequence[Line]) -> bool:
    return any(_KIND.match(line.text) for line in block[:_KIND_LINES])


def is_own_cover(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a page begins with a cover of the body whose file it is; others' stand in bilag."""
    if not is_cover_page(lines, index):
        return False
    own, body = read_cover(_block(lines, 0)).body, read_cover(_block(lines, index)).body
    return index == 0 or own is None or own == body


def opens_dagsorden(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a page begins with a dagsorden that says whose it is: "Dagsorden" above body and day."""
    block = _block(lines, index)[:_KIND_LINES]
    cover = read_cover(block)
    is_one = any(is_agenda_line(line.text) for line in block)
    return is_one and index > 0 and cover.body is not None


def is_agenda_line(text: str) -> bool:
    """Tell whether a line calls what follows a dagsorden."""
    return bool(_DAGSORDEN.match(text))


def read_cover(block: Sequence[Line]) -> Cover:
    """Return what the lines of a cover tell."""
    block = block[:_LINES]
    named = next(((at, body) for at, line in enumerate(block) if (body := body_in(line.text))), None)
    dated = next(((at, day) for at, line in enumerate(block) if (day := day_in(line.text))), None)
    kinds = [at for at, line in enumerate(block) if re.fullmatch(_KIND_WORDS, line.text, re.IGNORECASE)]
    return Cover(
        named[1] if named else None,
        dated[1] if dated else None,
        block[dated[0]].text if dated else "",
        frozenset({*kinds[:1], *([named[0]] if named else []), *([dated[0]] if dated else [])}),
    )


def body_in(text: str) -> str | None:
    """Return the body that a line of a cover or of a running head names."""
    for piece in (text, *_PIECES.split(text)):
        words = _PLACE.sub("", _BEHIND.sub("", _BEFORE.sub("", piece)).strip(" ,:;–-"))
        if _is_body(words):
            return _as_name(words)
    return None


def day_in(text: str) -> date | None:
    """Return the day of the meeting that a line of a cover or of a running head states."""
    if _OTHER_DAY.search(text):
        return None
    match = DATE.search(text)
    if match:
        return date_of(match)
    short = _SHORT_DAY.search(text)
    if short is None:
        return None
    try:
        return date(2000 + int(short["year"]), int(short["month"]), int(short["day"]))
    except ValueError:
        return None


def _block(lines: Sequence[Line], index: int) -> Sequence[Line]:
    """Return a page's first lines, down to the first that opens a punkt."""
    end = index + 1
    while (
        end < len(lines)
        and end - index < _LINES
        and not lines[end].opens
        and lines[end].page == lines[index].page
    ):
        end += 1
    return lines[index:end] if index < len(lines) and not lines[index].opens else ()


def _is_body(words: str) -> bool:
    parts = words.split()
    if not parts or len(parts) > _MOST_WORDS or not words[0].isupper() or re.search(r"[\d.:;?!()]", words):
        return False
    if _NAMED_FOR.match(words):
        return True
    if "Kommune" in parts:
        return False
    small = [
        word
        for word in parts
        if word[0].islower() and not word.endswith(("-", ",")) and not _NOUN.search(word)
    ]
    return bool(_NOUN.search(words)) and _SMALL_WORDS.issuperset(small)


def _as_name(words: str) -> str:
    """Return a body as it is called: "Parkudvalget" for "PARKUDVALGET" and for "Parkudvalgsmøde"."""
    if words.isupper():
        words = " ".join(w.lower() if w.lower() in _SMALL_WORDS else w.capitalize() for w in words.split())
    return _MEETING_OF.sub(lambda match: match["body"] + _ENDINGS[match["body"].lower()], words)
