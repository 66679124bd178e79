"""Every kind of page against WCAG 2.1 A and AA, in light and dark, wide and narrow, and by keyboard alone."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.integration

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}
MEETING = "raadmandsmoede-2024-03-05"
KINDS = {
    "front": "/",
    "search": "/?q=hvad+blev+besluttet+om+Housing+First",
    "narrowed": "/?q=Housing+First&type=beslutning&date_from=2023-01-01&date_to=2023-12-31",
    "empty": "/?q=kvasarfløjte&mode=keyword",
    "meeting": f"/moede/{MEETING}",
    "inferred": "/moede/raadmandsmoede-2024-01-15",
    "punkt": f"/punkt/{MEETING}-p3",
    "document": "document",
    "follow-ups": "/opfoelgning",
    "ledger": "/status",
    "statement": "/tilgaengelighed",
    "missing": "/findes-ikke",
}
REACHABLE = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']"


def address_of(kind: str, page: Page) -> str:
    """Return the address; that of a document is found by a search, as its id is its content."""
    if kind != "document":
        return KINDS[kind]
    page.goto(KINDS["search"])
    return str(page.locator(".where a").first.get_attribute("href"))


@pytest.fixture(scope="module", params=["light", "dark"])
def tab(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    scheme: Literal["light", "dark"] = request.param
    with browser.new_context(
        base_url=site, color_scheme=scheme, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    ) as context:
        yield context.new_page()


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_breaks_wcag(tab: Page, kind: str) -> None:
    tab.goto(address_of(kind, tab))
    found = Axe().run(tab, options=WCAG).response["violations"]
    assert not [(v["id"], [node["html"][:200] for node in v["nodes"]]) for v in found]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_a_phone(page: Page, kind: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address_of(kind, page))
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0


@pytest.mark.parametrize("kind", ["search", "punkt", "document", "follow-ups", "ledger"])
def test_every_control_is_reached_with_tab_and_is_seen_to_have_the_focus(page: Page, kind: str) -> None:
    page.goto(address_of(kind, page))
    controls = page.evaluate(
        """selector => [...document.querySelectorAll(selector)]
           .filter(one => one.checkVisibility() && !one.closest('details:not([open]) > :not(summary)'))
           .map((one, number) => (one.dataset.n = number)).length""",
        REACHABLE,
    )
    reached = set()
    # A date field takes three steps; the rest one each.
    for _ in range(controls + 10):
        page.keyboard.press("Tab")
        number, ring = page.evaluate(
            "[document.activeElement.dataset.n, getComputedStyle(document.activeElement).outlineStyle]"
        )
        if number is not None:
            reached.add(number)
            assert ring != "none", number
    assert len(reached) == controls


def test_every_page_has_one_heading_a_title_and_a_language(page: Page) -> None:
    for kind in KINDS:
        page.goto(address_of(kind, page))
        assert page.locator("h1").count() == 1, kind
        assert re.search(r"\S – Referatsøg$", page.title()), kind
        assert page.locator("html").get_attribute("lang") == "da"
