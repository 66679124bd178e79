"""What the pages work with beside the API's services, made once by the app."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Depends, Request

from records.recognised import RecognisedPages
from records.store import SearchStore
from search_api.coverage import Coverage
from search_api.document_text import DocumentText
from search_api.follow_up_list import FollowUpList
from search_api.pages.completeness import Completeness
from search_api.pages.file_cache import FileCache
from search_api.pages.pictures import Pictures
from search_api.pages.rendering import Renderer
from search_api.sag import SagFinder
from search_api.services import Services

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class PageServices:
    """Everything behind the pages."""

    renderer: Renderer
    completeness: Completeness
    coverage: Coverage
    document_text: DocumentText
    follow_ups: FollowUpList
    pictures: Pictures
    sag: SagFinder


def page_services(services: Services, store: SearchStore) -> PageServices:
    """Return what the pages of one archive work with."""
    settings = services.settings
    return PageServices(
        renderer=Renderer(settings.pages),
        completeness=Completeness(),
        coverage=Coverage(store, settings.index),
        document_text=DocumentText(store, settings.index),
        follow_ups=FollowUpList(store, settings.index),
        # Beside the originals and as private as they are.
        pictures=Pictures(
            FileCache(settings.archive_dir / "pictures", settings.pages.pictures_mb * MIB),
            RecognisedPages(settings.archive_dir),
        ),
        sag=SagFinder(store, settings.index, services.search),
    )


def _page_services(request: Request) -> PageServices:
    services: PageServices = request.app.state.pages
    return services


def today() -> date:
    """Return the day on which something is overdue or not."""
    return datetime.now(UTC).astimezone().date()


FromPages = Annotated[PageServices, Depends(_page_services)]
Today = Annotated[date, Depends(today)]
