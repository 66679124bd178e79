"""Units: the stretches of a file that are one thing: a cover, minutes, a recommendation, an attachment."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from indexer.reading.bilag_heads import opens_bilag
from indexer.reading.covers import is_full_cover, is_own_cover, opens_dagsorden
from indexer.reading.dates import DATE
from indexer.reading.headings import Heading, counted, heading_at, is_toc_entry
from indexer.reading.layouts import Layout
from indexer.reading.line import Line


class UnitKind(StrEnum):
    """What a unit is."""

    COVER = "forside"
    TOC = "indhold"
    PUNKTER = "punkter"
    REFERAT = "referat"
    INDSTILLING = "indstilling"
    BILAG = "bilag"
    DAGSORDEN = "dagsorden"
    OVERBLIK = "overblik"


DOCUMENTS = frozenset({UnitKind.INDSTILLING, UnitKind.BILAG, UnitKind.DAGSORDEN})


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines ``start`` up to ``end`` of the running text."""

    kind: UnitKind
    start: int
    end: int


# "Indstilling til skolemødet", "Indstilling" above a date, "Skolemøde den 4. marts 2019 – 10 min"
_INDSTILLING = re.compile(r"^(?:Indstilling|INDSTILLING)(?: til .+)?$")
_MEETING_HEAD = re.compile(
    rf"^[A-ZÆØÅ]\w*møde(?:t)? (?:d\.|den) {DATE.pattern}(?: ?[–-] ?\d+ ?min.*)?$", re.IGNORECASE
)
_HEAD_DATE = re.compile(rf"^(?:Dato:? )?{DATE.pattern}(?: ?[–-].*)?$", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:Til|Fra) [A-ZÆØÅ]")
_HEAD_LINES = 8
# The box with the recommendation may be drawn below the sender.
_BOX = re.compile(r"^Det indstilles\b")
# The embedded dagsorden: "Em-" "ne:" or "Emne:" with "Mødedato:" below it.
_EMNE = re.compile(r"^(?:Em-?|Emne:?.*|Vedr\.?:?.*|[A-ZÆØÅ].*møde)$")
_MOEDEDATO = re.compile(r"^Mødedato: ?\S")
_EMNE_LINES = 6
# A dagsorden's cover and its first two items with their fields take so many lines.
_ITEM_LINES = 40


def units(lines: Sequence[Line], layout: Layout) -> Iterator[Unit]:
    """Yield the units of a file, in order and without a hole."""
    start, kind = 0, UnitKind.PUNKTER
    last_number = 0
    for index in range(len(lines)):
        heading = heading_at(lines, index, layout)
        opened = _opening(lines, index, layout, kind, heading, last_number)
        if opened and index > start:
            yield Unit(kind, start, index)
        if opened:
            start, kind, last_number = index, opened, 0
        if heading and kind in (UnitKind.PUNKTER, UnitKind.REFERAT):
            last_number = counted(heading.number)
    if lines:
        yield Unit(kind, start, len(lines))


def _opening(
    lines: Sequence[Line],
    index: int,
    layout: Layout,
    kind: UnitKind,
    heading: Heading | None,
    last_number: int,
) -> UnitKind | None:
    """Return what kind of unit begins at a line, None where the unit above goes on."""
    line = lines[index]
    if is_cover(lines, index, layout):
        return UnitKind.COVER
    if layout.overblik and layout.overblik.match(line.text):
        return UnitKind.OVERBLIK
    if _is_toc(lines, index, layout, kind):
        return UnitKind.TOC
    if heading:
        return _opened_by_heading(line, kind, heading, last_number)
    if kind is UnitKind.TOC and line.top and not is_toc_line(lines, index, layout):
        return UnitKind.PUNKTER
    if _is_referat(lines, index, layout):
        return UnitKind.REFERAT
    if kind not in (UnitKind.COVER, UnitKind.TOC):
        return _opened_document(lines, index, kind, layout)
    return None


def _opened_by_heading(line: Line, kind: UnitKind, heading: Heading, last_number: int) -> UnitKind | None:
    if kind in (UnitKind.COVER, UnitKind.TOC, UnitKind.OVERBLIK):
        return UnitKind.PUNKTER
    if kind is UnitKind.REFERAT:
        return UnitKind.PUNKTER if line.top and counted(heading.number) <= last_number else None
    return UnitKind.PUNKTER if kind in DOCUMENTS and line.top else None


def is_cover(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    """Tell whether a meeting's cover begins at a line."""
    if layout.headed and (index == 0 or lines[index].top) and is_own_cover(lines, index):
        return True
    if index == 0 and not layout.headed and is_full_cover(lines, 0):
        return True
    if layout.cover is None or layout.cover_sign is None or not layout.cover.match(lines[index].text):
        return False
    below = lines[index + 1 : index + 1 + layout.cover_lines]
    return any(layout.cover_sign.match(line.text) for line in below)


def _is_toc(lines: Sequence[Line], index: int, layout: Layout, kind: UnitKind) -> bool:
    if layout.toc is None or kind is UnitKind.TOC or not layout.toc.match(lines[index].text):
        return False
    return any(is_toc_entry(line) for line in lines[index + 1 : index + 1 + _HEAD_LINES])


def is_toc_line(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    """Tell whether a line of the contents is one of their entries, or a heading of theirs."""
    line = lines[index]
    patterns = (layout.toc, layout.category, layout.beslutning, layout.punkt)
    # An entry over two lines ends with its page number on the second.
    following = index + 1 < len(lines) and not lines[index + 1].gap and is_toc_entry(lines[index + 1])
    return is_toc_entry(line) or following or any(p.match(line.text) for p in patterns if p)


def _is_referat(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    """Tell whether the minutes begin: a lone "Referat" with a punkt's heading right below it."""
    if layout.referat is None or not layout.referat.match(lines[index].text):
        return False
    return any(heading_at(lines, at, layout) for at in range(index + 1, min(index + 3, len(lines))))


def _opened_document(lines: Sequence[Line], index: int, kind: UnitKind, layout: Layout) -> UnitKind | None:
    line = lines[index]
    if layout.headed and layout.referat is None and not line.top:
        return None
    if layout.headed and opens_bilag(lines, index):
        return UnitKind.BILAG
    if kind is not UnitKind.DAGSORDEN and (line.gap or line.top) and _is_dagsorden(lines, index):
        return UnitKind.DAGSORDEN
    if (
        (line.top or line.gap)
        and layout.part_under(line.text) is None
        and _is_indstilling(lines, index, kind)
    ):
        return UnitKind.INDSTILLING
    if line.sender_above and kind in DOCUMENTS and not _BOX.match(line.text):
        return UnitKind.BILAG
    return None


def _is_dagsorden(lines: Sequence[Line], index: int) -> bool:
    if lines[index].top and opens_dagsorden(lines, index) and _lists_items(lines, index):
        return True
    if not _EMNE.match(lines[index].text):
        return False
    below = [line.text for line in lines[index + 1 : index + 1 + _EMNE_LINES]]
    return any(map(_MOEDEDATO.match, below))


def _lists_items(lines: Sequence[Line], index: int) -> bool:
    """Tell whether items numbered from one stand below a line."""
    below = [line.text for line in lines[index + 1 : index + 1 + _ITEM_LINES]]
    return all(
        any(text.startswith((f"{number}. ", f"{number} ", f"Punkt {number}")) for text in below)
        for number in (1, 2)
    )


def _is_indstilling(lines: Sequence[Line], index: int, kind: UnitKind) -> bool:
    line = lines[index]
    below = [line.text for line in lines[index + 1 : index + 1 + _HEAD_LINES]]
    if _MEETING_HEAD.match(line.text):
        return line.top and any(map(_INDSTILLING.match, below))
    if _INDSTILLING.match(line.text):
        heads = (_HEAD_DATE, _MEETING_HEAD, _ADDRESS)
        dated = any(head.match(text) for text in below[:4] for head in heads)
        return dated and (kind is not UnitKind.INDSTILLING or line.top or line.sender_above)
    return line.top and "INDSTILLING" in below[: _HEAD_LINES - 2]
