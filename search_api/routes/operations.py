"""Health, readiness and metrics, for those who operate the service."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST

from search_api.errors import ERROR_RESPONSES
from search_api.services import FromServices

router = APIRouter(tags=["Drift"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Tjenesten kører."""
    return {"status": "kører"}


@router.get("/readyz", responses={503: ERROR_RESPONSES[503]})
async def readyz(services: FromServices) -> dict[str, str]:
    """Tjenesten kan søge: OpenSearch svarer, og indekset er lavet med tjenestens egen sprogmodel."""
    await services.search.check()
    return {"status": "klar"}


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
async def metrics(services: FromServices) -> Response:
    """Tællere i Prometheus' format."""
    return Response(services.metrics.exposition(), media_type=CONTENT_TYPE_LATEST)
