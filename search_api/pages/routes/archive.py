"""The pages of a meeting and of a punkt."""

from fastapi import APIRouter, Request, Response

from search_api.archive_queries import EVERYTHING
from search_api.pages.meeting_view import meeting_view
from search_api.pages.origin import Origin
from search_api.pages.page_route import PageRoute
from search_api.pages.punkt_view import punkt_view
from search_api.pages.services import FromPages
from search_api.services import CurrentReader, FromServices

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/moede/{meeting_id}")
async def meeting(
    request: Request, meeting_id: str, services: FromServices, pages: FromPages, reader: CurrentReader
) -> Response:
    """Show the agenda of a meeting, with what was decided."""
    found = await services.archive.meeting(reader, meeting_id)
    of_body = [{"term": {"meeting.body": found.body}}]
    others = await services.archive.meetings(reader, of_body, 0, EVERYTHING)
    context = {"view": meeting_view(found, others.meetings)}
    return pages.renderer.page(request, "moede.html", context)


@router.get("/punkt/{punkt_id}")
async def punkt(
    request: Request,
    punkt_id: str,
    services: FromServices,
    pages: FromPages,
    reader: CurrentReader,
    origin: Origin,
) -> Response:
    """Show a punkt, and its sag in other meetings."""
    found = await services.archive.punkt(reader, punkt_id)
    related = await pages.sag.related(reader, found)
    return pages.renderer.page(request, "punkt.html", {"view": punkt_view(found, related, origin)})
