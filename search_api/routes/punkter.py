"""``/punkter``."""

from fastapi import APIRouter

from search_api.archive_models import PunktResponse
from search_api.services import CurrentReader, FromServices

router = APIRouter(tags=["Punkter"])


@router.get("/punkter/{punkt_id}")
async def punkt(punkt_id: str, services: FromServices, reader: CurrentReader) -> PunktResponse:
    """Et punkt: indstilling, beslutning, opfølgning, bilag, tekst og samme sag andre steder."""
    return await services.archive.punkt(reader, punkt_id)
