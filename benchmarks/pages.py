"""Measures the search page beside the bare search: ``python -m benchmarks.pages``.

Each judged question is asked bare, of the JSON interface and of the page, in turn and in one process. The
time of the search itself is taken inside the very same request, so that what is left is the making of the
page: view, template, compression and middleware. Ends with 1 where that is over the limit at the median.
"""

import asyncio
import json
import logging
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import httpx
import structlog
from fastapi import FastAPI
from rich.console import Console
from rich.table import Table

from records.embedding import create_embedder
from records.settings import Settings, load_settings
from records.store import SearchStore
from referatsoeg.engine import engine_url
from referatsoeg.index_command import opened_indexer
from search_api.access import ANYONE, Reader
from search_api.app import create_app
from search_api.links import SEARCH
from search_api.models import SearchResponse
from search_api.pages.links import FRONT
from search_api.params import SearchParams
from search_api.service import SearchService
from search_api.services import Services

REPOSITORY: Final = Path(__file__).parents[1]
PDFS: Final = REPOSITORY / "corpus" / "pdf"
JUDGED: Final = REPOSITORY / "corpus" / "judged.jsonl"
ROUNDS: Final = 3
# What is asked of a page: milliseconds at the median beyond the search itself.
LIMIT_MS: Final = 10.0
BARE, API, PAGE = "alene", SEARCH, FRONT


class TimedSearch:
    """A search service that notes how long each search took."""

    def __init__(self, service: SearchService) -> None:
        self._service = service
        self.last_s = 0.0

    async def search(
        self, params: SearchParams, reader: Reader = ANYONE, path: str = SEARCH
    ) -> SearchResponse:
        """Search, and note the time."""
        started = time.perf_counter()
        try:
            return await self._service.search(params, reader, path)
        finally:
            self.last_s = time.perf_counter() - started


@dataclass(slots=True)
class Timings:
    """Seconds of one way to ask: the whole, and what of it was beyond the search itself."""

    whole: list[float] = field(default_factory=list)
    beyond: list[float] = field(default_factory=list)
    sent_bytes: list[int] = field(default_factory=list)

    def note(self, whole_s: float, search_s: float, sent: int = 0) -> None:
        """Add one asking."""
        self.whole.append(whole_s)
        self.beyond.append(whole_s - search_s)
        self.sent_bytes.append(sent)


def questions() -> Iterator[str]:
    """Yield the judged questions of the demo corpus."""
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["query"]


async def measured(app: FastAPI) -> dict[str, Timings]:
    """Return the timings of each way, every question asked each way in turn."""
    services: Services = app.state.services
    service = services.search
    timed = TimedSearch(service)
    app.state.services = replace(services, search=timed)
    found = {way: Timings() for way in (BARE, API, PAGE)}
    asked = list(questions())
    async with app.router.lifespan_context(app), _client(app) as client:
        for address in (API, PAGE):  # imports and templates are paid for once
            await client.get(address, params={"q": asked[0]})
        for question in asked * ROUNDS:
            started = time.perf_counter()
            await service.search(SearchParams(q=question, group="punkt"))
            seconds = time.perf_counter() - started
            found[BARE].note(seconds, seconds)
            for address in (API, PAGE):
                found[address].note(*await _asked(client, address, question, timed))
    return found


def _client(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://maaling")


async def _asked(
    client: httpx.AsyncClient, address: str, question: str, timed: TimedSearch
) -> tuple[float, float, int]:
    """Return the seconds of the request, those of the search within it, and the bytes sent."""
    started = time.perf_counter()
    async with client.stream("GET", address, params={"q": question, "group": "punkt"}) as response:
        sent = sum([len(chunk) async for chunk in response.aiter_raw()])
    seconds = time.perf_counter() - started
    response.raise_for_status()
    return seconds, timed.last_s, sent


def table(found: dict[str, Timings]) -> Table:
    """Return the timings as a table."""
    asked = len(found[PAGE].whole)
    shown = Table(title=f"{asked} søgninger hver vej, millisekunder, median (95 %)")
    for heading in ("", "i alt", "ud over søgningen", "andel", "byte sendt"):
        shown.add_column(heading, justify="right" if heading else "left")
    for name, label in ((BARE, "søgningen alene"), (API, "JSON"), (PAGE, "siden")):
        one = found[name]
        share = statistics.median(b / w for b, w in zip(one.beyond, one.whole, strict=True))
        sent = f"{statistics.median(one.sent_bytes):,.0f}".replace(",", ".")
        shown.add_row(label, _spread(one.whole), _spread(one.beyond), f"{share:.0%}", sent)
    return shown


def _spread(seconds: list[float]) -> str:
    return f"{_median_ms(seconds):.1f} ({statistics.quantiles(seconds, n=20)[-1] * 1000:.1f})"


def _median_ms(seconds: list[float]) -> float:
    return statistics.median(seconds) * 1000


def served(settings: Settings) -> FastAPI:
    """Return the service over the demo corpus, indexed where it was not."""
    with opened_indexer(settings) as (indexer, bars):
        indexer.index([PDFS], bars)
    store = SearchStore(engine_url(settings), settings.opensearch)
    return create_app(settings, store, create_embedder(settings))


def main() -> int:
    """Print the table; 1 where the page is over its limit."""
    console = Console()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    app = served(load_settings(index="demo"))
    with console.status("Søger …"):
        found = asyncio.run(measured(app))
    console.print(table(found))
    if (beyond := _median_ms(found[PAGE].beyond)) > LIMIT_MS:
        console.print(f"[red]Over grænsen: {beyond:.1f} ms ud over søgningen, højst {LIMIT_MS:.0f}.[/red]")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
