"""``/search``."""

from typing import Annotated

from fastapi import APIRouter, Query

from search_api.models import SearchResponse
from search_api.params import SearchParams
from search_api.services import CurrentReader, FromServices

router = APIRouter(tags=["Søgning"])


@router.get("/search")
async def search(
    params: Annotated[SearchParams, Query()], services: FromServices, reader: CurrentReader
) -> SearchResponse:
    """Søg i referater og bilag; svaret er altid et citat med sin kilde."""
    response = await services.search.search(params, reader)
    services.metrics.search(response)
    return response
