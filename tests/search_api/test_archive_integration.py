"""Meetings, punkter and files of the invented archive, and what the API says when something is wrong."""

from dataclasses import asdict

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from records.embedding import Embedder
from records.settings import Settings
from records.store import SearchStore
from search_api.app import create_app
from tests.search_api.invented_archive import (
    CASE,
    CLOSED_FILE,
    CLOSED_PUNKT,
    OPEN_FILE,
    OPEN_PUNKT,
    SECRET,
    files,
    write_archive,
)

pytestmark = pytest.mark.integration

API = "/api/v1"


def test_meetings_come_newest_first_and_can_be_narrowed(client: TestClient) -> None:
    everything = client.get(f"{API}/meetings").json()
    assert [meeting["id"] for meeting in everything["meetings"]] == ["vej-marts", "vej-januar", "kultur"]
    narrowed = client.get(f"{API}/meetings", params={"body": "Vejudvalget", "date_to": "2031-02-01"}).json()
    assert (narrowed["total"], narrowed["meetings"][0]["id"]) == (1, "vej-januar")


def test_a_meeting_holds_its_open_punkter_and_files(client: TestClient) -> None:
    response = client.get(f"{API}/meetings/vej-marts")
    meeting = response.json()
    assert [punkt["id"] for punkt in meeting["punkter"]] == ["lys-punkt"]
    assert [document["file_name"] for document in meeting["documents"]] == [OPEN_FILE]
    assert meeting["evidence"] == ["står på forsiden"]
    assert SECRET not in response.text


def test_a_punkt_holds_its_decision_passages_and_the_same_sag_elsewhere(client: TestClient) -> None:
    response = client.get(f"{API}/punkter/{OPEN_PUNKT}")
    punkt = response.json()
    assert punkt["beslutning"]["text"] == "Udvalget godkendte, at cykelstien anlægges i to etaper."
    assert punkt["beslutning"]["url"].endswith("/file#page=2")
    assert punkt["follow_ups"][0]["due"]["from"] == "2031-04-01"
    assert [bilag["title"] for bilag in punkt["bilag"]] == ["Kort over stien"]
    assert {passage["part"] for passage in punkt["passages"]} == {
        "beslutning",
        "referat",
        "indstilling",
        "bilag",
    }
    assert [(other["punkt"]["id"], other["because"]) for other in punkt["same_sag"]] == [
        ("lys-punkt", [CASE])
    ]
    assert SECRET not in response.text
    assert CLOSED_PUNKT not in response.text


def test_a_file_is_shown_in_the_browser_under_its_own_name(client: TestClient, searched: Settings) -> None:
    hit = client.get(f"{API}/search", params={"q": "cykelsti"}).json()["hits"][0]
    document = client.get(f"{API}/documents/{hit['document']['id']}").json()
    assert (document["file_name"], document["page_count"]) == (OPEN_FILE, 3)
    file = client.get(hit["file_url"].partition("#")[0])
    assert file.text == f"Indholdet af {OPEN_FILE}"
    assert file.headers["content-type"].startswith("text/plain")
    assert file.headers["content-disposition"] == f'inline; filename="{OPEN_FILE}"'
    assert file.headers["x-content-type-options"] == "nosniff"


def test_what_is_closed_does_not_exist(
    client: TestClient, searched: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _, closed = files(searched, tmp_path_factory.mktemp("again"))
    for path in (f"punkter/{CLOSED_PUNKT}", f"documents/{closed.id}", f"documents/{closed.id}/file"):
        shown, invented = client.get(f"{API}/{path}"), client.get(f"{API}/{path.split('/')[0]}/findes-ikke")
        assert shown.status_code == invented.status_code == 404
        assert shown.json() == invented.json()
        assert CLOSED_FILE not in shown.text


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (f"{API}/meetings/nej", 404, "findes_ikke"),
        (f"{API}/punkter/nej", 404, "findes_ikke"),
        (f"{API}/documents/nej/file", 404, "findes_ikke"),
        (f"{API}/nej", 404, "findes_ikke"),
        (f"{API}/search?size=0", 422, "ugyldig_foresporgsel"),
        (f"{API}/search?mode=magi", 422, "ugyldig_foresporgsel"),
        (f"{API}/search?date=2031-13", 422, "ugyldig_foresporgsel"),
    ],
)
def test_every_error_has_the_one_body(client: TestClient, path: str, status: int, code: str) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert set(response.json()) == {"error"}
    error = response.json()["error"]
    assert set(error) == {"code", "message", "detail"}
    assert error["code"] == code


def test_a_wrong_method_has_the_one_body_and_says_what_is_allowed(client: TestClient) -> None:
    response = client.post(f"{API}/search")
    assert (response.status_code, response.json()["error"]["code"]) == (405, "metode")
    assert response.headers["allow"] == "GET"


def test_an_error_does_not_repeat_what_was_asked(client: TestClient) -> None:
    assert "hemmeligt" not in client.get(f"{API}/search", params={"mode": "hemmeligt"}).text


def test_the_service_is_ready_and_counts_its_searches(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "kører"}
    assert client.get("/readyz").status_code == 200
    client.get(f"{API}/search", params={"q": "cykelsti"})
    metrics = client.get("/metrics").text
    assert 'referatsoeg_searches_total{intent="none",mode="hybrid",outcome="hits"}' in metrics
    assert "cykelsti" not in metrics


def test_the_ledger_is_told(client: TestClient) -> None:
    assert client.get(f"{API}/status").json()["files_seen"] == 0


@pytest.mark.parametrize("difference", [{"name": "en anden"}, {"revision": "0" * 64}, {"dimension": 7}])
def test_an_index_made_with_another_model_is_refused(
    settings: Settings,
    node_url: str,
    embedder: Embedder,
    tmp_path_factory: pytest.TempPathFactory,
    difference: dict[str, object],
) -> None:
    own = settings.model_copy(update={"index": f"{settings.index}-{next(iter(difference))}"})
    model = {**asdict(embedder.model), **difference}
    write_archive(own, node_url, embedder, tmp_path_factory.mktemp("other"), model)
    with TestClient(create_app(own, SearchStore(node_url, own.opensearch), embedder)) as client:
        for path in ("/readyz", f"{API}/search?q=cykelsti", f"{API}/search?q=cykelsti&mode=keyword"):
            response = client.get(path)
            assert (response.status_code, response.json()["error"]["code"]) == (503, "forkert_model")


def test_another_engine_of_the_same_model_is_served(
    settings: Settings, node_url: str, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = settings.model_copy(update={"index": f"{settings.index}-engine"})
    model = {**asdict(embedder.model), "engine": "en anden"}
    write_archive(own, node_url, embedder, tmp_path_factory.mktemp("engine"), model)
    with TestClient(create_app(own, SearchStore(node_url, own.opensearch), embedder)) as client:
        assert client.get("/readyz").status_code == 200


def test_without_an_index_the_remedy_is_told(settings: Settings, node_url: str, embedder: Embedder) -> None:
    own = settings.model_copy(update={"index": "findes-ikke"})
    with TestClient(create_app(own, SearchStore(node_url, own.opensearch), embedder)) as client:
        error = client.get("/readyz").json()["error"]
    assert error["code"] == "indeks_mangler"
    assert "referatsoeg index" in error["message"]


def test_the_openapi_names_the_one_error_body(app: FastAPI) -> None:
    operations = [methods["get"] for path, methods in app.openapi()["paths"].items() if path.startswith(API)]
    for operation in operations:
        for status in ("404", "422", "503"):
            schema = operation["responses"][status]["content"]["application/json"]["schema"]
            assert schema == {"$ref": "#/components/schemas/ErrorBody"}
