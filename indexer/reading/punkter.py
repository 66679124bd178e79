"""Punkter built from their drafts: parts, decision, follow-ups, bilag, who answers for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.reading.ansvarlig import from_fields, from_follow_ups, from_table, referents, resolved, unique
from indexer.reading.attachments import Attachment
from indexer.reading.beslutning import Decided, decision_in_minutes, decision_under_heading, is_informing
from indexer.reading.bilag_lists import bilag_access, closed_bilag, listed_bilag, names_bilag, with_documents
from indexer.reading.budget import budget_items
from indexer.reading.drafts import PunktDraft
from indexer.reading.evidence import RunningText
from indexer.reading.flat_tables import with_rows
from indexer.reading.follow_ups import follow_ups
from indexer.reading.hyphens import Vocabulary
from indexer.reading.layouts.vocabulary import LISTS_BILAG, recommends
from indexer.reading.line import Line
from indexer.reading.paragraphs import paragraphs
from indexer.reading.people import People
from indexer.reading.recommendation import parted_recommendation
from indexer.reading.register import Scope
from indexer.reading.sag import sag_numbers
from indexer.reading.sections import Section, with_own_decisions
from indexer.reading.stamps import completed
from indexer.reading.tables import answering_cells
from indexer.reading.timed_tables import with_timed_rows
from indexer.reading.units import UnitKind
from records.marks_of_closure import stated_access, strictest
from records.models import (
    Access,
    Ansvarlig,
    Beslutning,
    Bilag,
    BudgetItem,
    FollowUp,
    PageSpan,
    Paragraph,
    Part,
    PartKind,
    Punkt,
)

# Right below a punkt's heading fields stand, a mark of closure among them; below others it stands first.
_FIELD_LINES, _MARK_LINES = 6, 2
# A row of a cover's table: the field's name and what it holds.
_FIELD_CELLS = 2
_LEAD = re.compile(r"^Det indstilles\b\W*(?:(?=at )|(?:at)?\W*$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """The file that is being read."""

    text: RunningText
    vocabulary: Vocabulary
    people: People
    document_id: str
    file_name: str
    default_access: Access
    municipalities: frozenset[str] = frozenset()

    def scope(self, day: date | None) -> Scope:
        """Return whose departments the file may speak of at a meeting."""
        return Scope(day.year if day else None, self.municipalities)


@dataclass(slots=True)
class _Gathered:
    """What a punkt's sections and documents have yielded so far."""

    parts: list[Part]
    bilag: list[Bilag]
    ansvarlig: list[Ansvarlig]
    sag: list[str]
    follow_ups: list[FollowUp]
    budget_items: list[BudgetItem]
    indstilling: str | None = None
    beslutning: Beslutning | None = None


def build_punkt(draft: PunktDraft, meeting_id: str, body: str, day: date | None, source: Source) -> Punkt:
    """Return the punkt that a draft has become; ``body`` met, on ``day``."""
    access = _access(draft, source.default_access)
    gathered = _Gathered([], [], [], [], [], [])
    draft.sections = list(with_own_decisions(draft.sections, body, day))
    _gather_sections(draft, day, access, source, gathered)
    numbers = _bilag_numbers(draft.attachments)
    titles = _bilag_titles(draft.attachments, numbers)
    for item, number, title in zip(draft.attachments, numbers, titles, strict=True):
        _gather_attachment(item, (number, title), access, day, source, gathered)
    gathered.ansvarlig += from_follow_ups(gathered.follow_ups, source.scope(day))
    return Punkt(
        id=f"{meeting_id}-p{draft.key}",
        number=draft.number,
        title=draft.title or f"Punkt {draft.number}",
        pages=PageSpan(min(draft.pages), max(draft.pages)),
        category=draft.category,
        minutes=draft.minutes,
        access=access,
        sag=tuple(dict.fromkeys(gathered.sag)),
        indstilling=gathered.indstilling,
        beslutning=gathered.beslutning,
        follow_ups=tuple(gathered.follow_ups),
        ansvarlig=unique(gathered.ansvarlig),
        bilag=with_documents(gathered.bilag),
        parts=tuple(part for part in gathered.parts if part.paragraphs),
        budget_items=tuple(gathered.budget_items),
    )


def _access(draft: PunktDraft, default: Access) -> Access:
    """Return the punkt's access: by its heading, the lines below it and the recommendation's head."""
    heads = [draft.title]
    for section in draft.sections:
        depth = _FIELD_LINES if section.is_first else _MARK_LINES
        lines = () if _is_bilag_list(section) else section.lines[:depth]
        heads += [line.text for line in lines if not names_bilag(line.text)]
    stated = [
        level
        for item in draft.attachments
        if (level := item.access) and item.unit.kind is UnitKind.INDSTILLING
    ]
    stated += filter(None, [stated_access(heads)])
    if draft.closed or any(section.heading.closed for section in draft.sections):
        stated.append(Access.CLOSED)
    closed = [level for level in stated if level is not Access.OPEN]
    if closed:
        return strictest(closed)
    return Access.OPEN if stated else default


def _is_bilag_list(section: Section) -> bool:
    return bool(section.title) and (section.title or "").lower() in LISTS_BILAG


def _gather_sections(
    draft: PunktDraft, day: date | None, access: Access, source: Source, gathered: _Gathered
) -> None:
    scope = source.scope(day)
    for section in draft.sections:
        is_minutes = section.kind is PartKind.REFERAT or section.formal
        found = list(paragraphs(section.lines, source.vocabulary, section.title, headings=not is_minutes))
        gathered.sag += sag_numbers(line.text for line in section.lines)
        draft.pages += [line.page for line in section.lines]
        if not _is_bilag_list(section):
            gathered.bilag += closed_bilag(section.lines)
        if is_minutes:
            informs = is_informing(draft.title)
            if section.formal:
                decided = decision_under_heading(found, informs, section.whole)
            else:
                decided = decision_in_minutes(found, informs)
            gathered.beslutning = gathered.beslutning or decided.beslutning
            gathered.parts += _minutes(decided, access, source)
            gathered.follow_ups += follow_ups(found, day, source.people)
            gathered.ansvarlig += from_fields("\n".join(p.text for p in found), scope)
            continue
        gathered.parts.append(_part(section.kind, found, access, source))
        fields = "\n".join(line.text for line in section.lines if not line.cells)
        gathered.ansvarlig += from_fields(fields, scope)
        gathered.budget_items += budget_items(
            section.lines, (draft.title,), day, source.document_id, source.scope(day)
        )
        if _is_bilag_list(section):
            gathered.bilag += listed_bilag(section.lines, access, source.vocabulary)
        if section.title and recommends(section.title) and found:
            gathered.indstilling = "\n".join(paragraph.text for paragraph in found)


def _minutes(decided: Decided, access: Access, source: Source) -> Iterator[Part]:
    yield _part(PartKind.BESLUTNING, decided.deciding, access, source)
    yield _part(PartKind.REFERAT, decided.rest, access, source)


def _part(
    kind: PartKind,
    found: Sequence[Paragraph],
    access: Access,
    source: Source,
    bilag: int | None = None,
    title: str | None = None,
) -> Part:
    return Part(kind, tuple(found), bilag, title, access, source.document_id, source.file_name)


def _bilag_numbers(items: Sequence[Attachment]) -> list[int | None]:
    """Return each document's number: by stamp, own head or the recommendation's list, else by its place."""
    numbers = [item.stamp.bilag if item.stamp else item.own.number if item.own else None for item in items]
    listed = next((item.listed for item in items if item.listed), None) or {}
    if any(numbers):
        for place, number in enumerate(numbers):
            below = numbers[place + 1] if place + 1 < len(numbers) else None
            above = numbers[place - 1] if place else 0
            if number is None and below is not None and above is not None and below - above == 2:
                numbers[place] = above + 1
        return numbers
    waiting = iter(sorted(listed))
    return [None if item.unit.kind is UnitKind.INDSTILLING else next(waiting, None) for item in items]


def _bilag_titles(items: Sequence[Attachment], numbers: Sequence[int | None]) -> list[str]:
    """Return each document's title: its stamp's, else the recommendation's list's, else its own."""
    listed = next((item.listed for item in items if item.listed), None) or {}
    own = [item.title for item in items]
    own += [
        *listed.values(),
        *(b for item in items if item.dagsorden for a in item.dagsorden.items for b in a.bilag),
    ]
    titles: list[str] = []
    for item, number in zip(items, numbers, strict=True):
        if item.stamp and item.stamp.title:
            titles.append(completed(item.stamp, own).rstrip(" ."))
        elif item.unit.kind is UnitKind.BILAG and not item.stamp and number is not None and number in listed:
            titles.append(listed[number])
        else:
            titles.append(item.title)
    return titles


def _gather_attachment(
    item: Attachment,
    named: tuple[int | None, str],
    punkt_access: Access,
    day: date | None,
    source: Source,
    gathered: _Gathered,
) -> None:
    lines: Sequence[Line] = with_rows(with_timed_rows(source.text.lines[item.unit.start : item.unit.end]))
    lines, box = parted_recommendation(lines) if item.unit.kind is UnitKind.INDSTILLING else (lines, ())
    number, title = named
    listed = bilag_access(gathered.bilag, number, title)
    access = strictest(
        [punkt_access, item.access or Access.OPEN, stated_access([title]) or Access.OPEN, listed]
    )
    kind = {UnitKind.INDSTILLING: PartKind.INDSTILLING, UnitKind.DAGSORDEN: PartKind.DAGSORDEN}.get(
        item.unit.kind, PartKind.BILAG
    )
    proposed = list(paragraphs(box, source.vocabulary, "Det indstilles"))
    found = list(paragraphs(lines, source.vocabulary))
    gathered.parts += [
        _part(PartKind.INDSTILLING, proposed, access, source, number, title),
        _part(kind, found, access, source, number, title),
    ]
    if number is not None or item.unit.kind is not UnitKind.INDSTILLING:
        gathered.bilag.append(_bilag(item, number, title, access))
    if access is not Access.OPEN and punkt_access is Access.OPEN:
        return  # What a closed bilag says and proposes must not show through the open punkt.
    if proposal := "\n".join(filter(None, (_LEAD.sub("", one.text) for one in proposed))):
        gathered.indstilling = proposal
    scope = source.scope(day)
    gathered.ansvarlig += _answering(item, lines, scope, source)
    gathered.sag += sag_numbers([*_noted(item, source, "sag"), *(line.text for line in lines)])
    if not item.dagsorden:
        gathered.budget_items += budget_items(
            lines, (title, item.title), day, source.document_id, source.scope(day)
        )


def _bilag(item: Attachment, number: int | None, title: str, access: Access) -> Bilag:
    file_name = item.stamp.file_name if item.stamp else None
    agenda = item.dagsorden.items if item.dagsorden else ()
    return Bilag(number, title, file_name, PageSpan(item.first_page, item.last_page), access, agenda)


def _answering(item: Attachment, lines: Sequence[Line], scope: Scope, source: Source) -> Iterator[Ansvarlig]:
    for name in _noted(item, source, "sagsbehandler"):
        yield resolved(source.people.full(name), "sagsbehandler", "brevhoved", scope)
    if item.dagsorden:
        return
    yield from from_table(answering_cells(lines), scope)
    # A row's cells bear the names of their columns, which look like fields.
    fields = paragraphs([line for line in lines if not line.cells], source.vocabulary)
    texts = (text for paragraph in fields for text in (paragraph.heading, paragraph.text) if text)
    yield from from_fields("\n".join(texts), scope)


def _noted(item: Attachment, source: Source, kind: str) -> Iterator[str]:
    for evidence in source.text.evidence:
        if evidence.kind == kind and item.unit.start <= evidence.at < item.unit.end:
            yield evidence.text


def named_referents(lines: Sequence[Line], found: Sequence[Paragraph]) -> tuple[Ansvarlig, ...]:
    """Return who took the minutes by what a cover says, in words, in a field or in a row of its table."""
    fields = [": ".join(line.cells) if len(line.cells) == _FIELD_CELLS else line.text for line in lines]
    named = (person for person in from_fields("\n".join(fields)) if person.role == "referent")
    return unique((*named, *referents(" ".join(paragraph.text for paragraph in found))))
