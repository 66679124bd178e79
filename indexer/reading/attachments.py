"""Attached documents: recommendations, bilag and other bodies' dagsordener, with what their heads tell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.reading.agenda import Dagsorden, embedded_dagsorden, read_dagsorden
from indexer.reading.bilag_heads import BilagHead, bilag_head
from indexer.reading.dates import DATE, date_of
from indexer.reading.evidence import RunningText, Stamp
from indexer.reading.headings import parted_title
from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line
from indexer.reading.stamps import fuller
from indexer.reading.units import Unit, UnitKind
from records.danish_dates import danish_date
from records.marks_of_closure import stated_access
from records.models import Access

_BODY_HEAD = re.compile(
    r"^(?:Indstilling til )?(?P<body>[A-ZÆØÅa-zæøå]\w*møde)(?:t)?(?: (?:den|d\.) .*| ?\d.*)?$", re.IGNORECASE
)
_HEAD_DATE = re.compile(
    rf"^(?:[A-ZÆØÅ]\w*møde(?:t)? (?:den|d\.) )?(?:Mødedato: )?{DATE.pattern}"
    r"(?: ?[–-] ?\d{1,3} ?min.*)?$",
    re.IGNORECASE,
)
_SKIPPED = re.compile(
    r"^(?:indstilling(?: til .*)?|til .+|fra .+|dato .+|emne:?.*|em-|ne:|side \d+.*|åbent? .*"
    r"|\w*møde(?:t)? (?:den|d\.) .*|mødedato.*)$",
    re.IGNORECASE,
)
_LIST_ENTRY = re.compile(r"^Bilag (?P<number>\d{1,2}) ?[:.–-] ?(?P<title>.+)$")
_HEAD_LINES = 12
_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document under a punkt. ``listed`` are the bilag that a recommendation names, by number.

    ``own`` is what a bilag without a stamp says of itself.
    ``head_day`` is the meeting's date that its head states, ``head_text`` the line that does so.
    """

    unit: Unit
    title: str
    first_page: int
    last_page: int
    stamp: Stamp | None = None
    access: Access | None = None
    dagsorden: Dagsorden | None = None
    listed: Mapping[int, str] | None = None
    minutes: int | None = None
    body: str | None = None
    head_day: date | None = None
    head_text: str = ""
    own: BilagHead | None = None


def attachment(unit: Unit, text: RunningText, vocabulary: Vocabulary) -> Attachment:
    """Return what a document's head, stamps and list of bilag tell."""
    lines = text.lines[unit.start : unit.end]
    stamp: Stamp | None = None
    pages = [line.page for line in lines]
    for item in text.evidence:
        if item.stamp and unit.start <= item.at < unit.end:
            stamp = fuller(stamp, item.stamp)
            pages.append(item.page)
    head = lines[:_HEAD_LINES]
    own = bilag_head(head[0].text) if unit.kind is UnitKind.BILAG and stamp is None else None
    if own:
        named = (replace(lines[0], text=own.title),) if own.title else ()
        lines = (*named, *lines[1:])
        head = lines[:_HEAD_LINES]
    title = _title(head, vocabulary)
    dagsorden: Dagsorden | None = None
    if unit.kind is UnitKind.DAGSORDEN:
        dagsorden = read_dagsorden(lines, vocabulary)
        title = _dagsorden_title(dagsorden)
    elif unit.kind is UnitKind.BILAG:
        dagsorden = embedded_dagsorden(lines, stamp.title if stamp else title, vocabulary)
    day, day_text, minutes = _head_date(head) if unit.kind is UnitKind.INDSTILLING else (None, "", None)
    return Attachment(
        unit,
        title,
        min(pages),
        max(pages),
        stamp,
        stated_access(line.text for line in head),
        dagsorden,
        dict(_listed(lines, vocabulary)) if unit.kind is UnitKind.INDSTILLING else {},
        minutes,
        _body(head) if unit.kind is UnitKind.INDSTILLING else None,
        day,
        day_text,
        own,
    )


def _dagsorden_title(dagsorden: Dagsorden) -> str:
    """Return the name under which a dagsorden lists itself for approval, else one made of body and day."""
    for title in (bilag for item in dagsorden.items[:1] for bilag in item.bilag):
        if title.startswith("Dagsorden"):
            return title
    day = f" den {danish_date(dagsorden.day)}" if dagsorden.day else ""
    return f"Dagsorden til {dagsorden.body}{day}" if dagsorden.body else f"Dagsorden{day}"


def _head_date(head: Sequence[Line]) -> tuple[date | None, str, int | None]:
    for line in head:
        match = _HEAD_DATE.match(line.text)
        if match:
            return date_of(match), line.text, parted_title(line.text)[1]
    return None, "", None


def _body(head: Sequence[Line]) -> str | None:
    for line in head:
        match = _BODY_HEAD.match(line.text)
        if match and match["body"].lower() != "møde":
            return match["body"].capitalize()
    return None


def _title(head: Sequence[Line], vocabulary: Vocabulary) -> str:
    words: list[str] = []
    for line in head:
        if words and (line.gap or line.top or len(words) >= _TITLE_LINES):
            break
        if not words and (_SKIPPED.match(line.text) or _HEAD_DATE.match(line.text)):
            continue
        if words and (_SKIPPED.match(line.text) or line.bold != head[0].bold):
            break
        words.append(line.text)
    return parted_title(joined(words, vocabulary))[0]


def _listed(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield the bilag that stand listed below the heading BILAG."""
    below = False
    entry: tuple[int, list[str]] | None = None
    for line in lines:
        if line.text.strip(" :").lower() == "bilag":
            below = True
            continue
        match = _LIST_ENTRY.match(line.text) if below else None
        if match:
            if entry:
                yield entry[0], joined(entry[1], vocabulary)
            entry = (int(match["number"]), [match["title"]])
        elif entry and not line.gap:
            entry[1].append(line.text)
        elif entry:
            yield entry[0], joined(entry[1], vocabulary)
            entry = None
    if entry:
        yield entry[0], joined(entry[1], vocabulary)
