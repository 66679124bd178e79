"""Hits as they stand on the search page, gathered under their punkter."""

from dataclasses import dataclass

from markupsafe import Markup

from search_api.links import meeting_url
from search_api.models import Hit
from search_api.pages.dates import DateView, date_view
from search_api.pages.links import document_page_url
from search_api.pages.microcopy import MICROCOPY
from search_api.pages.people import named
from search_api.pages.scanned import ScanNote, quoted_note
from search_api.pages.snippets import snippet

# So many passages of a punkt stand open; the rest fold away, so that the next punkt is in sight.
OPEN_PASSAGES = 2


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A passage of a punkt: what part it is, its words, and the link to the page where they stand."""

    part: str
    label: str
    bilag: str | None
    snippet: Markup
    scan: ScanNote | None
    page: int
    url: str
    file_url: str


@dataclass(frozen=True, slots=True)
class Group:
    """A punkt among the results with its best passages."""

    title: str
    number: str
    url: str
    body: str
    date: DateView
    meeting_url: str
    ansvarlig: str
    passages: tuple[PassageLine, ...]
    others: tuple[PassageLine, ...]


def group(hit: Hit, q: str) -> Group:
    """Return the punkt of the hit with all its passages that were found."""
    lines = [passage_line(one, q) for one in (hit, *hit.more)]
    return Group(
        title=hit.punkt.title,
        number=hit.punkt.number,
        url=hit.url,
        body=hit.meeting.body,
        date=date_view(hit.meeting.date, hit.meeting.date_source),
        meeting_url=meeting_url(hit.meeting.id),
        ansvarlig=named(hit.ansvarlig),
        passages=tuple(lines[:OPEN_PASSAGES]),
        others=tuple(lines[OPEN_PASSAGES:]),
    )


def passage_line(hit: Hit, q: str) -> PassageLine:
    """Return the passage with the link to its place on the page."""
    return PassageLine(
        part=str(hit.part),
        label=_label(hit),
        bilag=hit.bilag.title if hit.bilag else None,
        snippet=snippet(hit.highlights, hit.text),
        scan=quoted_note([hit.confidence]),
        page=hit.page,
        url=document_page_url(hit.document.id, hit.page, q, hit.id),
        file_url=hit.file_url,
    )


def _label(hit: Hit) -> str:
    """Return what part it is: a bilag by its number, where it has one."""
    if hit.bilag and hit.bilag.number is not None:
        return str(MICROCOPY.meeting.bilag_number.format(number=hit.bilag.number))
    return str(getattr(MICROCOPY.part, hit.part))
