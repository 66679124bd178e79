"""Templates to pages."""

import hashlib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from records.settings import PageSettings
from search_api.pages import links
from search_api.pages.headers import SECURITY_HEADERS
from search_api.pages.microcopy import MICROCOPY, counted, danish_number

STATIC_DIR = Path(str(files("search_api.pages").joinpath("static")))


class Renderer:
    """Fills templates; everything that a document or a query says is escaped."""

    def __init__(self, settings: PageSettings) -> None:
        self._environment = Environment(
            loader=PackageLoader("search_api.pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {
            "t": MICROCOPY,
            "site": settings,
            "links": links,
            "counted": counted,
            "danish_number": danish_number,
            "static_version": _static_version(),
        }
        self._environment.filters["capitalize_first"] = _capitalize_first

    def page(
        self, request: Request, template: str, context: Mapping[str, object], status: int = 200
    ) -> Response:
        """Return the page."""
        html = self._environment.get_template(template).render(path=request.url.path, **context)
        return HTMLResponse(html, status, headers=SECURITY_HEADERS)

    def text(self, template: str, context: Mapping[str, object]) -> str:
        """Return the filled template alone."""
        return self._environment.get_template(template).render(**context)


def _capitalize_first(text: str) -> str:
    """Return the text with a large first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def _static_version() -> str:
    """Return a digest of the static files, so that a browser never keeps those of an earlier version."""
    digest = hashlib.sha256()
    for file in sorted(STATIC_DIR.iterdir()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
