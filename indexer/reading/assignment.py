"""Documents assigned to the punkt that their stamp, title or date names."""

import re
from collections.abc import Sequence
from datetime import date

from indexer.reading.attachments import Attachment
from indexer.reading.drafts import MeetingDraft, PunktDraft
from indexer.reading.layouts.vocabulary import LISTS_BILAG
from indexer.reading.titles import SAME_TITLE, similarity
from indexer.reading.units import UnitKind

# "1. ", "Bilag 1: ", "- "
_ENTRY_MARK = re.compile(r"^(?:[Bb]ilag )?(?:\d{1,2}[.):]?|[•–-])(?: ?[:–-])? ")
_RANK_STAMP, _RANK_DOCUMENT = 1, 2


def assign(drafts: Sequence[MeetingDraft]) -> None:
    """Give each document to its punkt, in the meeting of the file that it fits."""
    for draft in drafts:
        above: PunktDraft | None = None
        for item in draft.attachments:
            above = _punkt_for(item, draft, drafts, above)
            above.attachments.append(item)
            above.pages += [item.first_page, item.last_page]
            above.name(item.title, _RANK_DOCUMENT if item.unit.kind is UnitKind.INDSTILLING else 0)
            if item.stamp:
                above.name(item.stamp.title, _RANK_STAMP)
            above.minutes = above.minutes or item.minutes


def _punkt_for(
    item: Attachment, draft: MeetingDraft, drafts: Sequence[MeetingDraft], above: PunktDraft | None
) -> PunktDraft:
    if item.stamp and above and above.number == item.stamp.punkt:
        return above
    if item.stamp:
        return draft.punkt(item.stamp.punkt)
    if item.own and (named := _punkt_named(item, draft)):
        return named
    if item.unit.kind is UnitKind.BILAG and above:
        return _punkt_between(item, draft, above) or above
    if item.own and (begun := _punkt_above(item, draft)):
        return begun
    candidates = [draft] if draft.closed or len(drafts) == 1 else list(drafts)
    if item.unit.kind is UnitKind.DAGSORDEN:
        return (
            _punkt_of_dagsorden(item, candidates) or above or _punkt_above(item, draft) or _unnumbered(draft)
        )
    alike, punkt = max((meeting.best_punkt(item.title) for meeting in candidates), key=lambda found: found[0])
    if punkt and alike >= SAME_TITLE:
        return punkt
    return above if above and item.unit.kind is UnitKind.BILAG else _unnumbered(draft)


def _punkt_of_dagsorden(item: Attachment, candidates: Sequence[MeetingDraft]) -> PunktDraft | None:
    """Return the punkt about the other body's meeting, in the meeting nearest before it."""
    body = (item.dagsorden.body if item.dagsorden else None) or item.title
    fitting = sorted(candidates, key=lambda draft: _distance(draft, item))
    for draft in fitting:
        about = [punkt for punkt in draft.punkter.values() if "udvalg" in punkt.title.lower()]
        if len(about) == 1 and "udvalg" in body.lower():
            return about[0]
        alike, punkt = max(
            ((similarity(body, p.title), p) for p in about or draft.punkter.values()),
            key=lambda found: found[0],
            default=(0.0, None),
        )
        if punkt and alike >= SAME_TITLE:
            return punkt
    return None


def _distance(draft: MeetingDraft, item: Attachment) -> int:
    day: date | None = item.dagsorden.day if item.dagsorden else None
    if day is None or draft.cover_day is None:
        return 0
    days = (day - draft.cover_day).days
    return days if days >= 0 else 1000 - days


def _punkt_named(item: Attachment, draft: MeetingDraft) -> PunktDraft | None:
    """Return the punkt that a bilag's own head names, or whose list of bilag names it."""
    if item.own and item.own.punkt:
        return draft.punkter.get(item.own.punkt)
    for punkt in draft.punkter.values():
        lists = (section for section in punkt.sections if (section.title or "").lower() in LISTS_BILAG)
        entries = (_ENTRY_MARK.sub("", line.text) for section in lists for line in section.lines)
        if any(similarity(entry, item.title) >= SAME_TITLE for entry in entries):
            return punkt
    return None


def _punkt_between(item: Attachment, draft: MeetingDraft, above: PunktDraft) -> PunktDraft | None:
    """Return the punkt that began between the last document of another punkt and this one."""
    begun = _punkt_above(item, draft) if item.own else None
    return begun if begun and min(begun.pages) > above.attachments[-1].last_page else None


def _punkt_above(item: Attachment, draft: MeetingDraft) -> PunktDraft | None:
    """Return the punkt that was the last to begin before a document."""
    begun = [punkt for punkt in draft.punkter.values() if punkt.pages and min(punkt.pages) <= item.first_page]
    return max(reversed(begun), key=lambda punkt: min(punkt.pages), default=None)


def _unnumbered(draft: MeetingDraft) -> PunktDraft:
    """Return a new punkt for a document that names none, numbered behind those there are."""
    taken = [int(number) for number in draft.punkter if number.isdigit()]
    return draft.punkt(str(max(taken, default=0) + 1))
