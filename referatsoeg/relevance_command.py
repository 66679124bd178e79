"""``make relevance``, ``make ablation`` and ``make likelihood``: on this project's own judged queries."""

import asyncio

import typer
from rich.markdown import Markdown

from evaluation.ablation import ablations
from evaluation.collection import ASKED_DEMO, COLLECTIONS, DEMO, HELD, IN_SIGHT, TUNED
from evaluation.floors import Shortfall, load_floors, shortfalls
from evaluation.folder import MODES
from evaluation.likelihood import ask, filled, fit_to
from evaluation.report import ablation_table, filled_table, trial_tables, weighing_code
from evaluation.trial import try_collections
from referatsoeg.bench import opened_bench
from referatsoeg.terminal import err, out

app = typer.Typer(no_args_is_help=True)


@app.command()
def check() -> None:
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


@app.command()
def ablation() -> None:
    """Vis, hvad hver del af søgningen giver: tabellen i docs/relevance.md."""
    here = [collection for collection in (DEMO, ASKED_DEMO, TUNED, HELD) if collection.is_here]
    with opened_bench() as bench:
        rows = list(ablations(bench, here))
    print(ablation_table(rows, [collection.name for collection in here]))


@app.command()
def likelihood() -> None:
    """Find igen de vægte, som det mest sandsynlige svar vælges med, og vis, hvad de giver."""
    here = [collection for collection in IN_SIGHT if collection.is_here]
    with opened_bench() as bench:
        asked = asyncio.run(ask(bench, here))
    out.print(weighing_code(fit_to(asked)))
    out.print(Markdown(filled_table(filled(asked))))


if __name__ == "__main__":
    app()
