"""Meetings put together from a file's running text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from indexer.reading.assignment import assign
from indexer.reading.attachments import attachment
from indexer.reading.bodies import body_of
from indexer.reading.covers import body_in, day_in
from indexer.reading.documents import parted
from indexer.reading.drafts import MeetingDraft
from indexer.reading.grouping import grouped
from indexer.reading.headings import Heading, counted
from indexer.reading.identifiers import meeting_id
from indexer.reading.layouts import Layout
from indexer.reading.meeting_dates import Dated, dated
from indexer.reading.paragraphs import paragraphs
from indexer.reading.punkter import Source, build_punkt, named_referents
from indexer.reading.sections import Section
from indexer.reading.units import DOCUMENTS, units
from records.models import Meeting, PageSpan, Part, PartKind, Punkt

_FIRST_PUNKTER = 2
# What stands above every heading, as where a file is cut.
_NO_NUMBER, _NO_TITLE = "0", "Uden punkt"
# So little above a cover is its page's running head.
_RUNNING_HEAD_CHARS = 200


def read_meetings(source: Source, layout: Layout) -> tuple[list[Meeting], list[str]]:
    """Return the meetings of a file in its order, and what is to be warned of."""
    lines = source.text.lines
    found = list(parted(units(lines, layout), source.text, layout))
    attachments = {
        unit.start: attachment(unit, source.text, source.vocabulary)
        for unit in found
        if unit.kind in DOCUMENTS
    }
    drafts = grouped(found, attachments, lines, layout)
    assign(drafts)
    for draft, following in zip(drafts, [*drafts[1:], None], strict=True):
        _settle(draft, following)
    drafts = [draft for draft in drafts if draft.punkter]
    taken: set[str] = set()
    meetings: list[Meeting] = []
    warnings: list[str] = []
    if layout.headed and len(drafts) == 1:
        _complete_cover(drafts[0], source)
    for draft in drafts:
        _take_for_minutes(draft, layout)
        neighbours = [day for other in drafts if other is not draft and (day := _stated(other))]
        when = dated(draft, source.text, neighbours)
        body = body_of(draft, drafts, lines)
        meeting = _meeting(draft, body, when, source, taken)
        meetings.append(meeting)
        warnings += [*(f"{meeting.id}: {warning}" for warning in when.warnings), *_gaps(meeting)]
    return meetings, warnings


def _complete_cover(draft: MeetingDraft, source: Source) -> None:
    """Take from the running heads what the cover of a file's one meeting leaves out."""
    for head in (item.text for item in source.text.evidence if item.kind == "gentagelse"):
        draft.cover_body = draft.cover_body or body_in(head)
        if draft.cover_day is None and (day := day_in(head)):
            draft.cover_day, draft.cover_text = day, head


def _take_for_minutes(draft: MeetingDraft, layout: Layout) -> None:
    """Take for minutes what stands below the headings of a meeting that has no parts under any of them."""
    found = [section for punkt in draft.punkter.values() for section in punkt.sections]
    if (
        layout.headed
        and not draft.is_agenda
        and all(section.title is None and not section.formal for section in found)
    ):
        for punkt in draft.punkter.values():
            punkt.sections = [replace(section, kind=PartKind.REFERAT) for section in punkt.sections]


def _settle(draft: MeetingDraft, following: MeetingDraft | None) -> None:
    """Give punkter known from the contents alone their page, and text under no heading a punkt of its own."""
    for punkt in draft.punkter.values():
        if not punkt.pages and punkt.toc_page:
            punkt.pages.append(punkt.toc_page)
    if following and not draft.punkter and sum(len(line.text) for line in draft.loose) < _RUNNING_HEAD_CHARS:
        following.loose[:0] = draft.loose
    elif draft.loose and not draft.punkter:
        heading = Heading(_NO_NUMBER, _NO_TITLE, None, 0)
        section = Section(heading, PartKind.REFERAT, tuple(draft.loose), draft.loose[0].page)
        punkt = draft.punkt(_NO_NUMBER)
        punkt.name(_NO_TITLE, 1)
        punkt.sections.append(section)
        punkt.pages.append(section.page)
        draft.loose = []
    for punkt in draft.punkter.values():
        punkt.closed |= draft.behind_closed_doors


def _stated(draft: MeetingDraft) -> date | None:
    return draft.cover_day or next((item.head_day for item in draft.attachments if item.head_day), None)


def _meeting(draft: MeetingDraft, body: str, when: Dated, source: Source, taken: set[str]) -> Meeting:
    text = " ".join(line.text for unit in draft.units for line in source.text.lines[unit.start : unit.end])
    identifier = meeting_id(body, when.day, text, taken)
    punkter = [
        build_punkt(punkt, identifier, body, when.day, source)
        for punkt in draft.punkter.values()
        if punkt.pages
    ]
    punkter = _with_loose(sorted(punkter, key=_order), draft, source)
    own = [unit for unit in draft.units if unit.kind not in DOCUMENTS]
    pages = [line.page for unit in own for line in source.text.lines[unit.start : unit.end]]
    pages += [page for punkt in punkter for page in (punkt.pages.first, punkt.pages.last)]
    span = PageSpan(min(pages), max(pages))
    return Meeting(
        identifier, body, when.day, when.source, when.evidence, span, tuple(punkter), when.confidence
    )


def _with_loose(punkter: Sequence[Punkt], draft: MeetingDraft, source: Source) -> list[Punkt]:
    """Return the punkter, the first with what stands above all of them, such as who takes part."""
    found = tuple(paragraphs(draft.loose, source.vocabulary, "Information"))
    if not found or not punkter:
        return list(punkter)
    first = punkter[0]
    part = Part(PartKind.DAGSORDEN, found, None, None, first.access, source.document_id, source.file_name)
    people = (*first.ansvarlig, *named_referents(draft.loose, found))
    return [replace(first, parts=(part, *first.parts), ansvarlig=people), *punkter[1:]]


def _order(punkt: Punkt) -> tuple[int, str]:
    return counted(punkt.number), punkt.number


def _gaps(meeting: Meeting) -> Iterator[str]:
    """Yield a note of each number that is missing; why it is, nobody can tell from the file."""
    numbers = {int(punkt.number) for punkt in meeting.punkter if punkt.number.isdigit()} - {0}
    # An excerpt may begin anywhere: only a file with one of the first punkter lacks those before.
    first = 1 if min(numbers, default=0) <= _FIRST_PUNKTER else min(numbers)
    for number in range(first, max(numbers, default=0)):
        if number not in numbers:
            yield f"{meeting.id}: Punkt {number} findes ikke i filen."
