"""The command ``referatsoeg``."""

import sys

import typer
from rich.markup import escape

from records.errors import ReferatsoegError
from referatsoeg.demo_command import demo
from referatsoeg.doctor_command import doctor
from referatsoeg.evaluate_command import evaluate
from referatsoeg.index_command import index, reindex, withdraw
from referatsoeg.node_command import app as node
from referatsoeg.read_command import read
from referatsoeg.search_command import search
from referatsoeg.serve_command import serve
from referatsoeg.status_command import status
from referatsoeg.terminal import err

app = typer.Typer(
    help="Søg i kommunale referater og bilag.", no_args_is_help=True, pretty_exceptions_enable=False
)
app.add_typer(node, name="node", help="Den lokale OpenSearch-node.")
for command in (index, read, search, serve, demo, status, evaluate, reindex, withdraw, doctor):
    app.command()(command)


def main() -> None:
    """Run the command; an error of ours becomes one clear message and an exit code."""
    try:
        app()
    except ReferatsoegError as error:
        err.print(f"[bold red]Fejl:[/bold red] {escape(error.message)}", highlight=False)
        if error.detail:
            err.print(f"({error.detail})", style="dim", highlight=False, markup=False)
        sys.exit(error.exit_code)
