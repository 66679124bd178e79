"""The search page, and the same search as a feed."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from search_api.access import Reader
from search_api.pages.completeness import unread_files
from search_api.pages.feed import FEED_SIZE, feed_view
from search_api.pages.headers import SECURITY_HEADERS
from search_api.pages.links import FRONT
from search_api.pages.meeting_view import summary_line
from search_api.pages.origin import Origin
from search_api.pages.page_route import PageRoute
from search_api.pages.search_form import PageParams
from search_api.pages.search_view import search_view
from search_api.pages.services import FromPages, PageServices
from search_api.services import CurrentReader, FromServices, Services

# As many as are seen below the field without scrolling.
NEWEST = 5

ATOM = "application/atom+xml; charset=utf-8"

router = APIRouter(include_in_schema=False, route_class=PageRoute)

Params = Annotated[PageParams, Query()]


@router.get(FRONT)
async def search(
    request: Request,
    params: Params,
    services: FromServices,
    pages: FromPages,
    reader: CurrentReader,
    origin: Origin,
) -> Response:
    """Show what was found; without a search it is the front page."""
    if params.asks_nothing:
        return await _front(request, params, services, pages, reader)
    response = await services.search.search(params, reader, FRONT)
    services.metrics.search(response)
    view = search_view(response, params, origin)
    figures = await pages.completeness.figures(services)
    context = {"view": view, "params": view.params, "figures": figures, "unread": unread_files(figures)}
    return pages.renderer.page(request, "search.html", context)


async def _front(
    request: Request, params: PageParams, services: Services, pages: PageServices, reader: Reader
) -> Response:
    figures = await pages.completeness.figures(services)
    newest = await services.archive.meetings(reader, [], 0, NEWEST) if figures["passages"] else None
    context = {
        "params": params,
        "newest": [summary_line(meeting) for meeting in newest.meetings] if newest else [],
        "figures": figures,
        "unread": unread_files(figures),
    }
    return pages.renderer.page(request, "front.html", context)


@router.get("/feed.atom")
async def feed(
    params: Params, services: FromServices, pages: FromPages, reader: CurrentReader, origin: Origin
) -> Response:
    """Send the search as a feed, newest first."""
    newest = params.changed(sort="date", size=FEED_SIZE, group="punkt")
    response = await services.search.search(newest, reader, FRONT)
    figures = await pages.completeness.figures(services)
    view = feed_view(response, params, origin, services.settings, figures["built_at"])
    text = pages.renderer.text("feed.xml", {"view": view})
    return Response(text, media_type=ATOM, headers=SECURITY_HEADERS)
