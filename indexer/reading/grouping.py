"""Units grouped into meetings: a cover opens one, a Referat closes one, what follows begins the next."""

import re
from collections.abc import Sequence

from indexer.reading.attachments import Attachment
from indexer.reading.closed_groups import Closing, open_lines, without_closing_heading
from indexer.reading.covers import is_agenda_line, read_cover
from indexer.reading.dates import DATE, date_of
from indexer.reading.drafts import MeetingDraft
from indexer.reading.headings import heading_at, is_closed, toc_title
from indexer.reading.layouts import Layout
from indexer.reading.line import Line
from indexer.reading.sections import Section, sections
from indexer.reading.titles import SAME_TITLE
from indexer.reading.units import DOCUMENTS, Unit, UnitKind, is_toc_line
from records.marks_of_closure import closes_what_follows, is_closed_meeting
from records.models import Category

_CATEGORIES: dict[str, Category] = {
    "godkendelse": "godkendelse", "drøftelse": "drøftelse", "orientering": "orientering",
}  # fmt: skip
# Titles by what they were read from: bilag and links name a punkt as the agenda does.
_RANK_CONTENTS, _RANK_REFERAT, _RANK_AGENDA = 2, 3, 4
_COVER_LINES = 5
# A head says in so many lines that its meeting is closed; further down the titles of some punkter may stand.
_HEAD_LINES = 8
# Case number, sagsbehandler and category stand right below a punkt's heading.
_FIELD_LINES = 5


def grouped(
    units: Sequence[Unit], attachments: dict[int, Attachment], lines: Sequence[Line], layout: Layout
) -> list[MeetingDraft]:
    """Return the meetings of a file in its order, each with its units."""
    drafts: list[MeetingDraft] = []
    for unit in units:
        if not drafts or _begins_meeting(unit, drafts[-1], lines, layout):
            drafts.append(MeetingDraft())
        draft = drafts[-1]
        draft.units.append(unit)
        if unit.kind in DOCUMENTS:
            draft.attachments.append(attachments[unit.start])
        elif unit.kind is UnitKind.COVER:
            _read_cover(draft, lines[unit.start : unit.end], layout)
        elif unit.kind is UnitKind.TOC:
            _read_toc(draft, unit, lines, layout)
        else:
            _read_punkter(draft, unit, lines, layout)
        draft.closed = draft.closed or unit.kind is UnitKind.REFERAT
    return _tail_merged(drafts)


def _begins_meeting(unit: Unit, draft: MeetingDraft, lines: Sequence[Line], layout: Layout) -> bool:
    if unit.kind is UnitKind.COVER:
        # A meeting's dagsorden and its referat may stand in one file, each with a cover.
        day = read_cover(lines[unit.start : unit.end]).day
        continues = day is not None and day == draft.cover_day
        return not continues and any(other.kind is not UnitKind.COVER for other in draft.units)
    if unit.kind is UnitKind.OVERBLIK or not draft.closed:
        return False
    return layout.referat is not None


def _tail_merged(drafts: list[MeetingDraft]) -> list[MeetingDraft]:
    """Return the drafts, documents behind the last Referat in its meeting where they name its punkter."""
    if len(drafts) < 2 or drafts[-1].punkter or not drafts[-2].closed:
        return drafts
    last, before = drafts[-1], drafts[-2]
    fits = [
        (item.stamp is not None and item.stamp.punkt in before.punkter and not item.head_day)
        or before.best_punkt(item.title)[0] >= SAME_TITLE
        for item in last.attachments
    ]
    if not fits or not fits[0]:
        return drafts
    before.units += last.units
    before.attachments += last.attachments
    return drafts[:-1]


def _read_cover(draft: MeetingDraft, lines: Sequence[Line], layout: Layout) -> None:
    match = _cover_title(lines, layout)
    cover = read_cover(lines) if layout.headed or match is None else None
    draft.is_agenda = draft.is_agenda or any(is_agenda_line(line.text) for line in lines[:_COVER_LINES])
    if match and match.groupdict().get("body"):
        draft.cover_body = match["body"].strip()
    elif cover and cover.body:
        draft.cover_body = draft.cover_body or cover.body
    dated = _cover_date(lines, layout)
    if cover and cover.day:
        draft.cover_day, draft.cover_text = cover.day, cover.day_text
    elif dated is not None:
        day = DATE.search(lines[dated].text)
        draft.cover_day, draft.cover_text = date_of(day) if day else None, lines[dated].text
    draft.closing = Closing()
    head = cover_head(lines, layout)
    _heed(draft, [lines[place].text for place in sorted(head)])
    _read_above(draft, [line for place, line in enumerate(lines) if place not in head])


def cover_head(lines: Sequence[Line], layout: Layout) -> frozenset[int]:
    """Return which of a cover's lines name the body and the date; the others tell who met, and where."""
    match = _cover_title(lines, layout)
    if match is None:
        return read_cover(lines).head
    length = 1
    while match and match.re is layout.cover_whole and length < _COVER_LINES:
        if len(_opening(lines[:length])) >= match.end():
            break
        length += 1
    dated = _cover_date(lines, layout)
    return frozenset([*range(length), *([dated] if dated is not None else [])])


def _cover_title(lines: Sequence[Line], layout: Layout) -> re.Match[str] | None:
    match = layout.cover_whole.match(_opening(lines[:_COVER_LINES])) if layout.cover_whole else None
    return match or (layout.cover.match(lines[0].text) if layout.cover else None)


def _opening(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _cover_date(lines: Sequence[Line], layout: Layout) -> int | None:
    """Return which line of a cover states the date first."""
    start = 0 if layout.cover_whole else 1
    return next((at for at in range(start, len(lines)) if DATE.search(lines[at].text)), None)


def _read_toc(draft: MeetingDraft, unit: Unit, lines: Sequence[Line], layout: Layout) -> None:
    """Take from the contents each punkt's category, and the punkter that the file has no more of."""
    category: Category | None = None
    is_closed_part = False
    for index in range(unit.start, unit.end):
        line = lines[index]
        closes = closes_what_follows(line.text)
        is_closed_part = is_closed_part if closes is None else closes
        if not is_toc_line(lines, index, layout) and not is_closed_part:
            draft.loose.append(line)
        heading = layout.category.match(line.text) if layout.category else None
        if heading:
            category = _CATEGORIES[heading["category"]]
        entry = layout.punkt.match(line.text)
        if entry:
            punkt = draft.punkt(entry["number"])
            punkt.category = punkt.category or category
            punkt.name(toc_title(entry["title"] or ""), _RANK_CONTENTS)
            punkt.closed = punkt.closed or is_closed_part or is_closed(entry["title"] or "")
            punkt.toc_page = line.page


def _read_punkter(draft: MeetingDraft, unit: Unit, lines: Sequence[Line], layout: Layout) -> None:
    rank = _RANK_REFERAT if unit.kind is UnitKind.REFERAT else _RANK_AGENDA
    if unit.kind is UnitKind.REFERAT:
        draft.closing = Closing()
    first = next((at for at in range(unit.start, unit.end) if heading_at(lines, at, layout)), unit.end)
    _read_above(draft, [line for line in lines[unit.start : first] if not _names_what_follows(line, layout)])
    for whole in sections(unit, lines, layout):
        punkt = draft.titled_punkt(whole.heading.number, whole.heading.title, rank)
        punkt.closed |= draft.closing.takes(whole.heading.number)
        section, is_closed_too = without_closing_heading(whole, draft.closing)
        punkt.closed |= is_closed_too
        punkt.name(section.heading.title, rank)
        punkt.minutes = section.heading.minutes or punkt.minutes
        punkt.sections.append(section)
        punkt.pages.append(section.page)
        punkt.category = punkt.category or _category(section, layout)
        if section.body and draft.cover_body is None:
            draft.cover_body = section.body
        if section.day and draft.cover_day is None:
            draft.cover_day, draft.cover_text = section.day, "beslutningens overskrift"


def _read_above(draft: MeetingDraft, lines: Sequence[Line]) -> None:
    """Keep what stands above punkter, and heed what it says of whether they are open."""
    if lines and closes_what_follows(lines[-1].text) is None:
        _heed(draft, [line.text for line in lines[:_HEAD_LINES]])
    draft.loose += open_lines(lines, draft.closing)


def _heed(draft: MeetingDraft, head: Sequence[str]) -> None:
    """Close what a head says is closed: all of the meeting, or what comes where open punkter stand above."""
    if not is_closed_meeting(head):
        return
    draft.behind_closed_doors |= not draft.punkter
    draft.closing.follow(closes=True)


def _names_what_follows(line: Line, layout: Layout) -> bool:
    """Tell whether a line is a heading above punkter: "Referat", "Overblik", or their category."""
    headings = (layout.referat, layout.overblik, layout.category)
    return any(heading.match(line.text) for heading in headings if heading)


def _category(section: Section, layout: Layout) -> Category | None:
    """Return what is to be done with a punkt, as the first lines below its heading say."""
    heads = (layout.category.match(line.text) for line in section.lines[:_FIELD_LINES] if layout.category)
    return next((_CATEGORIES[match["category"].lower()] for match in heads if match), None)
