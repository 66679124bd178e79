"""``node start``, ``node stop`` and ``node status``: the local OpenSearch."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table

from records.node import LocalNode, NodeStatus
from records.settings import load_settings
from referatsoeg.node_progress import NodeProgress
from referatsoeg.terminal import err, out, print_json

app = typer.Typer(no_args_is_help=True)


@app.command()
def start() -> None:
    """Start den lokale node; den bliver ved med at køre."""
    settings = load_settings()
    if settings.opensearch.url:
        err.print("Bemærk: REFERATSOEG_OPENSEARCH__URL er sat, så de øvrige kommandoer bruger den.")
    url = LocalNode(settings, NodeProgress()).ensure_running()
    err.print(f"Den lokale node kører på {url}", highlight=False)


@app.command()
def stop() -> None:
    """Luk den lokale node; indeksene bliver liggende."""
    stopped = LocalNode(load_settings(), NodeProgress()).stop()
    err.print("Den lokale node er lukket." if stopped else "Den lokale node kørte ikke.")


@app.command()
def status(as_json: Annotated[bool, typer.Option("--json", help="Kun JSON på stdout.")] = False) -> None:
    """Vis, om den lokale node kører, og hvor."""
    state = LocalNode(load_settings(), NodeProgress()).status()
    if as_json:
        print_json(asdict(state) | {"data_path": str(state.data_path)})
    else:
        out.print(_table(state))


def _table(state: NodeStatus) -> Table:
    table = Table(title="Den lokale node", title_justify="left", show_header=False)
    table.add_row("Tilstand", _described(state))
    if state.running:
        table.add_row("Adresse", state.url or "endnu ingen")
        table.add_row("OpenSearch", state.version or "svarer ikke")
        table.add_row("Proces", str(state.pid))
    table.add_row("Hukommelse", f"{state.heap_mb} MiB")
    table.add_row("Data", str(state.data_path))
    return table


def _described(state: NodeStatus) -> str:
    if not state.running:
        return "kører ikke"
    return "kører" if state.url else "starter"
