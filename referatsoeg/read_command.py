"""``read``: the structure that is found in a file, as JSON or as a tree with pages."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from indexer.reading import read_file, reading_as_json
from records.errors import ConfigurationError
from records.originals import content_digest, document_id
from records.settings import load_settings
from referatsoeg.reading_tree import reading_tree
from referatsoeg.terminal import print_json


def read(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Et referat som PDF eller tekst.")],
    json: Annotated[bool, typer.Option("--json", help="Skriv det læste som JSON og intet andet.")] = False,
    tree: Annotated[bool, typer.Option("--tree", help="Vis det læste som et træ med sider.")] = False,
) -> None:
    """Læs en fil, og vis møder, punkter, bilag og beslutninger."""
    if not file.is_file():
        raise ConfigurationError(f"»{file}« findes ikke som fil. Ret stien, og prøv igen.")
    if json and tree:
        raise ConfigurationError("Vælg enten --json eller --tree.")
    reading = read_file(file, document_id(content_digest(file)), load_settings().reading)
    if json:
        print_json(reading_as_json(reading))
    else:
        Console().print(reading_tree(file.name, reading))
