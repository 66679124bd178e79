"""What every page leans on: colours and logo, the accessibility statement, the page of an unknown address."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

from records.errors import NotFound
from records.settings import PageSettings
from search_api.links import API
from search_api.pages.brand import brand_css, logo_type
from search_api.pages.headers import SECURITY_HEADERS, STATIC_CACHE_CONTROL
from search_api.pages.links import ACCESSIBILITY
from search_api.pages.microcopy import MICROCOPY
from search_api.pages.page_route import PageRoute
from search_api.pages.services import FromPages
from search_api.services import FromServices

# The settings are read when the service starts, so a new colour shows within this time of a restart.
BRAND_CACHE_CONTROL = "public, max-age=300"

router = APIRouter(include_in_schema=False, route_class=PageRoute)


def require_usable(settings: PageSettings) -> None:
    """Accept the colours and the logo.

    :raises ConfigurationError: if one of them cannot be used.
    """
    brand_css(settings)
    if settings.logo:
        logo_type(settings.logo)


@router.get("/brand.css")
async def brand(services: FromServices) -> Response:
    """Send the colours of the settings."""
    css = brand_css(services.settings.pages)
    return Response(css, media_type="text/css", headers={"Cache-Control": BRAND_CACHE_CONTROL})


@router.get("/logo")
async def logo(services: FromServices) -> Response:
    """Send the logo of the settings."""
    file = services.settings.pages.logo
    if file is None:
        raise NotFound(MICROCOPY.error.no_such_page)
    # A drawing may hold scripts; the policy of the pages forbids them here too.
    return FileResponse(file, media_type=logo_type(file), headers=SECURITY_HEADERS)


@router.get("/favicon.ico")
async def favicon() -> Response:
    """Send nothing; the icon is named in every page."""
    return Response(status_code=204, headers={"Cache-Control": STATIC_CACHE_CONTROL})


@router.get(ACCESSIBILITY)
async def accessibility(request: Request, pages: FromPages) -> Response:
    """Show the accessibility statement."""
    return pages.renderer.page(request, "tilgaengelighed.html", {})


@router.get("/{unknown:path}")
async def unknown_address(unknown: str) -> Response:
    """Say that the address leads nowhere; below the API that is JSON."""
    if f"/{unknown}".startswith(f"{API}/"):
        raise HTTPException(404)
    raise NotFound(MICROCOPY.error.no_such_page)
