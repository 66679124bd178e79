"""Takes the pictures of every kind of page that ``docs/screenshots`` shows: ``make screenshots``.

It indexes the demo corpus, serves it and looks at it in Chromium, wide and as a phone, light and dark.
"""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Literal

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from corpus.paths import PDF_DIR
from records.embedding import create_embedder
from records.settings import PageSettings, Settings, load_settings
from records.store import SearchStore
from referatsoeg.engine import engine_url
from referatsoeg.index_command import opened_indexer
from search_api.app import create_app

FOLDER = Path(__file__).parent / "screenshots"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
# A page of text in so many colours is 40 to 80 kB, and no other than with all of them: 250 kB.
COLOURS = 64
SIZES = {"bred": (1200, 820), "telefon": (390, 780)}
SCHEMES: dict[str, Literal["light", "dark"]] = {"lys": "light", "moerk": "dark"}

QUESTION = "/?q=hvad+blev+besluttet+om+Housing+First"
PUNKT = "/punkt/raadmandsmoede-2023-09-18-p3"
DOCUMENT = "dokument"
PAGES = {
    "forside": ("Forsiden", "/"),
    "soegning": ("Et spørgsmål med svar", QUESTION),
    "resultater": ("Resultaterne under svaret", f"{QUESTION}#resultatliste"),
    "afgraenset": (
        "En afgrænset søgning",
        "/?q=Housing+First&type=beslutning&date_from=2023-01-01&date_to=2023-12-31",
    ),
    "afgraensning": ("Afgrænsningen, på telefon en skuffe", "/?q=Housing+First#afgraens"),
    "intet-fundet": ("Intet fundet", "/?q=kvasarfløjte&mode=keyword"),
    "moede": ("Et møde", "/moede/raadmandsmoede-2024-03-05"),
    "punkt": ("Et punkt", PUNKT),
    "sagen": ("Sagen over tid", f"{PUNKT}#sagen"),
    "opfoelgning": ("Hvad følger vi op på?", "/opfoelgning"),
    "status": ("Arkivets tilstand", "/status"),
    "tilgaengelighed": ("Tilgængelighedserklæringen", "/tilgaengelighed"),
    "fejl": ("En adresse, der ikke findes", "/findes-ikke"),
    DOCUMENT: ("En side af en PDF med det fundne markeret", QUESTION),
}


def main() -> None:
    """Take all the pictures and write the page that shows them."""
    settings = load_settings(index="demo", pages=PageSettings(municipality="Tranvig Kommune"))
    with opened_indexer(settings) as (indexer, bars):
        indexer.index([PDF_DIR], bars)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with served(settings) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for size in SIZES:
            for scheme in SCHEMES:
                take(browser, site, size, scheme)
        browser.close()
    (FOLDER / "README.md").write_text(gallery(), encoding="utf-8")


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """Serve the archive on a free port for as long as the block runs."""
    app = create_app(
        settings, SearchStore(engine_url(settings), settings.opensearch), create_embedder(settings)
    )
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


def take(browser: Browser, site: str, size: str, scheme: str) -> None:
    """Take a picture of each kind of page."""
    width, height = SIZES[size]
    with browser.new_context(
        base_url=site,
        viewport={"width": width, "height": height},
        color_scheme=SCHEMES[scheme],
        reduced_motion="reduce",
        locale="da-DK",
    ) as context:
        page = context.new_page()
        for name, (_, address) in PAGES.items():
            page.goto(address)
            if name == DOCUMENT:
                page.locator(".answer").get_by_role("link", name="Vis stedet på siden").click()
            shoot(page, f"{name}-{size}-{scheme}")


def shoot(page: Page, name: str) -> None:
    """Take the picture once everything on the page is there."""
    page.wait_for_load_state("networkidle")
    with Image.open(BytesIO(page.screenshot())) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(FOLDER / f"{name}.png", optimize=True)


def gallery() -> str:
    """Return the page that shows the pictures, a heading for each kind."""
    lines = ["# Sådan ser siderne ud", "", "Taget af `make screenshots` over demokorpusset.", ""]
    for name, (heading, _) in PAGES.items():
        lines += [f"## {heading}", ""]
        lines += [f"![{heading}, {s}, {c}]({name}-{s}-{c}.png)" for s in SIZES for c in SCHEMES]
        lines += [""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
