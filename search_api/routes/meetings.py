"""``/meetings``."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query

from search_api.archive_models import MeetingList, MeetingResponse
from search_api.params import MAX_PAGE, MAX_SIZE
from search_api.services import CurrentReader, FromServices

router = APIRouter(tags=["Møder"])


@router.get("/meetings")
async def meetings(
    services: FromServices,
    reader: CurrentReader,
    body: Annotated[str | None, Query(max_length=300)] = None,
    date_from: date | None = None,
    date_to: date | None = None,
    page: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 1,
    size: Annotated[int, Query(ge=1, le=MAX_SIZE)] = 20,
) -> MeetingList:
    """Møder, de nyeste først."""
    filters: list[dict[str, Any]] = [{"term": {"meeting.body": body}}] if body else []
    bounds = {name: day.isoformat() for name, day in (("gte", date_from), ("lte", date_to)) if day}
    if bounds:
        filters.append({"range": {"meeting.date": bounds}})
    return await services.archive.meetings(reader, filters, (page - 1) * size, size)


@router.get("/meetings/{meeting_id}")
async def meeting(meeting_id: str, services: FromServices, reader: CurrentReader) -> MeetingResponse:
    """Et møde med dets punkter, beslutninger og bilag."""
    return await services.archive.meeting(reader, meeting_id)
