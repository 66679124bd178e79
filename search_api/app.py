"""The web service."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version

import structlog
from fastapi import FastAPI, Request, Response
from fastapi_offline import FastAPIOffline
from starlette.status import HTTP_500_INTERNAL_SERVER_ERROR

from records.embedding import Embedder
from records.ledger import Ledger
from records.originals import OriginalStore
from records.reranking import Reranker
from records.settings import Settings
from records.store import SearchStore
from search_api.archive import Archive
from search_api.errors import ERROR_RESPONSES, add_error_handlers
from search_api.head import HeadAsGet
from search_api.links import API
from search_api.metrics import Metrics
from search_api.pages import add_pages
from search_api.routes import documents, meetings, operations, punkter, search, status, suggest
from search_api.service import SearchService
from search_api.services import Services
from search_api.suggest import Suggester

log = structlog.get_logger()


def create_app(
    settings: Settings, store: SearchStore, embedder: Embedder, reranker: Reranker | None = None
) -> FastAPI:
    """Return the service for one archive; the store is closed when the service ends."""
    services = Services(
        settings=settings,
        search=SearchService(settings, store, embedder, reranker),
        suggest=Suggester(store, settings.index),
        archive=Archive(store, settings.index, Ledger(settings.archive_dir)),
        originals=OriginalStore(settings.archive_dir),
        metrics=Metrics(),
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await services.search.prepare()
        yield
        await store.close()

    # Its /docs loads nothing from elsewhere.
    app = FastAPIOffline(
        title="Referatsøg",
        summary="Søgning i kommunale referater og bilag",
        version=version("referatsoeg"),
        lifespan=lifespan,
        redoc_url=None,
    )
    app.state.services = services
    app.middleware("http")(_watched)
    add_error_handlers(app)
    for module in (search, suggest, meetings, punkter, documents, status):
        app.include_router(module.router, prefix=API, responses=ERROR_RESPONSES)
    app.include_router(operations.router)
    add_pages(app, services, store)
    app.add_middleware(HeadAsGet)
    return app


async def _watched(request: Request, handle: Callable[[Request], Awaitable[Response]]) -> Response:
    """Time and count the request; neither its query nor an id is logged."""
    started = time.perf_counter()
    status = HTTP_500_INTERNAL_SERVER_ERROR
    try:
        response = await handle(request)
        status = response.status_code
    finally:
        seconds = time.perf_counter() - started
        route = _pattern(request)
        services: Services = request.app.state.services
        services.metrics.request(route, status, seconds)
        log.info("svar", method=request.method, route=route, status=status, ms=round(seconds * 1000))
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    return response


def _pattern(request: Request) -> str:
    """Return the pattern of the address, which holds no id; files that lie in a folder go by the folder."""
    folder: str = request.scope.get("root_path", "")
    return getattr(request.scope.get("route"), "path", None) or folder or "ukendt"
