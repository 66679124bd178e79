"""The table of follow-ups, as a page and as CSV."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from search_api.pages.follow_up_csv import follow_up_csv
from search_api.pages.follow_up_view import FollowUpParams, chosen_rows, follow_up_view
from search_api.pages.headers import SECURITY_HEADERS
from search_api.pages.links import FOLLOW_UPS
from search_api.pages.microcopy import MICROCOPY
from search_api.pages.origin import Origin
from search_api.pages.page_route import PageRoute
from search_api.pages.services import FromPages, Today
from search_api.services import CurrentReader

router = APIRouter(include_in_schema=False, route_class=PageRoute)

Params = Annotated[FollowUpParams, Query()]


@router.get(FOLLOW_UPS)
async def follow_ups(
    request: Request, params: Params, pages: FromPages, reader: CurrentReader, today: Today
) -> Response:
    """Show what is followed up on, by whom and when."""
    found = await pages.follow_ups.all(reader)
    context = {"view": follow_up_view(found, params, today)}
    return pages.renderer.page(request, "opfoelgning.html", context)


@router.get(f"{FOLLOW_UPS}.csv")
async def as_csv(
    params: Params, pages: FromPages, reader: CurrentReader, today: Today, origin: Origin
) -> Response:
    """Send the same for a spreadsheet, all of it."""
    rows = chosen_rows(await pages.follow_ups.all(reader), params, today)
    headers = {"Content-Disposition": f'attachment; filename="{MICROCOPY.csv.file_name}"'}
    return Response(
        follow_up_csv(rows, origin, today),
        media_type="text/csv; charset=utf-8",
        headers=SECURITY_HEADERS | headers,
    )
