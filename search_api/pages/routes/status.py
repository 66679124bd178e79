"""The ledger's page."""

from fastapi import APIRouter, Request, Response

from search_api.pages.links import STATUS
from search_api.pages.page_route import PageRoute
from search_api.pages.services import FromPages
from search_api.pages.status_view import status_view
from search_api.routes.status import status as figures_of
from search_api.services import CurrentReader, FromServices

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get(STATUS)
async def status(
    request: Request, services: FromServices, pages: FromPages, reader: CurrentReader
) -> Response:
    """Show what can be searched, and what is missing."""
    figures = await figures_of(services)
    coverage = await pages.coverage.by_body(reader) if figures["built_at"] else []
    return pages.renderer.page(request, "status.html", {"view": status_view(figures, coverage)})
