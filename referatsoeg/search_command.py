"""``search``: the answer first, then the hits; the same search as the API's."""

import asyncio
from typing import Annotated, Any, Literal

import typer

from records.embedding import create_embedder
from records.reranking import create_reranker
from records.settings import Settings, load_settings
from records.store import SearchStore
from referatsoeg.engine import engine_url
from referatsoeg.search_card import print_response
from referatsoeg.terminal import print_json
from search_api.models import SearchResponse
from search_api.params import MAX_QUERY_CHARS, MAX_SIZE, SearchParams
from search_api.service import SearchService


def search(
    question: Annotated[str, typer.Argument(metavar="SPØRGSMÅL", help="Spørgsmål eller søgeord på dansk.")],
    json: Annotated[bool, typer.Option("--json", help="Skriv API'ets JSON og intet andet.")] = False,
    mode: Annotated[
        Literal["hybrid", "keyword", "semantic"], typer.Option(help="Ord, betydning, eller begge.")
    ] = "hybrid",
    sort: Annotated[
        Literal["relevance", "date"], typer.Option(help="Mest relevante eller nyeste først.")
    ] = "relevance",
    group: Annotated[Literal["none", "punkt"], typer.Option(help="Saml hits under deres punkt.")] = "none",
    page: Annotated[int, typer.Option(min=1, max=100, help="Side i resultatet.")] = 1,
    size: Annotated[int, typer.Option(min=1, max=MAX_SIZE, help="Hits på en side.")] = 10,
    explain: Annotated[bool, typer.Option("--explain", help="Vis, hvad hvert hits score består af.")] = False,
) -> None:
    """Søg i referater og bilag."""
    settings = load_settings()
    params = SearchParams(
        q=question[:MAX_QUERY_CHARS],
        mode=mode,
        sort=sort,
        group=group,
        page=page,
        size=size,
        explain=explain,
    )
    response = found(settings, params)
    if json:
        print_json(as_json(response))
    else:
        print_response(response, settings.api)


def print_search(settings: Settings, question: str) -> SearchResponse:
    """Search the archive, print what was found and return it."""
    response = found(settings, SearchParams(q=question))
    print_response(response, settings.api)
    return response


def found(settings: Settings, params: SearchParams) -> SearchResponse:
    """Return what the search finds in the archive.

    :raises ReferatsoegError: if it cannot be searched.
    """
    return asyncio.run(_found(settings, params, engine_url(settings)))


def as_json(response: SearchResponse) -> dict[str, Any]:
    """Return the answer just as the API gives it."""
    return response.model_dump(mode="json", by_alias=True)


async def _found(settings: Settings, params: SearchParams, url: str) -> SearchResponse:
    store = SearchStore(url, settings.opensearch)
    try:
        service = SearchService(settings, store, create_embedder(settings), create_reranker(settings))
        return await service.search(params)
    finally:
        await store.close()
