"""What a search found, as an evaluation sees it, whatever searched."""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from search_api.models import Answer


@dataclass(frozen=True, slots=True)
class Found:
    """What one query found: ids, best first, how many in all, and the answer if there is one."""

    ranked: tuple[str, ...]
    total: int
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What every query of a set found, and how long each took."""

    found: Mapping[str, Found]
    seconds: Mapping[str, float]

    @property
    def rankings(self) -> dict[str, tuple[str, ...]]:
        """The ids that each query found, best first."""
        return {query: found.ranked for query, found in self.found.items()}

    @property
    def p50_ms(self) -> float:
        """The median time of a query."""
        ordered = sorted(self.seconds.values())
        return 1000 * ordered[len(ordered) // 2] if ordered else 0.0


Searcher = Callable[[str], Awaitable[Found]]


async def run(searcher: Searcher, queries: Mapping[str, str], advance: Callable[[], None]) -> Run:
    """Send the queries one after the other, so that each one's time is its own."""
    found: dict[str, Found] = {}
    seconds: dict[str, float] = {}
    for query, text in queries.items():
        started = time.perf_counter()
        found[query] = await searcher(text)
        seconds[query] = time.perf_counter() - started
        advance()
    return Run(found, seconds)
