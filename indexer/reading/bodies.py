"""Which body met: by the cover, by a recommendation's head, else by the file's neighbours and its words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from indexer.reading.drafts import MeetingDraft
from indexer.reading.line import Line

UNKNOWN_BODY = "Ukendt organ"
# "på skolemødet", "byrådets møde"
_MEETING_NOUN = re.compile(r"\b([a-zæøåA-ZÆØÅ][a-zæøå]{4,}møde)(?:t|ts|r|rne)?\b")
_COMMON = frozenset(
    {
        "statusmøde",
        "temamøde",
        "udvalgsmøde",
        "dialogmøde",
        "fællesmøde",
        "magistratsmøde",
        "byrådsmøde",
        "direktionsmøde",
        "forligskredsmøde",
        "fyraftensmøde",
    }
)


def body_of(draft: MeetingDraft, drafts: Sequence[MeetingDraft], lines: Iterable[Line]) -> str:
    """Return the name of the body that held a meeting."""
    if draft.cover_body:
        return draft.cover_body
    heads = [item.body for item in draft.attachments if item.body]
    if heads:
        return heads[0]
    near = [
        body
        for other in drafts
        for body in (other.cover_body, *(item.body for item in other.attachments))
        if body
    ]
    if near:
        return near[0]
    return _mentioned(lines) or UNKNOWN_BODY


def _mentioned(lines: Iterable[Line]) -> str | None:
    counts = Counter(m[1].lower() for line in lines for m in _MEETING_NOUN.finditer(line.text))
    for common in _COMMON:
        counts.pop(common, None)
    best = counts.most_common(1)
    return best[0][0].capitalize() if best else None
