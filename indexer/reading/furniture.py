"""Furniture: stamps, page numbers, running dates, letterheads and blank fields, set aside as evidence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.reading.dates import DATE, first_date
from indexer.reading.evidence import Evidence, EvidenceKind, RunningText, Stamp
from indexer.reading.hyphens import Vocabulary
from indexer.reading.letterheads import letterheads
from indexer.reading.line import Line, Page
from indexer.reading.running_heads import edge, head_keys, running_heads
from indexer.reading.stamps import read_stamp, stamp_length

# "Side 2 af 5", also glued to what follows: "Side 2 af 53. Budget", "Side 4 af 5Der er"
_SIDE = re.compile(r"^side (?P<number>\d{1,4}) af (?P<total>\d{1,5})(?P<rest>.*)$", re.IGNORECASE)
# "Side 2", "2 / 5", "2 af 5", "Blad nr. 2"
_SIDE_ALONE = re.compile(
    r"^(?:(?:side|s\.|blad|bladnr\.?|sidenr\.?)(?: ?nr\.?)? ?)?(\d{1,3})(?: ?(?:/|af) ?(\d{1,3}))?$",
    re.IGNORECASE,
)
_RUNNING_DATE = re.compile(rf"^{DATE.pattern}$", re.IGNORECASE)
# Fields that the template leaves with a full stop, a dash or nothing.
_BLANK_FIELD = re.compile(r"^[.\-–—_!…·]{1,3}$")
_EMPTY_LIST = re.compile(r"^Følgende deltog ikke i .+:$")
# "den 20." above "september", "om stier og" above "parker": nothing ends here.
_UNFINISHED = re.compile(r"(?:\d\.|[a-zæøå,&])$")
_LOWER_WORD = re.compile(r"^[a-zæøå]{2,}[ ,.]|^[a-zæøå]{2,}$")
# What opens a document looks alike on each of them, and is no running head.
_OPENS = re.compile(
    r"^(?:Indstilling|INDSTILLING|Referat|REFERAT|Dagsorden|DAGSORDEN|Til|Fra|Punkt|Em-?|Emne)\b"
)
# What is noted beside the furniture that it was read from.
_NOTES = frozenset({"sagsbehandler", "sag"})
# A running date stands within this many lines of the page's number.
_DATE_DISTANCE = 2


@dataclass(frozen=True, slots=True)
class _Aside:
    """Furniture with its place among one page's lines."""

    place: int
    kind: EvidenceKind
    text: str
    day: date | None = None
    side: tuple[int, int] | None = None
    stamp: Stamp | None = None


def set_aside(pages: Sequence[Page]) -> RunningText:
    """Return the running lines of the pages, the furniture taken out."""
    totals = _totals(pages)
    vocabulary = Vocabulary(line.text for page in pages for line in page.lines)
    kept: list[Line] = []
    evidence: list[Evidence] = []
    heads: Counter[str] = Counter()
    running = running_heads(pages)
    sender_above = False
    for page in pages:
        lines = [part for line in page.lines for part in _unglued(line, totals)]
        asides = list(_asides(lines, heads, running, vocabulary))
        heads = Counter(line.text for line in page.lines[:2])
        taken = {aside.place for aside in asides}
        first = len(kept)
        places = []
        for place, line in enumerate(lines):
            if place not in taken:
                opens = len(kept) == first
                gap = (
                    opens
                    or place - 1 in taken
                    or (line.gap and not runs_on(lines[place - 1].text, line.text))
                )
                kept.append(replace(line, gap=gap, top=opens, sender_above=sender_above))
                sender_above = False
            elif any(aside.place == place and aside.kind == "afsender" for aside in asides):
                sender_above = True
            places.append(len(kept))
        evidence += _placed(asides, places, first, len(kept), page.number)
    return RunningText(tuple(kept), tuple(evidence))


def runs_on(above: str, below: str) -> bool:
    """Tell whether a sentence goes on across white space, as where a blank line fell into an entry."""
    if above.endswith("-") and below[:1].islower():
        return True
    return bool(_LOWER_WORD.match(below) and _UNFINISHED.search(above))


def _placed(
    asides: Iterable[_Aside], places: list[int], first: int, end: int, page: int
) -> Iterator[Evidence]:
    """Yield the page's evidence, each bound to the running line above it on its page, else to the next."""
    for aside in asides:
        above = places[aside.place] - 1
        if above >= first:
            at = above
        elif end > first:
            at = first
        else:
            at = max(0, first - 1)
        yield Evidence(aside.kind, aside.text, page, at, aside.day, aside.side, aside.stamp)


def _asides(
    lines: Sequence[Line],
    heads: Counter[str],
    running: frozenset[tuple[str, float]],
    vocabulary: Vocabulary,
) -> Iterator[_Aside]:
    taken: set[int] = set()
    for found in (_stamps(lines, vocabulary), _sides(lines), _letterheads(lines), _blank_fields(lines)):
        for aside in found:
            if aside.place not in taken or aside.kind in _NOTES:
                taken.add(aside.place)
                yield aside
    opens = False
    for place, line in enumerate(lines[:2]):
        opens = opens or bool(_OPENS.match(line.text))
        if place not in taken and heads[line.text] and len(lines) > 2 and not opens:
            taken.add(place)
            yield _Aside(place, "gentagelse", line.text)
    for place in edge(lines):
        if place not in taken and running.issuperset(head_keys(lines[place])):
            yield _Aside(place, "gentagelse", lines[place].text)


def _stamps(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[_Aside]:
    for start in range(len(lines)):
        length = stamp_length(lines, start)
        if length:
            stamp = read_stamp(lines[start : start + length], vocabulary)
            yield _Aside(
                start, "stempel", " ".join(line.text for line in lines[start : start + length]), stamp=stamp
            )
            yield from (_Aside(place, "stempel", "") for place in range(start + 1, start + length))


def _sides(lines: Sequence[Line]) -> Iterator[_Aside]:
    for place, line in enumerate(lines):
        match = _SIDE.match(line.text)
        if match and not match["rest"]:
            yield _Aside(place, "sidetal", line.text, side=(int(match["number"]), int(match["total"])))
            yield from _running_dates(lines, place)
        elif place in (0, len(lines) - 1) and _SIDE_ALONE.match(line.text) and len(lines) > 1:
            yield _Aside(place, "sidetal", line.text)


def _running_dates(lines: Sequence[Line], side: int) -> Iterator[_Aside]:
    for place in range(max(0, side - _DATE_DISTANCE), min(len(lines), side + _DATE_DISTANCE + 1)):
        if _RUNNING_DATE.match(lines[place].text):
            yield _Aside(place, "dato", lines[place].text, day=first_date(lines[place].text))


def _letterheads(lines: Sequence[Line]) -> Iterator[_Aside]:
    for head in letterheads(lines):
        texts = [line.text for line in lines[head.start : head.end]]
        kind: EvidenceKind = "afsender" if head.sender else "felt"
        yield _Aside(head.start, kind, "\n".join(texts), day=head.day)
        for name in head.sagsbehandlere:
            yield _Aside(head.start, "sagsbehandler", name)
        if head.sag:
            yield _Aside(head.start, "sag", head.sag)
        yield from (_Aside(place, kind, "") for place in range(head.start + 1, head.end))


def _blank_fields(lines: Sequence[Line]) -> Iterator[_Aside]:
    for place, line in enumerate(lines):
        empty = _EMPTY_LIST.match(line.text) and (place + 1 == len(lines) or lines[place + 1].gap)
        if (empty or _BLANK_FIELD.match(line.text)) and not line.cells:
            yield _Aside(place, "felt", line.text)


def _totals(pages: Sequence[Page]) -> frozenset[str]:
    """Return the page counts that stand unglued somewhere in the file."""
    matches = (_SIDE.match(line.text) for page in pages for line in page.lines)
    return frozenset(
        match["total"] for match in matches if match and not match["rest"].startswith((".", ")"))
    )


def _unglued(line: Line, totals: frozenset[str]) -> Iterator[Line]:
    """Yield the line, its page number parted from the text that it is glued to."""
    match = _SIDE.match(line.text)
    if match is None or not (match["rest"] or len(match["total"]) > 1):
        yield line
        return
    digits = match["total"]
    length = _count_digits(digits, match["rest"], int(match["number"]), totals)
    rest = (digits[length:] + match["rest"]).strip()
    yield replace(line, text=f"Side {match['number']} af {digits[:length]}", cells=())
    if rest:
        yield replace(line, text=rest, gap=True, top=False)


def _count_digits(digits: str, rest: str, number: int, totals: frozenset[str]) -> int:
    """Return how many digits are the page count; the others begin the text: "Side 2 af 5" + "3. Vej"."""
    fitting = [n for n in range(len(digits), 0, -1) if int(digits[:n]) >= number]
    for length in fitting:
        if digits[:length] in totals and not (length == len(digits) and rest.startswith((".", ")"))):
            return length
    if rest.startswith((".", ")")):
        return next((n for n in fitting if n < len(digits)), len(digits))
    return len(digits)
