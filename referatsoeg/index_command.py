"""``index``, ``reindex`` and ``withdraw``: what changes the archive."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from indexer.run import Indexer, RunReport
from records.embedding import create_embedder
from records.settings import Settings, load_settings
from records.store import IndexStore
from referatsoeg.engine import engine_url
from referatsoeg.terminal import StepBars, err, step_bars
from search_api.pages.microcopy import counted

REASONS = {
    "ocr": "skannet, mangler OCR",
    "krypteret": "krypteret",
    "beskadiget": "beskadiget",
    "tom": "tom",
    "for_stor": "for stor",
    "for_langsom": "for længe om at læse",
    "ukendt_type": "ukendt filtype",
    "fejl": "fejl",
}


@contextmanager
def opened_indexer(settings: Settings) -> Iterator[tuple[Indexer, StepBars]]:
    """Yield the archive's indexer, OpenSearch and the embedder ready, and the bars that show its steps."""
    store = IndexStore(engine_url(settings), settings.opensearch)
    try:
        with step_bars() as bars:
            yield Indexer(settings, store, create_embedder(settings, bars.share)), bars
    finally:
        store.close()


def index(
    paths: Annotated[list[Path], typer.Argument(help="Filer og mapper med referater og bilag.")],
) -> None:
    """Læg filer i arkivet, eller forny dem, der er ændret, og byg indekset."""
    with opened_indexer(load_settings()) as (indexer, bars):
        report = indexer.index(paths, bars)
    err.print(report_table(report))


def reindex() -> None:
    """Byg indekset forfra af det, arkivet har."""
    with opened_indexer(load_settings()) as (indexer, bars):
        passages = indexer.reindex(bars)
    err.print(f"Indekset er bygget forfra: {passages} passager.")


def withdraw(document: Annotated[str, typer.Argument(metavar="ID", help="Dokumentets id.")]) -> None:
    """Træk et dokument tilbage, så det ikke længere kan findes."""
    with opened_indexer(load_settings()) as (indexer, bars):
        files = indexer.withdraw(document, bars)
    err.print(f"Trukket tilbage: {', '.join(file.name for file in files)}.", markup=False)


def report_table(report: RunReport) -> Table:
    """Return what a run read and refused, and what the index holds now."""
    table = Table(title="Kørslen", title_justify="left", show_header=False)
    table.add_row("Læst", counted(len(report.read), "file"))
    table.add_row("Uændret", counted(report.unchanged, "file"))
    for file, rejection in report.refused:
        refused = f"{file.name}: {REASONS[rejection.reason]}. {rejection.message}"
        table.add_row("Afvist", escape(refused))
    state = "bygget" if report.rebuilt else "uændret"
    held = f"{counted(report.meetings, 'meeting')}, {counted(report.passages, 'passage')}"
    table.add_row("Indeks", f"{state}: {held}")
    table.add_row("Tid", f"{report.seconds:.1f} s")
    return table
