"""The addresses of the pages; until there are pages they lead to the same thing in the API."""

from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from search_api.links import API

router = APIRouter(include_in_schema=False)


@router.get("/")
async def front() -> RedirectResponse:
    """Lead to the description of the API."""
    return RedirectResponse("/docs")


@router.get("/moede/{meeting_id}")
async def meeting(meeting_id: str) -> RedirectResponse:
    """Lead to the meeting."""
    return _to("meetings", meeting_id)


@router.get("/punkt/{punkt_id}")
async def punkt(punkt_id: str) -> RedirectResponse:
    """Lead to the punkt."""
    return _to("punkter", punkt_id)


@router.get("/dokument/{document_id}")
async def document(document_id: str) -> RedirectResponse:
    """Lead to the file."""
    return _to("documents", document_id)


def _to(collection: str, identifier: str) -> RedirectResponse:
    return RedirectResponse(f"{API}/{collection}/{quote(identifier, safe='')}")
