"""One item of a dagsorden: its title, the minutes allotted, who answers for it, what is attached."""

import re
from collections.abc import Iterator, Sequence

from indexer.reading.ansvarlig import names
from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line
from indexer.reading.people import FULL_NAME
from records.models import AgendaItem

_CLOCK_TIME = r"\d{1,2}[.:]\d{2}"
# "1. Velkomst", "Punkt 1: Velkomst", "2) Budget", "3 - Eventuelt", "4 Eventuelt", "kl. 9.00 1. Velkomst"
ITEM = re.compile(
    rf"^(?P<time>(?:[Kk]l\. ?)?{_CLOCK_TIME}(?: ?[-–] ?{_CLOCK_TIME})?:? )?"
    r"(?P<before>[Pp]unkt(?: nr\.)? |[Pp]kt\.? |[Aa]d\.? )?(?P<number>\d{1,2})"
    r"(?P<mark>[.:)](?!\d{2}\b)| ?[-–](?= )|(?= [A-ZÆØÅ])) ?(?P<title>[^\W\d].*|\d{1,4} [^\W\d].*|[\"”»(].+)$"
)
FIELD = re.compile(
    r"^(?:[•–-] ?)?(?:(?P<field>Baggrund/formål|Baggrund|Formål|Metode|Ansvarlige?|Tid|Tidspunkt|Tidsramme"
    r"|Varighed|Oplæg ved|Oplægsholdere?|Ordfører|Deltagere?|Indstilling|Beslutning|Referat|Sagsfremstilling"
    r"|Bilag|Materiale)"
    r" ?:|(?P<bare>Bilag$)) ?(?P<text>.*)$"
)
_TIME_FIELDS = frozenset({"Tid", "Tidspunkt", "Tidsramme", "Varighed"})
_WHO_FIELDS = frozenset({"Ansvarlig", "Ansvarlige", "Oplæg ved", "Oplægsholder", "Oplægsholdere", "Ordfører"})
_BILAG_FIELDS = frozenset({"Bilag", "Materiale"})
_LETTERED = re.compile(r"^[A-Z]\) ")
_MINUTES = re.compile(r"\b(\d{1,3}) ?min(?:utter|\b\.?)", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2})[.:](\d{2}) ?(?:[-–]|til) ?(?:kl\. ?)?(\d{1,2})[.:](\d{2})\b")
# What stands at the end of a title: "(10 min.)", "kl. 9.00-9.10", "v/ Lise Bro", "(ved Lise Bro, 10 min.)"
_BEFORE_TAIL = r"[\s,;(\[–-]*"
_MINUTES_TAIL = re.compile(rf"{_BEFORE_TAIL}\b\d{{1,3}} ?min(?:utter|\.)?\s*[)\]]?$", re.IGNORECASE)
_CLOCK_TAIL = re.compile(rf"{_BEFORE_TAIL}(?:kl\. ?)?{_CLOCK.pattern}\s*[)\]]?$")
_WHO = rf"(?:{FULL_NAME}|[A-ZÆØÅ]{{2,5}})(?:(?:, | og |/){FULL_NAME}|(?:, | og |/)[A-ZÆØÅ]{{2,5}})*"
_WHO_TAIL = re.compile(
    rf"(?:{_BEFORE_TAIL}(?<!\w)[Vv]/ ?(?P<said>[^()\d]{{2,80}}?)|\s*[(,–-] ?ved (?P<named>{_WHO}))\s*[)\]]?$"
)
# "Bilag 1: Regnskab", "- Bilag 2 Kort"
_NUMBERED_BILAG = re.compile(
    r"^(?:[•–-] ?)?(?P<name>[Bb]ilag(?: nr\.?)? ?\d{1,2}(?:\.\d{1,2})?[.)]?(?: ?[:–-] ?| )\S.+)$"
)
_NO_BILAG = re.compile(r"^(?:Ingen|Intet|Nej|-|–)(?: bilag)?\.?$", re.IGNORECASE)
# A blank line may fall into an entry: "Regnskab for" above "2021".
_ENTRY_TAIL = re.compile(r"^\d{4}\b.{0,20}$")
# An entry that goes on fills its own line; the narrowest column of the seeds holds this many characters.
_FULL_LINE = 55
# A title that goes on to the next line has no less: half a line of running text.
_FULL_TITLE = 40
_ENTRY_MARKS = ("-", "–", "•")
_TITLE_LINES = 4
# Four lines of a page hold no more; what is longer is text, and a line without an end must not be searched.
_MOST_TITLE_CHARS = 400


def read_item(lines: Sequence[Line], vocabulary: Vocabulary) -> AgendaItem:
    """Return the item that the lines hold, its heading the first of them."""
    match = ITEM.match(lines[0].text)
    words = [match["title"] if match else lines[0].text]
    while len(words) < min(_TITLE_LINES, len(lines)) and _goes_on(lines, len(words)):
        words.append(lines[len(words)].text)
    title, minutes, who = _parted(joined(words, vocabulary))
    bilag: list[str] = []
    minutes = minutes or (_minutes(match["time"]) if match and match["time"] else None)
    for place in range(len(words), len(lines)):
        allotted, answering, attached = _told(lines, place, vocabulary)
        minutes = minutes or allotted
        who += [name for name in answering if name not in who]
        bilag += [name for name in attached if name not in bilag]
    numbered = (_NUMBERED_BILAG.match(line.text) for line in lines[len(words) :])
    bilag = bilag or [found["name"] for found in numbered if found]
    return AgendaItem(match["number"] if match else "", title, minutes, tuple(who), tuple(bilag))


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a title goes on at a line."""
    line, above = lines[at], lines[at - 1]
    if line.gap or line.top or line.cells or (line.size, line.bold) != (above.size, above.bold):
        return False
    if _LETTERED.match(line.text) or line.text.startswith(_ENTRY_MARKS) or _is_detail(line.text):
        return False
    return line.text[0].islower() or len(above.text) >= _FULL_TITLE or above.text.endswith("-")


def _is_detail(text: str) -> bool:
    """Tell whether a line holds nothing but what belongs to a title."""
    title = _parted(text)[0]
    return not title or bool(FIELD.match(text) or _NUMBERED_BILAG.match(text))


def _parted(title: str) -> tuple[str, int | None, list[str]]:
    """Return a title without what is said behind it: the minutes allotted, and who answers."""
    minutes, who = None, []  # type: int | None, list[str]
    if len(title) > _MOST_TITLE_CHARS:
        return title, minutes, who
    whole, named = title, ""
    while whole != named:
        named = whole
        if found := _MINUTES_TAIL.search(named) or _CLOCK_TAIL.search(named):
            minutes = minutes or _minutes(found.group())
        elif found := _WHO_TAIL.search(named):
            who += names(found["said"] or found["named"])
        whole = named[: found.start()] if found else named
    if whole == title:
        return title, None, []
    return whole.strip(" .,:("), minutes, who


def _minutes(text: str) -> int | None:
    """Return how long something takes, as said or by the clock."""
    if said := _MINUTES.search(text):
        return int(said[1])
    clock = _CLOCK.search(text)
    return _between(clock) if clock else None


def _between(clock: re.Match[str]) -> int | None:
    hour, minute, last_hour, last_minute = map(int, clock.groups())
    minutes = (last_hour - hour) * 60 + last_minute - minute
    return minutes if minutes > 0 else None


def _told(
    lines: Sequence[Line], place: int, vocabulary: Vocabulary
) -> tuple[int | None, list[str], list[str]]:
    """Return the minutes, those who answer and the bilag that one line below the title tells of."""
    text = lines[place].text
    field = FIELD.match(text)
    if field is None:
        title, minutes, who = _parted(text.lstrip("•–- "))
        return (None, [], []) if title else (minutes, who, [])
    named = field["field"] or field["bare"]
    if named in _TIME_FIELDS:
        return _minutes(field["text"]), [], []
    if named in _WHO_FIELDS:
        return None, list(names(field["text"])), []
    if named in _BILAG_FIELDS:
        return None, [], list(_bilag(field["text"], lines[place + 1 :], vocabulary))
    return None, [], []


def _bilag(beside: str, lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield what is attached: what stands beside the field's name, and the marked entries below it."""
    entry = [beside] if beside else []
    above = beside
    for line in lines:
        is_entry = line.text.startswith(_ENTRY_MARKS)
        goes_on = is_entry or line.top or _is_tail(line.text, above)
        numbered = _NUMBERED_BILAG.match(line.text)
        if FIELD.match(line.text) or (numbered and not is_entry) or _LETTERED.match(line.text):
            break
        if line.gap and not goes_on:
            break
        above = line.text
        if is_entry:
            yield from _entries(entry, vocabulary)
            entry = [line.text.lstrip("-–• ")]
        elif entry:
            entry.append(line.text)
    yield from _entries(entry, vocabulary)


def _entries(entry: Sequence[str], vocabulary: Vocabulary) -> Iterator[str]:
    title = joined(entry, vocabulary) if entry else ""
    for part in title.split("; "):
        if part and not _NO_BILAG.match(part):
            yield part


def _is_tail(text: str, above: str) -> bool:
    """Tell whether a line below white space ends the entry above it."""
    fills = len(above) >= _FULL_LINE and above[-1].isalpha()
    return bool(_ENTRY_TAIL.match(text)) or (fills and len(text) < _FULL_LINE and not ITEM.match(text))
