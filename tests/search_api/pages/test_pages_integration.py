"""Every kind of page over the invented archive: what it holds, its headers, and nothing that is closed."""

import gzip
import xml.etree.ElementTree as ET
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from search_api.follow_up_list import FollowUpList
from search_api.pages.rendering import STATIC_DIR
from tests.search_api.invented_archive import CASE, CLOSED_PUNKT, OPEN_PUNKT, SECRET

pytestmark = pytest.mark.integration

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
PAGES = (
    "/",
    "/?q=cykelsti",
    "/?q=cykelsti&sort=date&mode=keyword",
    "/?sort=date&size=100",
    "/?q=" + SECRET,
    "/?date=ukendt",
    "/moede/vej-januar",
    "/moede/vej-marts",
    "/moede/kultur",
    f"/punkt/{OPEN_PUNKT}",
    "/punkt/lys-punkt",
    "/opfoelgning",
    "/opfoelgning.csv",
    "/status",
    "/tilgaengelighed",
    "/feed.atom",
    "/feed.atom?q=cykelsti",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_there_and_holds_nothing_closed(client: TestClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    said = response.text
    for asked in (f'value="{SECRET}"', f"»{SECRET}«", f"<title>{SECRET} –", f"q={quote(SECRET)}"):
        said = said.replace(asked, "")
    for word in (SECRET, "Hemmelig Person", "Fortroligt bud", CLOSED_PUNKT):
        assert word not in said


@pytest.mark.parametrize("address", [*PAGES, "/findes-ikke", "/moede/findes-ikke", "/?page=0"])
def test_no_page_lets_anything_in_from_elsewhere(client: TestClient, address: str) -> None:
    response = client.get(address)
    policy = dict(rule.split(" ", 1) for rule in response.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert {policy[name] for name in ("script-src", "style-src", "img-src", "connect-src")} == {"'self'"}
    assert response.headers["referrer-policy"] == "same-origin"
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/findes-ikke", 404, "Siden findes ikke"),
        ("/moede/findes-ikke", 404, "Siden findes ikke"),
        (f"/punkt/{CLOSED_PUNKT}", 404, "Siden findes ikke"),
        ("/dokument/0123456789abcdef", 404, "Siden findes ikke"),
        ("/dokument/0123456789abcdef/billede/1.png", 404, "Siden findes ikke"),
        ("/dokument/0123456789abcdef?side=0", 422, "side"),
        ("/?date_from=i+morgen", 422, "date_from"),
        ("/?q=bro&date_from=2031-05-01&date_to=2031-04-30", 422, "ligger efter"),
        ("/?mode=gæt", 422, "mode"),
    ],
)
def test_an_error_is_a_page_that_says_what_to_do(
    client: TestClient, address: str, status: int, said: str
) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")
    assert said in response.text
    assert 'href="/"' in response.text


def test_an_unknown_address_of_the_api_is_answered_in_json(client: TestClient) -> None:
    response = client.get("/api/v1/findes-ikke")
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "findes_ikke"


def test_what_is_asked_for_is_never_repeated_by_an_error(client: TestClient) -> None:
    assert "hemmeligt-ord" not in client.get("/?date_from=hemmeligt-ord").text


def test_the_decision_leads_and_the_hits_follow(client: TestClient) -> None:
    page = client.get("/?q=hvad+blev+besluttet+om+cykelstien+langs+åen").text
    answer = page.partition('<section class="answer"')[2].partition("</section>")[0]
    assert "cykelstien anlægges i to etaper" in answer
    assert "10. januar 2031" in answer
    assert "Anna Lund" in answer
    assert page.index('class="answer"') < page.index('class="groups"')


def test_a_search_is_the_one_of_the_api(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "cykelsti", "group": "punkt"}).json()
    page = client.get("/", params={"q": "cykelsti"}).text
    titles = [hit["punkt"]["title"] for hit in found["hits"]]
    places = [page.index(f">{title}</a></h2>") for title in titles]
    assert places == sorted(places)
    assert f"{found['total']} passager i {len(titles)} punkter" in page


def test_a_meeting_shows_its_agenda_its_decisions_and_its_neighbours(client: TestClient) -> None:
    page = client.get("/moede/vej-januar").text
    assert "Cykelsti langs åen" in page
    assert "anlægges i to etaper" in page
    assert "Kort over stien" in page
    assert "Anna Lund (følger op)" in page
    assert 'rel="next" href="/moede/vej-marts"' in page
    assert 'rel="prev"' not in page


def test_a_meeting_without_a_date_says_so(client: TestClient) -> None:
    assert "Mødets dato er ikke fundet." in client.get("/moede/kultur").text


def test_a_punkt_shows_the_same_case_at_other_meetings_and_why(client: TestClient) -> None:
    page = client.get(f"/punkt/{OPEN_PUNKT}").text
    timeline = page.partition('<ol class="timeline">')[2].partition("</ol>")[0]
    assert "Lys på cykelstien" in timeline
    assert f"Samme sagsnummer: {CASE}" in timeline
    assert timeline.index("10. januar 2031") < timeline.index("14. marts 2031")


def test_the_follow_ups_stand_with_who_what_and_when(client: TestClient) -> None:
    page = client.get("/opfoelgning").text
    row = page.partition("<tbody>")[2].partition("</tr>")[0]
    for words in ("Anna Lund", "tidsplan", "i april", "Cykelsti langs åen", "side"):
        assert words in row


def test_budget_items_stand_with_their_amounts(client: TestClient) -> None:
    page = client.get("/opfoelgning?kind=budget").text
    row = page.partition("<tbody>")[2].partition("</tr>")[0]
    for words in ("Bo Ek", "Belysning", "400.000\u00a0kr.", "side 3"):
        assert words in row


def test_the_feed_is_atom_newest_first_with_lasting_ids(client: TestClient) -> None:
    feed = ET.fromstring(client.get("/feed.atom?q=cykelsti").text)
    entries = feed.findall("atom:entry", ATOM)
    days = [entry.findtext("atom:updated", "", ATOM) for entry in entries]
    assert days == sorted(days, reverse=True)
    ids = [entry.findtext("atom:id", "", ATOM) for entry in entries]
    assert f"http://testserver/punkt/{OPEN_PUNKT}" in ids
    assert len(set(ids)) == len(ids)
    summaries = [entry.findtext("atom:summary", "", ATOM) for entry in entries]
    assert "Udvalget godkendte, at cykelstien anlægges i to etaper." in summaries


def test_pages_are_sent_compressed(client: TestClient) -> None:
    response = client.get("/?q=cykelsti", headers={"Accept-Encoding": "gzip"})
    assert response.headers["content-encoding"] == "gzip"


def test_static_files_are_kept_by_the_browser_under_an_address_with_their_version(client: TestClient) -> None:
    address = client.get("/").text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert "?v=" in address
    assert "immutable" in client.get(address).headers["cache-control"]


def test_scripts_and_styles_together_are_small() -> None:
    assert sum(len(gzip.compress(file.read_bytes())) for file in STATIC_DIR.iterdir()) < 20_000


def test_what_nobody_foresaw_is_a_page_too(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("et hemmeligt ord")

    monkeypatch.setattr(FollowUpList, "all", broken)
    response = TestClient(app, raise_server_exceptions=False).get("/opfoelgning")
    assert response.status_code == 500
    assert "Der skete en fejl" in response.text
    assert "hemmeligt" not in response.text
