"""``/documents``."""

from fastapi import APIRouter
from fastapi.responses import FileResponse, RedirectResponse, Response
from starlette.status import HTTP_303_SEE_OTHER

from records.errors import NotFound
from search_api.archive_models import DocumentResponse
from search_api.links import document_url
from search_api.services import CurrentReader, FromServices

router = APIRouter(tags=["Filer"])


@router.get("/documents/{document_id}")
async def document(document_id: str, services: FromServices, reader: CurrentReader) -> DocumentResponse:
    """En fils oplysninger."""
    return await services.archive.document(reader, document_id)


@router.get(
    "/documents/{document_id}/file",
    response_class=FileResponse,
    responses={200: {"content": {"application/pdf": {}, "text/plain": {}}, "description": "Filen selv."}},
)
async def file(document_id: str, services: FromServices, reader: CurrentReader) -> Response:
    """Filen selv; #page=N åbner den på siden."""
    try:
        found = await services.archive.document(reader, document_id)
    except NotFound:
        # A file with closed pages is withheld whole; what is open in it can be read as text.
        if not await services.archive.has_open_text(reader, document_id):
            raise
        return RedirectResponse(document_url(document_id), HTTP_303_SEE_OTHER)
    return FileResponse(
        services.originals.path(found.id),
        media_type=found.media_type,
        filename=found.file_name,
        content_disposition_type="inline",
    )
