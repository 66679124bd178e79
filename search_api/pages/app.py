"""The pages, put into the app."""

from fastapi import FastAPI, Response
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.types import Scope

from records.store import SearchStore
from search_api.pages.headers import STATIC_CACHE_CONTROL
from search_api.pages.page_route import answer_breakage_with_pages
from search_api.pages.rendering import STATIC_DIR
from search_api.pages.routes import archive, documents, follow_ups, search, site, status
from search_api.pages.services import page_services
from search_api.services import Services

# Measured on a full result of 65 kB: level 5 takes 1.7 ms and leaves 10.6 kB, 9 takes 2.8 ms and leaves 10.4.
GZIP_LEVEL = 5


class VersionedFiles(StaticFiles):
    """Static files that a browser may keep."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = STATIC_CACHE_CONTROL
        return response


def add_pages(app: FastAPI, services: Services, store: SearchStore) -> None:
    """Serve the pages beside the API.

    :raises ConfigurationError: if the colours or the logo of the settings cannot be used.
    """
    app.state.pages = page_services(services, store)
    site.require_usable(services.settings.pages)
    answer_breakage_with_pages(app)
    app.mount("/static", VersionedFiles(directory=STATIC_DIR), name="static")
    for module in (search, archive, documents, follow_ups, status, site):
        app.include_router(module.router)
    # A PDF is compressed already, and is read in ranges.
    app.add_middleware(
        GZipMiddleware,
        compresslevel=GZIP_LEVEL,
        exclude_content_types=(*DEFAULT_EXCLUDED_CONTENT_TYPES, "application/pdf"),
    )
