"""Measures suggestions and spelling: ``python -m benchmarks.suggesting [--titles N] [--passages N]``.

Titles are typed letter by letter into an index made for the purpose, and looked through for misspelt words,
with and without a slip. Ends with 1 where the median of the suggestions is over 20 ms.
"""

import argparse
import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import date, timedelta
from statistics import median, quantiles
from typing import Any, Final
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from indexer.documents import record_documents
from mappings.loader import index_definition
from records.models import Ansvarlig, Beslutning, Meeting, PageSpan, Punkt
from records.node import Silent, running_node
from records.settings import Settings, load_settings
from records.store import IndexStore, SearchStore
from search_api.access import ANYONE
from search_api.spelling import Speller
from search_api.suggest import Suggester

LIMIT_MS: Final = 20.0
TYPED_TITLES: Final = 40
PUNKTER_PER_MEETING: Final = 8
WORDS_PER_PASSAGE: Final = 100
# As many different words as 50,000 real passages hold, by Heaps' law on those of the demo corpus.
VOCABULARY: Final = 60_000
SYLLABLES: Final = (
    "bo",
    "lig",
    "sko",
    "le",
    "vej",
    "sti",
    "hus",
    "ud",
    "valg",
    "plan",
    "støt",
    "te",
    "bro",
    "gade",
)
SYLLABLES_MORE: Final = (
    "råd",
    "mand",
    "pleje",
    "børn",
    "unge",
    "spor",
    "klub",
    "havn",
    "skov",
    "kul",
    "tur",
    "træ",
)

Json = dict[str, Any]


def words(chance: random.Random) -> list[str]:
    """Return so many different invented words, the common ones first."""
    syllables = (*SYLLABLES, *SYLLABLES_MORE)
    made: dict[str, None] = {}
    while len(made) < VOCABULARY:
        made["".join(chance.choices(syllables, k=chance.randint(1, 5)))] = None
    return list(made)


def drawn(vocabulary: Sequence[str], count: int, chance: random.Random) -> str:
    """Return so many words, the common ones far more often than the rare."""
    return " ".join(vocabulary[int(len(vocabulary) ** chance.random()) - 1] for _ in range(count))


def meetings(titles: int, vocabulary: Sequence[str], chance: random.Random) -> Iterator[Meeting]:
    """Yield meetings with as many punkter as titles are asked for."""
    span = PageSpan(1, 1)
    for number in range(titles // PUNKTER_PER_MEETING):
        punkter = tuple(
            Punkt(
                f"p{number}-{place}",
                str(place),
                drawn(vocabulary, chance.randint(2, 7), chance).capitalize(),
                span,
                sag=(f"EMN-2031-{chance.randrange(10**6):06}",),
                beslutning=Beslutning("godkendt", "Godkendt.", 1),
                ansvarlig=(Ansvarlig(drawn(vocabulary, 2, chance).title(), "ansvarlig", "felt"),),
            )
            for place in range(PUNKTER_PER_MEETING)
        )
        day = date(2011, 1, 1) + timedelta(days=7 * number)
        yield Meeting(f"m{number}", "Udvalget", day, "stated", (), span, punkter)


def passage_documents(
    count: int, vocabulary: Sequence[str], chance: random.Random
) -> Iterator[tuple[str, Json]]:
    """Yield passages without vectors, which neither suggestions nor spelling look at."""
    for number in range(count):
        text = drawn(vocabulary, WORDS_PER_PASSAGE, chance)
        yield f"passage-{number}", {"kind": "passage", "access": "åben", "text": text}


def slip(question: str, chance: random.Random) -> str:
    """Return the question with one letter left out."""
    at = chance.randrange(1, len(question) - 1)
    return question[:at] + question[at + 1 :]


async def timed(requests: Sequence[str], ask: Callable[[str], Awaitable[object]]) -> list[float]:
    """Return the milliseconds that each request took, one after the other."""
    taken = []
    for request in requests:
        started = time.perf_counter()
        await ask(request)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


async def measured(
    store: SearchStore, index: str, titles: Sequence[str], chance: random.Random
) -> dict[str, list[float]]:
    """Return the milliseconds of every kind of request, after a round that warms the node up."""
    suggester, speller = Suggester(store, index), Speller(store, index)
    typed = [title[:end] for title in titles for end in range(2, min(len(title), 30))]
    asked = [f"hvad blev besluttet om {title[:end]}" for title in titles for end in (3, 8)]
    misspelt = [slip(title, chance) for title in titles]
    for request in typed[::10]:
        await suggester.suggest(ANYONE, request)
    return {
        "forslag, et bogstav ad gangen": await timed(typed, lambda q: suggester.suggest(ANYONE, q)),
        "forslag til spørgsmål": await timed(asked, lambda q: suggester.suggest(ANYONE, q)),
        "stavning, rigtigt stavet": await timed(titles, lambda q: speller.correction(ANYONE, q)),
        "stavning, stavefejl": await timed(misspelt, lambda q: speller.correction(ANYONE, q)),
    }


def main() -> int:
    """Make the index, type into it, print the figures, and return 1 where it is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--titles", type=int, default=5_000)
    parser.add_argument("--passages", type=int, default=50_000)
    options = parser.parse_args()
    settings = load_settings()
    chance = random.Random(7)
    vocabulary = words(chance)
    held = list(meetings(options.titles, vocabulary, chance))
    titles = [chance.choice(meeting.punkter).title for meeting in chance.sample(held, TYPED_TITLES)]
    with running_node(settings, Silent()) as url:
        store = IndexStore(url, settings.opensearch)
        index = f"maaling-{uuid4().hex[:8]}"
        store.create(index, index_definition(3, 0, {}))
        try:
            list(store.write(index, record_documents(held, ())))
            list(store.write(index, passage_documents(options.passages, vocabulary, chance)))
            store.count(index)
            figures = asyncio.run(_asked(url, settings, index, titles, chance))
        finally:
            store.delete([index])
            store.close()
    return _reported(figures, f"{options.titles} titler, {options.passages} passager")


async def _asked(
    url: str, settings: Settings, index: str, titles: Sequence[str], chance: random.Random
) -> dict[str, list[float]]:
    store = SearchStore(url, settings.opensearch)
    try:
        return await measured(store, index, titles, chance)
    finally:
        await store.close()


def _reported(figures: dict[str, list[float]], title: str) -> int:
    table = Table("", "antal", "median ms", "95 % ms", title=title)
    for name, taken in figures.items():
        table.add_row(name, str(len(taken)), f"{median(taken):.1f}", f"{quantiles(taken, n=20)[-1]:.1f}")
    Console().print(table)
    suggesting = next(iter(figures.values()))
    return int(median(suggesting) > LIMIT_MS)


if __name__ == "__main__":
    raise SystemExit(main())
