"""What can be suggested while someone types: titles, case numbers and who answers, one document for each."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from records.models import Access, Meeting, Punkt

Json = dict[str, Any]
Kind = Literal["punkt", "sag", "ansvarlig"]

# A title or a name that is longer was misread, and fills no line that anyone would choose.
MAX_CHARS = 200
# A title of so many punkter is a standing item of the agenda, and no matter that anyone asks about.
STANDING = 3


@dataclass(slots=True)
class _Suggestion:
    """A text that names something, and what is known of the punkter that hold it."""

    text: str
    newest: date | None
    record: Json
    punkter: int = 0
    asks: set[str] = field(default_factory=set)


def suggestion_documents(meetings: Iterable[Meeting]) -> Iterator[tuple[str, Json]]:
    """Yield a document for each text that may be suggested, apart for each access class that it stands in."""
    gathered: dict[tuple[Access, Kind, str], _Suggestion] = {}
    for meeting in sorted(meetings, key=lambda one: one.date or date.min, reverse=True):
        for punkt in meeting.punkter:
            for kind, text, record in _texts(punkt):
                if len(text) > MAX_CHARS:
                    continue
                key = (punkt.access, kind, text.casefold())
                # The newest comes first, and gives the spelling and the link.
                newest = gathered.setdefault(key, _Suggestion(text, meeting.date, record))
                newest.punkter += 1
                newest.asks.update(_asks(punkt))
    for (access, kind, text), suggestion in gathered.items():
        digest = hashlib.sha256(f"{access}\n{kind}\n{text}".encode()).hexdigest()[:16]
        yield f"suggestion-{digest}", _document(access, kind, suggestion)


def _texts(punkt: Punkt) -> Iterator[tuple[Kind, str, Json]]:
    """Yield what names the punkt, its sager and its people, each with what its link is made of."""
    yield "punkt", " ".join(punkt.title.split()), {"punkt_id": punkt.id}
    for sag in dict.fromkeys(punkt.sag):
        yield "sag", sag, {}
    for name, code in dict.fromkeys((one.name, one.code) for one in punkt.answering):
        for text in dict.fromkeys(text for text in (name, code) if text):
            yield "ansvarlig", text, {"name": name}


def _asks(punkt: Punkt) -> Iterator[str]:
    """Yield the intents of the questions that the punkt has an answer to."""
    if punkt.beslutning:
        yield "decision"
    if punkt.follow_ups:
        yield "follow_up"


def _document(access: Access, kind: Kind, suggestion: _Suggestion) -> Json:
    return {
        "kind": "suggestion",
        "access": str(access),
        "suggestion": {
            "kind": kind,
            "text": suggestion.text,
            "newest": suggestion.newest and suggestion.newest.isoformat(),
            "asks": sorted(suggestion.asks) if suggestion.punkter < STANDING else [],
        },
        "record": suggestion.record,
    }
