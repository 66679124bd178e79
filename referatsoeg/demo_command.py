"""``demo``: the main job from end to end on the demo corpus."""

from typing import Annotated

import typer

from corpus.paths import PDF_DIR
from records.settings import load_settings
from referatsoeg.index_command import opened_indexer, report_table
from referatsoeg.search_command import print_search
from referatsoeg.serve_command import serve_archive
from referatsoeg.terminal import err, out

DEMO_INDEX = "demo"
QUESTION = "hvad blev besluttet om Housing First"


def demo(
    serve: Annotated[bool, typer.Option(help="Vis søgesiden bagefter, indtil Ctrl-C.")] = True,
) -> None:
    """Indeksér demokorpusset, stil et spørgsmål, og vis svaret."""
    settings = load_settings(index=DEMO_INDEX)
    with opened_indexer(settings) as (indexer, bars):
        report = indexer.index([PDF_DIR], bars)
    err.print(report_table(report))
    out.print(f"\n[bold]Spørgsmål:[/bold] {QUESTION}\n")
    print_search(settings, QUESTION)
    if serve:
        serve_archive(settings)
