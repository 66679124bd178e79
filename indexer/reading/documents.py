"""Where one attached document ends and the next begins: by stamps, page numbers and openings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.reading.evidence import Evidence, RunningText, Stamp
from indexer.reading.headings import heading_at
from indexer.reading.layouts import Layout
from indexer.reading.line import Line
from indexer.reading.units import DOCUMENTS, Unit, UnitKind

_Key = tuple[str, int]
_OWN_TITLE = re.compile(r"^Bilag \d+\b")
_NUMBERED = re.compile(r"^\d+[. )]")
_TITLE_LINES = 3
_TITLE_CHARS = 160
# How surely a page opens a document: a sign, a title, a sentence of its own, or none.
_SIGN, _TITLE, _SENTENCE, _RUNS_ON = 3, 2, 1, 0
_SECTIONS = frozenset({
    "SAGSFREMSTILLING", "HANDLEMULIGHEDER/LØSNINGER", "HANDLEMULIGHEDER", "ØKONOMI", "KOMMUNIKATION",
    "VIDERE PROCES", "KOORDINERET MED", "BILAG", "INDSTILLING", "BAGGRUND", "FORMÅL", "KONKLUSION",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page's lines within a unit, with what the page says of itself."""

    start: int
    stamp: Stamp | None
    side: tuple[int, int] | None
    certainty: int

    @property
    def key(self) -> _Key | None:
        return (self.stamp.punkt, self.stamp.bilag) if self.stamp else None


def parted(units: Iterable[Unit], text: RunningText, layout: Layout) -> Iterator[Unit]:
    """Yield the units, those that hold more than one document parted at the page where the next begins."""
    stamps = _by_page(text.evidence, "stempel")
    sides = _by_page(text.evidence, "sidetal")
    for unit in units:
        sheets = list(_sheets(unit, text.lines, stamps, sides))
        if unit.kind in DOCUMENTS:
            yield from _parted(unit, sheets)
        else:
            yield from _interleaved(unit, sheets, text.lines, layout)


def _by_page(evidence: Iterable[Evidence], kind: str) -> dict[int, Evidence]:
    found: dict[int, Evidence] = {}
    for item in evidence:
        if item.kind == kind and (item.stamp or item.side):
            found.setdefault(item.page, item)
    return found


def _sheets(
    unit: Unit, lines: Sequence[Line], stamps: dict[int, Evidence], sides: dict[int, Evidence]
) -> Iterator[_Sheet]:
    for index in range(unit.start, unit.end):
        if index == unit.start or lines[index].page != lines[index - 1].page:
            page = lines[index].page
            stamp = stamps[page].stamp if page in stamps else None
            side = sides[page].side if page in sides else None
            yield _Sheet(index, stamp, side, _certainty(lines, index, side))


def _certainty(lines: Sequence[Line], index: int, side: tuple[int, int] | None) -> int:
    line, above = lines[index], lines[index - 1] if index else None
    if side:
        return _SIGN if side[0] == 1 else _RUNS_ON
    if line.sender_above or _OWN_TITLE.match(line.text):
        return _SIGN
    if above and (above.text.endswith("-") or line.text[:1].islower() or line.text.startswith("(")):
        return _RUNS_ON
    if line.text.isupper() and len(line.text) > 3 and line.text.rstrip(" :") not in _SECTIONS:
        return _SIGN
    return _TITLE if _opens_with_title(lines, index) else _SENTENCE


def _opens_with_title(lines: Sequence[Line], index: int) -> bool:
    end = index + 1
    while end < len(lines) and not lines[end].gap and end - index <= _TITLE_LINES:
        end += 1
    title = " ".join(line.text for line in lines[index:end])
    if end - index > _TITLE_LINES or len(title) > _TITLE_CHARS or _NUMBERED.match(title):
        return False
    return not title.endswith((".", ",", ";", ":")) and title.rstrip(" :") not in _SECTIONS


def _parted(unit: Unit, sheets: Sequence[_Sheet]) -> Iterator[Unit]:
    start, kind = unit.start, unit.kind
    for cut in _cuts(sheets):
        if cut > start:
            yield Unit(kind, start, cut)
        start, kind = cut, UnitKind.BILAG
    yield Unit(kind, start, unit.end)


def _interleaved(
    unit: Unit, sheets: Sequence[_Sheet], lines: Sequence[Line], layout: Layout
) -> Iterator[Unit]:
    """Yield a list of punkter and the stamped documents between its pages."""
    start, bilag = unit.start, unit.start
    held: list[_Sheet] = []
    for sheet in sheets if unit.kind in (UnitKind.PUNKTER, UnitKind.REFERAT) else ():
        resumes = heading_at(lines, sheet.start, layout) is not None
        if held and resumes and not sheet.stamp:
            yield from _parted(Unit(UnitKind.BILAG, bilag, sheet.start), held)
            start, held = sheet.start, []
        elif held:
            held.append(sheet)
        elif sheet.stamp and sheet.start > unit.start and not resumes:
            if sheet.start > start:
                yield Unit(unit.kind, start, sheet.start)
            bilag, held = sheet.start, [sheet]
    if held:
        yield from _parted(Unit(UnitKind.BILAG, bilag, unit.end), held)
    elif start < unit.end:
        yield Unit(unit.kind, start, unit.end)


def _cuts(sheets: Sequence[_Sheet]) -> Iterator[int]:
    """Yield the lines at which a new document begins."""
    known: _Key | None = sheets[0].key
    waiting: list[_Sheet] = []
    for sheet in sheets[1:]:
        if sheet.side and sheet.side[0] == 1:
            yield sheet.start
            known, waiting = sheet.key, []
        elif sheet.key is None:
            waiting.append(sheet)
        else:
            if sheet.key != known and (cut := _cut([*waiting, sheet], sure=known is not None)):
                yield cut.start
            known, waiting = sheet.key, []
    yield from (sheet.start for sheet in waiting if sheet.certainty == _SIGN)


def _cut(sheets: Sequence[_Sheet], sure: bool) -> _Sheet | None:
    """Return the page that opens the document whose stamp the last page bears.

    :param sure: that another document's stamp stands above, so that one of the pages must be the first.
    """
    best = max(sheets, key=lambda sheet: sheet.certainty)
    if best.certainty == _SIGN or (sure and best.certainty > _RUNS_ON):
        return best
    return sheets[-1] if sure else None
