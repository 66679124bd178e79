"""``make relevance``: this project's own judged queries, held to the floors it promises."""

import asyncio

import typer
from rich.markdown import Markdown

from evaluation.collection import COLLECTIONS
from evaluation.floors import Shortfall, load_floors, shortfalls
from evaluation.folder import MODES
from evaluation.report import trial_tables
from evaluation.trial import try_collections
from referatsoeg.bench import opened_bench
from referatsoeg.terminal import err, out


def relevance() -> None:
    """Mål søgningen på de bedømte spørgsmål; fejl, hvis den er blevet dårligere end lovet."""
    here = [collection for collection in COLLECTIONS if collection.is_here]
    with opened_bench() as bench:
        trials = asyncio.run(try_collections(bench, here, MODES))
    for trial in trials:
        out.print(Markdown(trial_tables(trial, "hybrid")))
    floors = load_floors()
    below = [one for trial in trials for one in shortfalls(trial, "hybrid", floors)]
    for one in below:
        err.print(_told(one), highlight=False)
    if below:
        raise typer.Exit(1)


def _told(one: Shortfall) -> str:
    return f"{one.collection}: {one.figure} er {one.found:.3f}; grænsen er {one.bound:.3f}."


if __name__ == "__main__":
    typer.run(relevance)
