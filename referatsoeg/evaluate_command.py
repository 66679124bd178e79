"""``evaluate``: how well a judged collection is found, down the production path."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.markdown import Markdown

from evaluation.beir import load_beir
from evaluation.folder import MODES, as_json, evaluate_folder
from evaluation.report import folder_table
from referatsoeg.bench import opened_bench
from referatsoeg.terminal import out, print_json
from search_api.params import Mode


def evaluate(
    folder: Annotated[Path, typer.Argument(help="BEIR-mappe: corpus.jsonl, queries.jsonl, qrels/test.tsv.")],
    mode: Annotated[Mode | None, typer.Option(help="Kun denne måde at søge på.")] = None,
    as_json_only: Annotated[bool, typer.Option("--json", help="Kun JSON på stdout.")] = False,
) -> None:
    """Mål søgningen på en BEIR-mappe, ad samme vej som i drift."""
    beir = load_beir(folder)
    with opened_bench() as bench:
        results = asyncio.run(evaluate_folder(beir, (mode,) if mode else MODES, bench))
    if as_json_only:
        print_json(as_json(results))
    else:
        out.print(Markdown(folder_table(results)))
