import gc
import hashlib
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from jgo.maven import _core
from tenacity import wait_none

from records.errors import DownloadFailed
from records.node import artifacts
from records.node.artifacts import Artifact, fetch
from records.node.progress import Silent

CONTENT = bytes(range(256)) * 400
ARTIFACT = Artifact("dk.example", "thing", "1.0", "zip", hashlib.sha256(CONTENT).hexdigest())


@dataclass
class Repository:
    """A Maven repository that answers each request for the file with the next of its bodies."""

    url: str
    bodies: list[bytes] = field(default_factory=list)
    requests: int = 0


class Told(Silent):
    def __init__(self) -> None:
        self.steps: list[tuple[str, int | None]] = []
        self.received = 0

    def begin(self, step: str, total_bytes: int | None) -> None:
        self.steps.append((step, total_bytes))

    def advance(self, received_bytes: int) -> None:
        self.received += received_bytes


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.path.endswith("/dk/example/thing/1.0/thing-1.0.zip") and offered.bodies
            self.send_response(200 if wanted else 404)
            # Whatever is sent, the whole file is promised: a short body is a line that broke.
            self.send_header("Content-Length", str(len(CONTENT) if wanted else 0))
            self.end_headers()
            if wanted:
                offered.requests += 1
                self.wfile.write(offered.bodies.pop(0))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        offered = Repository(f"http://127.0.0.1:{server.server_port}")
        monkeypatch.setitem(_core.DEFAULT_REMOTE_REPOS, "central", offered.url)
        monkeypatch.setattr(artifacts._downloaded.retry, "wait", wait_none())  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield offered
        server.shutdown()
        thread.join()
    # The client leaves the connections of failed downloads to the garbage collector.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def test_a_file_is_fetched_once_and_then_kept(repository: Repository, tmp_path: Path) -> None:
    repository.bodies = [CONTENT]
    first = fetch(ARTIFACT, tmp_path, Silent())
    assert fetch(ARTIFACT, tmp_path, Silent()) == first
    assert first.read_bytes() == CONTENT
    assert repository.requests == 1
    assert list(tmp_path.iterdir()) == [first]


def test_a_download_tells_its_size_and_how_far_it_is(repository: Repository, tmp_path: Path) -> None:
    repository.bodies = [CONTENT]
    told = Told()
    fetch(ARTIFACT, tmp_path, told)
    assert told.steps == [("Henter thing-1.0.zip", len(CONTENT))]
    assert told.received == len(CONTENT)


def test_a_download_broken_off_is_redone(repository: Repository, tmp_path: Path) -> None:
    repository.bodies = [CONTENT[:5000], CONTENT]
    assert fetch(ARTIFACT, tmp_path, Silent()).read_bytes() == CONTENT


def test_what_a_killed_run_left_of_a_download_is_not_taken_for_the_file(
    repository: Repository, tmp_path: Path
) -> None:
    left = tmp_path / artifacts.PARTIAL_FOLDER / "dk/example/thing/1.0/thing-1.0.zip"
    left.parent.mkdir(parents=True)
    left.write_bytes(CONTENT[:5000])
    repository.bodies = [CONTENT]
    assert fetch(ARTIFACT, tmp_path, Silent()).read_bytes() == CONTENT


def test_a_kept_file_that_has_been_damaged_is_fetched_again(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / ARTIFACT.file_name).write_bytes(CONTENT[:-1] + b"x")
    repository.bodies = [CONTENT]
    assert fetch(ARTIFACT, tmp_path, Silent()).read_bytes() == CONTENT


def test_another_file_than_expected_is_deleted_and_told(repository: Repository, tmp_path: Path) -> None:
    repository.bodies = [CONTENT]
    with pytest.raises(DownloadFailed, match="ikke den ventede fil") as caught:
        fetch(replace(ARTIFACT, sha256="0" * 64), tmp_path, Silent())
    assert ARTIFACT.sha256 in str(caught.value.detail)
    assert list(tmp_path.iterdir()) == []


def test_a_repository_that_keeps_failing_is_told_with_the_remedy(
    repository: Repository, tmp_path: Path
) -> None:
    repository.bodies = [b""] * artifacts.ATTEMPTS
    with pytest.raises(DownloadFailed, match="REFERATSOEG_OPENSEARCH__URL"):
        fetch(ARTIFACT, tmp_path, Silent())
    assert repository.requests == artifacts.ATTEMPTS
    assert list(tmp_path.iterdir()) == []


def test_a_repository_without_the_file_is_told(repository: Repository, tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed, match=r"thing-1\.0\.zip kunne ikke hentes"):
        fetch(ARTIFACT, tmp_path, Silent())
