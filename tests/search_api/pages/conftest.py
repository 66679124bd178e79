"""A site of a few real PDFs, served for browsers, and a browser to look at it with."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from corpus.paths import PDF_DIR
from indexer.progress import Silent
from indexer.run import Indexer
from records.embedding import Embedder
from records.settings import PageSettings, Settings
from records.store import IndexStore, SearchStore
from search_api.app import create_app

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START_TIMEOUT_S = 60
# What a page may take on a slow machine before a test gives up on it.
PATIENCE_MS = 30_000

HOSTILE_NAME = '"><img src=x onerror=alert(1)>.pdf'
# A title that only a closed punkt has.
CLOSED_WORDS = "areal til ny daginstitution"
CLOSED_FILE = "boerne-og-skoleudvalget-2025-08-20.pdf"
FILES = (
    "raadmandsmoede-2023-05-22.pdf",
    "raadmandsmoede-2023-08-28.pdf",
    "raadmandsmoede-2023-09-18.pdf",
    "raadmandsmoede-2024-01-16.pdf",
    "raadmandsmoede-2024-03-05.pdf",
    CLOSED_FILE,
)


@pytest.fixture(scope="session")
def shown(
    settings: Settings, node_url: str, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """The settings of an archive of some of the demo's PDFs, one named to do harm, and a broken file."""
    pages = PageSettings(municipality="Tranvig Kommune")
    own = settings.model_copy(update={"index": f"{settings.index}-sider", "pages": pages})
    folder = tmp_path_factory.mktemp("pdf")
    for name in FILES:
        shutil.copy(PDF_DIR / name, folder / name)
    shutil.copy(PDF_DIR / "raadmandsmoede-2024-02-06.pdf", folder / HOSTILE_NAME)
    (folder / "knust.pdf").write_bytes(b"%PDF-1.7\nintet")
    store = IndexStore(node_url, own.opensearch)
    Indexer(own, store, embedder).index([folder], Silent())
    yield own
    store.delete(store.behind(own.index))
    store.close()


@pytest.fixture(scope="session")
def site(shown: Settings, node_url: str, embedder: Embedder) -> Iterator[str]:
    """The address of the site."""
    app = create_app(shown, SearchStore(node_url, shown.opensearch), embedder)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    deadline = time.monotonic() + START_TIMEOUT_S
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


# For a module only: while Playwright runs, no test in the same thread can start an event loop of its own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; the test is skipped where it is not."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not here")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A browser of the test's own, wide and light."""
    with browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}, locale="da-DK") as own:
        own.set_default_timeout(PATIENCE_MS)
        yield own


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab that fails the test if a script breaks or the policy of the pages is broken."""
    tab = context.new_page()
    tab.on("pageerror", lambda error: pytest.fail(f"a script broke: {error}"))
    tab.on("console", _fail_on_policy)
    return tab


def _fail_on_policy(message: object) -> None:
    assert "Content Security Policy" not in str(getattr(message, "text", "")), message
