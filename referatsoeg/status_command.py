"""``status``: what the archive holds and what it could not read, for the operator."""

from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from records.completeness import completeness
from records.ledger import Ledger
from records.settings import load_settings
from referatsoeg.terminal import out, print_json


def status(as_json: Annotated[bool, typer.Option("--json", help="Kun JSON på stdout.")] = False) -> None:
    """Vis arkivets tilstand: læste filer, fejl, og hvad der venter på OCR."""
    settings = load_settings()
    state = completeness(
        Ledger(settings.archive_dir), settings.index, show_closed=True, show_rejected_names=True
    )
    if as_json:
        print_json(state)
    else:
        out.print(_table(settings.index, state))


def _table(archive: str, state: dict[str, Any]) -> Table:
    table = Table(title=f"Arkivet »{archive}«", title_justify="left", show_header=False)
    table.add_row("Filer set", str(state["files_seen"]))
    table.add_row("Indekseret", str(state["files_indexed"]))
    table.add_row("Møder", str(state["meetings"]))
    table.add_row("Passager", str(state["passages"]))
    table.add_row("Bygget", state["built_at"] or "aldrig")
    if state["files_withdrawn"]:
        table.add_row("Trukket tilbage", str(state["files_withdrawn"]))
    for row in state["needs_ocr"]:
        table.add_row("Venter på OCR", escape(row["file_name"]))
    for row in state["partly_needs_ocr"]:
        pages = ", ".join(map(str, row["pages"]))
        table.add_row("Venter delvis på OCR", escape(f"{row['file_name']}, side {pages}"))
    for row in state["partly_damaged"]:
        pages = ", ".join(map(str, row["pages"]))
        table.add_row("Delvis beskadiget", escape(f"{row['file_name']}, side {pages}"))
    for row in state["failed"]:
        table.add_row("Fejlet", escape(f"{row['file_name']}: {row['message']}"))
    return table
