"""HEAD, and under which names requests are counted."""

import pytest
from fastapi.testclient import TestClient

from tests.search_api.invented_archive import OPEN_PUNKT

pytestmark = pytest.mark.integration

ADDRESSES = (
    "/",
    "/?q=cykelsti",
    "/moede/vej-januar",
    f"/punkt/{OPEN_PUNKT}",
    "/opfoelgning.csv",
    "/feed.atom",
    "/findes-ikke",
    "/static/site.css",
    "/brand.css",
    "/api/v1/search?q=cykelsti",
    "/api/v1/meetings/vej-januar",
    "/api/v1/meetings/findes-ikke",
    "/api/v1/status",
    "/healthz",
    "/docs",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_answers_as_get_without_a_body(client: TestClient, address: str) -> None:
    whole, head = client.get(address), client.head(address)
    assert head.status_code == whole.status_code
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert whole.content
    assert head.content == b""


def test_head_tells_the_length_of_a_file(client: TestClient) -> None:
    hit = client.get("/api/v1/search", params={"q": "cykelsti", "type": "beslutning"}).json()["hits"][0]
    address = f"/api/v1/documents/{hit['document']['id']}/file"
    plain = {"Accept-Encoding": "identity"}
    whole, head = client.get(address, headers=plain), client.head(address, headers=plain)
    assert head.headers["content-length"] == str(len(whole.content))
    assert head.content == b""


def test_static_files_are_counted_under_their_folder(client: TestClient) -> None:
    client.get("/static/keys.js")
    counted = client.get("/metrics").text
    assert 'referatsoeg_request_seconds_count{route="/static",status="200"}' in counted
    assert "keys.js" not in counted
    assert "ukendt" not in counted
