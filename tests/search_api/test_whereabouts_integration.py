"""Old links: they lead to the new version, or say that the document was withdrawn."""

import uuid

import pytest
from fastapi.testclient import TestClient

from records.ledger import FileClosure, Ledger
from records.models import Access, Meeting, PageSpan, Punkt, Reading
from records.originals import document_id
from records.settings import Settings

pytestmark = pytest.mark.integration


def reading(access: Access) -> Reading:
    span = PageSpan(1, 1)
    punkt = Punkt("m-p1", "1", "Titel", span, access=access)
    return Reading((Meeting("m", "Udvalg", None, "unknown", (), span, (punkt,)),), page_count=1)


@pytest.fixture
def ledger(searched: Settings) -> Ledger:
    return Ledger(searched.archive_dir)


def versions(ledger: Ledger, *accesses: Access) -> list[str]:
    """Put versions of one file in the ledger, oldest first, and return their documents' ids."""
    path = f"/{uuid.uuid4()}.pdf"
    digests = [uuid.uuid4().hex * 2 for _ in accesses]
    for digest, access in zip(digests, accesses, strict=True):
        ledger.take_in(path, digest, 10)
        ledger.record(digest, "v1", reading(access))
    return [document_id(digest) for digest in digests]


@pytest.mark.parametrize("path", ["/api/v1/documents/{id}", "/api/v1/documents/{id}/file", "/dokument/{id}"])
def test_a_link_to_a_replaced_document_leads_to_the_newest(
    client: TestClient, ledger: Ledger, path: str
) -> None:
    old, _, newest = versions(ledger, Access.OPEN, Access.OPEN, Access.OPEN)
    answer = client.get(path.format(id=old), params={"side": 3}, follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["Location"] == f"{path.format(id=newest)}?side=3"


@pytest.mark.parametrize("path", ["/api/v1/documents/{id}", "/dokument/{id}"])
def test_a_link_to_a_withdrawn_document_says_so(client: TestClient, ledger: Ledger, path: str) -> None:
    (document,) = versions(ledger, Access.OPEN)
    ledger.withdraw(document)
    answer = client.get(path.format(id=document))
    assert answer.status_code == 410
    assert "trukket tilbage" in answer.text


def test_what_another_file_closes_was_never_there(client: TestClient, ledger: Ledger) -> None:
    (document,) = versions(ledger, Access.OPEN)
    ledger.record_closures({document: FileClosure(Access.CLOSED, all_of_it=True)})
    ledger.withdraw(document)
    assert client.get(f"/api/v1/documents/{document}").status_code == 404


@pytest.mark.parametrize(
    "accesses",
    [(Access.CLOSED,), (Access.CLOSED, Access.OPEN), (Access.OPEN, Access.CONFIDENTIAL)],
    ids=["withdrawn", "closed before", "closed after"],
)
def test_what_was_closed_or_became_so_was_never_there(
    client: TestClient, ledger: Ledger, accesses: tuple[Access, ...]
) -> None:
    old = versions(ledger, *accesses)[0]
    if len(accesses) == 1:
        ledger.withdraw(old)
    assert client.get(f"/api/v1/documents/{old}").status_code == 404
