"""``/suggest``."""

from typing import Annotated

from fastapi import APIRouter, Query

from search_api.models import SuggestResponse
from search_api.params import Typed
from search_api.services import CurrentReader, FromServices

router = APIRouter(tags=["Søgning"])


@router.get("/suggest")
async def suggest(
    typed: Annotated[Typed, Query()], services: FromServices, reader: CurrentReader
) -> SuggestResponse:
    """Det, der er ved at blive skrevet, fuldført: titler, sager, ansvarlige og spørgsmål, de bedste først."""
    return await services.suggest.suggest(reader, typed.q)
