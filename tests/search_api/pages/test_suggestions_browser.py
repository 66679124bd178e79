"""Suggestions while typing, and what becomes of a misspelt search, in a real browser.

The field is filled at a stroke: one text, one list. On a slow machine every key would be answered by itself,
and the list exchanged under the arrows.
"""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.search_api.pages.conftest import CLOSED_WORDS

pytestmark = pytest.mark.integration


def test_suggestions_are_chosen_with_the_arrows_and_searched_with_enter(page: Page) -> None:
    def suggest(route: Route) -> None:
        route.fulfill(json={"suggestions": [{"text": "Housing First"}, {"text": "husleje"}]})

    page.route("**/api/v1/suggest?*", suggest)
    page.goto("/")
    field = page.get_by_role("combobox")
    field.fill("hous")
    expect(page.get_by_role("option")).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("Housing First")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.fill("housi")
    expect(page.get_by_role("option")).to_have_count(2)
    field.press("ArrowDown")
    field.press("Enter")
    expect(page).to_have_url(re.compile("q=Housing"))


def test_suggestions_come_from_the_archive_and_say_what_they_are(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.fill("boligs")
    option = page.get_by_role("option").first
    expect(option).to_have_text(re.compile("^Boligsocial helhedsplan .+ punkt$"))
    listed = page.get_by_role("listbox", name="Forslag")
    expect(listed).to_have_attribute("id", field.get_attribute("aria-controls") or "")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"q=Boligsocial\+helhedsplan[^&]*$"))
    expect(page.locator(".group-title").first).to_contain_text("Boligsocial helhedsplan")


def test_a_suggestion_is_chosen_with_the_mouse_and_a_begun_question_is_completed(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox").fill("hvad blev besluttet om hous")
    page.get_by_role("option").first.click()
    expect(page).to_have_url(re.compile(r"q=hvad\+blev\+besluttet\+om\+.*Housing\+First"))
    expect(page.locator(".answer blockquote")).to_be_visible()


def test_leaving_the_field_puts_the_suggestions_away(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.fill("hous")
    expect(page.get_by_role("listbox")).to_be_visible()
    field.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")


def test_nothing_closed_is_suggested(page: Page) -> None:
    page.goto("/")
    with page.expect_response("**/api/v1/suggest?*") as answered:
        page.get_by_role("combobox").fill(CLOSED_WORDS)
    assert answered.value.json()["suggestions"] == []
    expect(page.get_by_role("option")).to_have_count(0)


def test_a_misspelt_search_says_what_was_searched_and_narrows_within_that(page: Page) -> None:
    page.goto("/?q=boligsosial&mode=keyword")
    expect(page.locator(".correction")).to_contain_text("Derfor er der søgt efter »boligsocial«")
    expect(page.get_by_role("combobox")).to_have_value("boligsocial")
    page.locator(".facet", has_text="Type").locator(".choice").first.click()
    expect(page.locator(".chip")).to_have_count(1)
    assert parse_qs(urlsplit(page.url).query)["q"] == ["boligsocial"]


def test_without_suggestions_the_field_is_still_a_field(page: Page) -> None:
    page.route("**/api/v1/suggest?*", lambda route: route.fulfill(status=404))
    page.goto("/")
    page.get_by_role("combobox").fill("Housing First")
    page.keyboard.press("Enter")
    expect(page.locator(".group").first).to_be_visible()
