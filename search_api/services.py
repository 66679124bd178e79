"""What the routes work with, made once by the app and handed to each request."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from records.originals import OriginalStore
from records.settings import Settings
from search_api.access import ANYONE, Reader
from search_api.archive import Archive
from search_api.metrics import Metrics
from search_api.service import SearchService
from search_api.suggest import Suggester


@dataclass(frozen=True, slots=True)
class Services:
    """Everything behind the routes."""

    settings: Settings
    search: SearchService
    suggest: Suggester
    archive: Archive
    originals: OriginalStore
    metrics: Metrics


def _services(request: Request) -> Services:
    services: Services = request.app.state.services
    return services


def _reader() -> Reader:
    """Return who reads; the one place where a login would be looked at."""
    return ANYONE


FromServices = Annotated[Services, Depends(_services)]
CurrentReader = Annotated[Reader, Depends(_reader)]
