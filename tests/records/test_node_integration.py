"""The local node as it really runs; each test that starts one has a data folder of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from tenacity import retry, retry_if_result, stop_after_delay, wait_fixed

from mappings.loader import index_definition
from records.errors import DiskFull, NodeStartFailed, PortTaken
from records.node import LocalNode, NodeStatus, Silent, running_node
from records.node import node as node_module
from records.node.java import BUNDLED_HOME, find_java
from records.settings import NodeSettings, Settings

pytestmark = pytest.mark.integration

HEAP_MB = 400
DOCUMENTS = {
    "hegn": ("Hegnet ved søen bliver sat op til foråret", [1.0, 0.0, 0.0]),
    "sti": ("Cykelstien langs banen", [0.0, 1.0, 0.0]),
    "skov": ("Skovens drift overtages af en forening", [0.8, 0.6, 0.0]),
}


def settings_of(data_dir: Path, caches: Path, port: int = 0) -> Settings:
    return Settings(data_dir=data_dir, cache_dir=caches, node=NodeSettings(heap_mb=HEAP_MB, port=port))


@pytest.fixture
def own(tmp_path: Path, settings: Settings) -> Iterator[Settings]:
    """Settings of a node of the test's own, stopped afterwards whatever happened."""
    own = settings_of(tmp_path / "data, æ", settings.caches)
    yield own
    LocalNode(own, Silent()).stop()


def command(settings: Settings) -> subprocess.Popen[str]:
    """Start a command of its own that wants the node, and prints its address."""
    script = (
        "from records.node import LocalNode, Silent\n"
        "from records.settings import Settings\n"
        "import sys\n"
        "print(LocalNode(Settings.model_validate_json(sys.argv[1]), Silent()).ensure_running())"
    )
    arguments = [sys.executable, "-c", script, settings.model_dump_json()]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=os.environ)


def status(settings: Settings) -> NodeStatus:
    return LocalNode(settings, Silent()).status()


@retry(retry=retry_if_result(lambda pid: pid is None), stop=stop_after_delay(60), wait=wait_fixed(0.1))
def awaited_pid(settings: Settings) -> int | None:
    return status(settings).pid


def fill(url: str, index: str) -> None:
    with httpx.Client(base_url=url, trust_env=False) as client:
        client.put(f"/{index}", json=index_definition(3, 0, {})).raise_for_status()
        for name, (text, vector) in DOCUMENTS.items():
            document = {"kind": "passage", "access": "åben", "text": text, "vector": vector}
            client.put(f"/{index}/_doc/{name}?refresh=true", json=document).raise_for_status()


def hybrid_scores(url: str, index: str, word: str, vector: list[float]) -> dict[str, float]:
    body: dict[str, Any] = {
        "query": {
            "hybrid": {
                "queries": [{"match": {"text": word}}, {"knn": {"vector": {"vector": vector, "k": 2}}}],
            }
        },
        "search_pipeline": {"phase_results_processors": [{"normalization-processor": {}}]},
    }
    answer = httpx.post(f"{url}/{index}/_search", json=body, trust_env=False).raise_for_status().json()
    return {hit["_id"]: hit["_score"] for hit in answer["hits"]["hits"]}


def count(url: str, index: str) -> int:
    answer = httpx.get(f"{url}/{index}/_count", trust_env=False).raise_for_status().json()
    return int(answer["count"])


@pytest.mark.parametrize("java", ["of the machine", "of the package"])
def test_a_node_fuses_keywords_and_vectors_on_either_java(
    own: Settings, java: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if java == "of the package":
        monkeypatch.setenv("OPENSEARCH_JAVA_HOME", str(BUNDLED_HOME))
    elif not find_java(os.environ).full:
        pytest.skip("there is no full JDK >= 21 on this machine")
    with running_node(own) as url:
        plugins = httpx.get(f"{url}/_cat/plugins?h=component", trust_env=False).text.split()
        assert plugins == ["opensearch-knn", "opensearch-neural-search"]
        fill(url, "prøve")
        scores = hybrid_scores(url, "prøve", "cykelsti", [1.0, 0.0, 0.0])
        # Best in one list each; the third is the last of the vector list alone.
        assert scores["hegn"] == scores["sti"] > scores["skov"]
    assert not status(own).running


def test_the_node_listens_on_the_loopback_only_with_the_heap_that_was_set(
    settings: Settings, node_url: str
) -> None:
    state = status(settings)
    assert (state.running, state.url, state.heap_mb) == (True, node_url, settings.node.heap_mb)
    assert state.version == "3.6.0"
    listening = [
        connection.laddr.ip
        for connection in psutil.Process(state.pid).net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert len(listening) == 2
    assert {address.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}


def test_no_index_comes_to_be_by_a_slip(node_url: str) -> None:
    answer = httpx.put(f"{node_url}/findes-ikke/_doc/1", json={"a": 1}, trust_env=False)
    assert answer.status_code == httpx.codes.NOT_FOUND


def test_data_survive_a_stop_a_kill_and_nothing_survives_a_deleted_folder(own: Settings) -> None:
    node = LocalNode(own, Silent())
    fill(node.ensure_running(), "prøve")
    assert node.stop()
    assert not node.stop()
    assert count(node.ensure_running(), "prøve") == len(DOCUMENTS)
    pid = node.status().pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert count(node.ensure_running(), "prøve") == len(DOCUMENTS)
    shutil.rmtree(own.data_dir)
    url = node.ensure_running()
    assert httpx.get(f"{url}/_cat/indices", trust_env=False).text == ""


def test_commands_at_once_share_one_node_even_if_the_one_that_starts_it_is_killed(own: Settings) -> None:
    with command(own) as first:
        pid = awaited_pid(own)
        first.kill()
    with command(own) as second, command(own) as third:
        urls = {second.communicate(timeout=120)[0], third.communicate(timeout=120)[0]}
    assert urls == {f"{status(own).url}\n"}
    assert status(own).pid == pid


def test_two_data_folders_have_a_node_each(own: Settings, node_url: str) -> None:
    with running_node(own) as url:
        assert url != node_url
    assert httpx.get(node_url, trust_env=False).is_success


def test_a_running_node_is_borrowed_and_left_running(settings: Settings, node_url: str) -> None:
    with running_node(settings) as url:
        assert url == node_url
    assert status(settings).url == node_url


def test_a_port_that_another_program_has_is_told_before_the_start(tmp_path: Path, settings: Settings) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        node = LocalNode(settings_of(tmp_path, settings.caches, port), Silent())
        with pytest.raises(PortTaken, match="REFERATSOEG_NODE__PORT"):
            node.ensure_running()
    assert not node.status().running


def test_a_port_taken_in_the_last_moment_is_told_too(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node_module, "_require_free", lambda _: None)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        node = LocalNode(settings_of(own.data_dir, own.caches, port), Silent())
        with pytest.raises(PortTaken, match="REFERATSOEG_NODE__PORT"):
            node.ensure_running()


def test_too_small_a_disk_is_told_before_the_start(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node_module, "STARTING_NEEDS_MB", 10**12)
    with pytest.raises(DiskFull, match="Frigør plads"):
        LocalNode(own, Silent()).ensure_running()


def test_a_java_that_fails_is_told_with_what_it_said(
    own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "jdk" / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho 'Error: no such luck' >&2\nexit 1\n")
    program.chmod(0o755)
    (tmp_path / "jdk" / "release").write_text('JAVA_VERSION="25"\nMODULES="jdk.incubator.vector"\n')
    monkeypatch.setenv("OPENSEARCH_JAVA_HOME", str(tmp_path / "jdk"))
    with pytest.raises(NodeStartFailed, match=r"console\.log") as caught:
        LocalNode(own, Silent()).ensure_running()
    assert caught.value.detail == "Error: no such luck"
    assert not status(own).running


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives the node to another user")
def test_root_without_namespaces_runs_the_node_as_nobody(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Under the system's temporary folder, since pytest's own is closed to others.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        caches = shutil.copytree(settings.caches / "opensearch", Path(folder) / "opensearch").parent
        monkeypatch.setenv("PATH", str(tmp_path))
        own = settings_of(Path(folder) / "data", caches)
        with running_node(own) as url:
            assert psutil.Process(status(own).pid).username() == "nobody"
            fill(url, "prøve")
            assert count(url, "prøve") == len(DOCUMENTS)
