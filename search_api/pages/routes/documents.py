"""The page of a document, and the pictures of its pages."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from starlette.status import HTTP_304_NOT_MODIFIED

from records.errors import NotFound
from search_api.access import Reader
from search_api.archive_models import DocumentResponse
from search_api.document_text import PageText
from search_api.pages.document_view import (
    PDF,
    Asked,
    DocumentPage,
    Picture,
    document_view,
    picture,
    searched_words,
    text_only_view,
)
from search_api.pages.headers import SECURITY_HEADERS
from search_api.pages.marking import marks
from search_api.pages.page_route import PageRoute
from search_api.pages.pictures import Kind, picture_name
from search_api.pages.services import FromPages, PageServices
from search_api.params import MAX_QUERY_CHARS, Words
from search_api.services import CurrentReader, FromServices, Services

MAX_PAGES = 100_000

router = APIRouter(include_in_schema=False, route_class=PageRoute)

Number = Annotated[int, Query(ge=1, le=MAX_PAGES)]


@router.get("/dokument/{document_id}")
async def document(
    request: Request,
    document_id: str,
    services: FromServices,
    pages: FromPages,
    reader: CurrentReader,
    side: Number = 1,
    q: Annotated[Words, Query(max_length=MAX_QUERY_CHARS)] = "",
    passage: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Show a page of a document, with the searched words and the chosen passage marked."""
    asked = Asked(side, q, passage)
    texts = await pages.document_text.page(reader, document_id, side, q)
    try:
        found = await services.archive.document(reader, document_id)
    except NotFound:
        # A file can hold passages that may be read and be closed as a whole.
        if not texts:
            raise
        view = text_only_view(document_id, asked, texts)
    else:
        view = await _whole(found, asked, texts, services, pages, reader)
    return pages.renderer.page(request, "dokument.html", {"view": view})


async def _whole(
    found: DocumentResponse,
    asked: Asked,
    texts: list[PageText],
    services: Services,
    pages: PageServices,
    reader: Reader,
) -> DocumentPage:
    if asked.number > found.page_count:
        raise NotFound("Filen har ikke så mange sider.")
    hits, shown = await asyncio.gather(
        pages.document_text.hits(reader, found.id, asked.q), _picture(found, asked, texts, services, pages)
    )
    return document_view(found, asked, texts, hits, shown)


async def _picture(
    found: DocumentResponse, asked: Asked, texts: list[PageText], services: Services, pages: PageServices
) -> Picture | None:
    if found.media_type != PDF:
        return None
    file = services.originals.path(found.id)
    layout = await pages.pictures.layout(file, found.id, asked.number)
    chosen = next((text.text for text in texts if text.id == asked.passage), None)
    return picture(found, asked.number, layout, marks(layout, searched_words(texts), chosen))


@router.get("/dokument/{document_id}/{kind}/{page}.png")
async def page_picture(
    request: Request,
    document_id: str,
    kind: Kind,
    page: Annotated[int, Path(ge=1, le=MAX_PAGES)],
    services: FromServices,
    pages: FromPages,
    reader: CurrentReader,
) -> Response:
    """Send the picture of a page of a PDF that the reader may see.

    A picture never changes, but the right to see it may: so a browser that has it asks again each time.
    """
    found = await services.archive.document(reader, document_id)
    if found.media_type != PDF or page > found.page_count:
        raise NotFound("Siden findes ikke som billede.")
    headers = SECURITY_HEADERS | {"ETag": f'"{picture_name(found.id, page, kind)}"'}
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return Response(status_code=HTTP_304_NOT_MODIFIED, headers=headers)
    drawn = await pages.pictures.picture(services.originals.path(found.id), found.id, page, kind)
    return Response(drawn, media_type="image/png", headers=headers)
