"""A search as an Atom feed: an entry for each punkt, newest first."""

from dataclasses import dataclass

from records.settings import Settings
from search_api.links import punkt_url
from search_api.models import Hit, SearchResponse
from search_api.pages.dates import place
from search_api.pages.links import FEED, FRONT
from search_api.pages.microcopy import MICROCOPY
from search_api.pages.search_form import PageParams
from search_api.pages.snippets import shortened

# What a feed reader shows at most; older ones stay in the search itself.
FEED_SIZE = 50
# What has no date of its own is as old as it can be, so that it never looks new.
NO_DATE = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Entry:
    """A punkt in the feed."""

    id: str
    title: str
    updated: str
    url: str
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed of a search."""

    id: str
    title: str
    updated: str
    author: str
    self_url: str
    page_url: str
    entries: tuple[Entry, ...]


def feed_view(
    response: SearchResponse, params: PageParams, origin: str, settings: Settings, built_at: str | None
) -> Feed:
    """Return the feed of what was found."""
    name = settings.pages.name
    form = MICROCOPY.feed_text.title if params.q else MICROCOPY.feed_text.title_all
    entries = tuple(_entry(hit, origin) for hit in response.hits)
    return Feed(
        id=origin + params.url(FEED),
        title=form.format(name=name, q=params.q),
        updated=built_at or _midnight(NO_DATE),
        author=settings.pages.municipality or name,
        self_url=origin + params.url(FEED),
        page_url=origin + params.url(FRONT),
        entries=entries,
    )


def _entry(hit: Hit, origin: str) -> Entry:
    url = origin + punkt_url(hit.punkt.id)
    return Entry(
        id=url,
        title=MICROCOPY.feed_text.entry.format(
            number=hit.punkt.number, title=hit.punkt.title, place=place(hit.meeting)
        ),
        updated=_midnight(hit.meeting.date or NO_DATE),
        url=url,
        summary=shortened(hit.decided or hit.text),
    )


def _midnight(day: str) -> str:
    return f"{day}T00:00:00Z"
