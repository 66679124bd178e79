"""``/documents``."""

from fastapi import APIRouter
from fastapi.responses import FileResponse

from search_api.archive_models import DocumentResponse
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
async def file(document_id: str, services: FromServices, reader: CurrentReader) -> FileResponse:
    """Filen selv; #page=N åbner den på siden."""
    found = await services.archive.document(reader, document_id)
    return FileResponse(
        services.originals.path(found.id),
        media_type=found.media_type,
        filename=found.file_name,
        content_disposition_type="inline",
    )
