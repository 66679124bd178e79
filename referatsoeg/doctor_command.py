"""``doctor``: what this machine and this archive need, checked one by one."""

import shutil
import sys
from collections.abc import Callable
from contextlib import closing

import typer
from rich.table import Table

from indexer.reading import recognises
from records.embedding import create_embedder
from records.errors import ModelMismatch, ReferatsoegError
from records.node import LocalNode, Silent
from records.settings import Settings, load_settings
from records.store import IndexStore
from referatsoeg.terminal import out

MIB = 1024 * 1024


def doctor() -> None:
    """Se efter, om maskinen og arkivet har, hvad der skal til."""
    settings = load_settings()
    table = Table(title="Eftersyn", title_justify="left", show_header=False)
    failed = False
    for name, check in CHECKS.items():
        try:
            table.add_row(name, "[green]i orden[/green]", check(settings))
        except ReferatsoegError as error:
            failed = True
            table.add_row(name, "[red]mangler[/red]", error.message)
    out.print(table)
    if failed:
        raise typer.Exit(1)


def _python(settings: Settings) -> str:
    return sys.version.split()[0]


def _disk(settings: Settings) -> str:
    folder = next(
        path for path in (settings.data_dir, *settings.data_dir.absolute().parents) if path.exists()
    )
    return f"{shutil.disk_usage(folder).free // MIB} MiB fri ved {settings.data_dir}"


def _engine(settings: Settings) -> str:
    if settings.opensearch.url:
        with closing(IndexStore(settings.opensearch.url, settings.opensearch)) as store:
            return f"klyngen svarer, version {store.version()}"
    status = LocalNode(settings, Silent()).status()
    return f"egen node, kører på {status.url}" if status.running else "egen node, startes efter behov"


def _model(settings: Settings) -> str:
    model = create_embedder(settings).model
    return f"{model.name} med {model.engine}"


def _index(settings: Settings) -> str:
    """Check the index where OpenSearch can be asked without starting anything."""
    url = settings.opensearch.url or LocalNode(settings, Silent()).status().url
    if url is None:
        return "ikke efterset; noden kører ikke"
    with closing(IndexStore(url, settings.opensearch)) as store:
        made_with = store.meta(settings.index).get("model", {})
    if made_with.get("revision") != create_embedder(settings).model.revision:
        raise ModelMismatch("Indekset er bygget med en anden sprogmodel. Kør »referatsoeg reindex«.")
    return f"»{settings.index}« passer til sprogmodellen"


def _ocr(settings: Settings) -> str:
    if recognises(settings.reading):
        return "Tesseract med dansk"
    return "ingen; scannede sider venter på listen, til Tesseract med dansk og tilvalget »ocr« er installeret"


CHECKS: dict[str, Callable[[Settings], str]] = {
    "Python": _python,
    "Disk": _disk,
    "OpenSearch": _engine,
    "Sprogmodel": _model,
    "Indeks": _index,
    "OCR": _ocr,
}
