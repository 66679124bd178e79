"""What the pages show of real PDFs: the sag over time, and documents of all kinds."""

import re
from html import unescape

import httpx
import pytest
from fastapi.testclient import TestClient

from records.errors import NotFound
from search_api.archive import Archive
from tests.search_api.invented_archive import OPEN_PUNKT

pytestmark = pytest.mark.integration

PUNKT = "/punkt/raadmandsmoede-2023-09-18-p3"
STANDING = "/punkt/raadmandsmoede-2023-09-18-p1"
PNG_SIGNATURE = b"\x89PNG"


def timeline(site: str, punkt: str) -> list[tuple[str, str]]:
    """Return the titles and the reasons of the steps in the sag's timeline."""
    page = httpx.get(site + punkt).text
    steps = re.findall(r'<li class="step">.*?</li>', page, re.DOTALL)
    found = [(re.search(r"<h3><a[^>]*>(.*?)</a>", s), re.search(r'"soft">(.*?)</p>', s)) for s in steps]
    return [(unescape(title[1]), unescape(why[1])) for title, why in found if title and why]


def test_the_sag_is_followed_over_time_with_a_reason_for_each_step(site: str) -> None:
    steps = timeline(site, PUNKT)
    assert [title for title, _ in steps] == [
        "Principgodkendelse af et Housing First-team",
        "MED-udvalgenes høringssvar om Housing First-teamet",
        "Status på Housing First-teamet",
    ]
    assert all(why.startswith("Samme sagsnummer: EMN-2023-004417") for _, why in steps)
    assert "titlen ligner: Housing, First" in steps[0][1]


def test_a_standing_item_of_the_agenda_is_no_sag(site: str) -> None:
    assert "Godkendelse af dagsorden" in httpx.get(site + STANDING).text
    assert timeline(site, STANDING) == []


def first_page(site: str) -> str:
    page = httpx.get(site, params={"q": "Housing First"}).text
    found = re.search(r'href="(/dokument/[^"]+)"', page)
    assert found
    return unescape(found[1])


def test_thumbnails_are_small_pictures_of_the_pages(site: str) -> None:
    page = httpx.get(site + first_page(site)).text
    addresses = re.findall(r'src="(/dokument/[^"]+/miniature/\d+\.png)"', page)
    assert len(addresses) > 2
    thumbnail = httpx.get(site + addresses[0])
    assert thumbnail.content.startswith(PNG_SIGNATURE)
    assert len(thumbnail.content) < 10_000


@pytest.mark.parametrize("kind", ["billede", "miniature", "plakat"])
def test_a_page_beyond_the_last_has_no_picture(site: str, kind: str) -> None:
    document = first_page(site).partition("?")[0]
    assert httpx.get(f"{site}{document}/{kind}/999.png").status_code in (404, 422)
    assert httpx.get(f"{site}{document}?side=999").status_code == 404


def test_a_kept_picture_is_not_sent_again_but_asked_for_again(site: str) -> None:
    address = f"{site}{first_page(site).partition('?')[0]}/billede/1.png"
    first = httpx.get(address)
    assert first.headers["cache-control"] == "private, no-cache"
    second = httpx.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert second.status_code == 304
    assert second.content == b""


def test_a_picture_that_was_drawn_is_not_shown_of_a_file_that_may_no_longer_be_seen(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = first_page(site)
    pictures = [f"{site}{page.partition('?')[0]}/{kind}/1.png" for kind in ("billede", "miniature")]
    tags = [httpx.get(address).headers["etag"] for address in pictures]

    async def withdrawn(*_: object) -> None:
        raise NotFound("Filen er trukket tilbage.")

    monkeypatch.setattr(Archive, "document", withdrawn)
    for address, tag in zip(pictures, tags, strict=True):
        assert httpx.get(address).status_code == 404
        assert httpx.get(address, headers={"If-None-Match": tag}).status_code == 404
    assert "<svg" not in httpx.get(site + page).text


def text_document(client: TestClient) -> str:
    found = client.get("/api/v1/search", params={"q": "cykelsti", "type": "beslutning"}).json()
    return f"/dokument/{found['hits'][0]['document']['id']}"


def test_a_text_file_is_shown_as_text_with_the_words_marked(client: TestClient) -> None:
    page = client.get(f"{text_document(client)}?side=2&q=cykelstien").text
    assert re.search(r"<mark>cykelstien</mark> anlægges i to etaper", page)
    assert "<svg" not in page
    assert "Side 2 af 3" in page
    assert client.get(f"{text_document(client)}/billede/1.png").status_code == 404


def test_what_is_marked_in_a_text_is_escaped(client: TestClient) -> None:
    page = client.get(f"{text_document(client)}?q=broerne").text
    assert "<mark>broerne</mark> &lt;nord&gt;" in page


def test_of_a_file_that_is_closed_as_a_whole_the_open_passages_are_shown_as_text(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = text_document(client)

    async def closed(*_: object) -> None:
        raise NotFound("Filen findes ikke i arkivet.")

    monkeypatch.setattr(Archive, "document", closed)
    page = client.get(f"{address}?side=2").text
    assert "anlægges i to etaper" in page
    assert "/file" not in page
    assert client.get(f"{address}?side=99").status_code == 404


def test_a_punkt_links_each_passage_to_its_page(client: TestClient) -> None:
    page = client.get(f"/punkt/{OPEN_PUNKT}").text
    assert f'id="{OPEN_PUNKT}-beslutning-1"' in page
    assert f"side=2&amp;passage={OPEN_PUNKT}-beslutning-1" in page
