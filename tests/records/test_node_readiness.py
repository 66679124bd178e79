import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from records.errors import NodeStartFailed, PortTaken
from records.node.folder import NodeFolder
from records.node.readiness import answer, await_ready, listening_address, telling_line


@pytest.fixture
def folder(tmp_path: Path) -> NodeFolder:
    folder = NodeFolder(tmp_path / "node")
    folder.make()
    return folder


@pytest.fixture
def silent_process() -> Iterator[psutil.Process]:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        yield psutil.Process(child.pid)
        child.kill()


@pytest.fixture
def ended_process() -> psutil.Process:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        process = psutil.Process(child.pid)
        child.kill()
    return process


@pytest.mark.parametrize(
    ("console", "telling"),
    [
        (
            "WARNING: odd\nuncaught exception in thread [main]\njava.lang.IllegalStateException: outer\n"
            "Likely root cause: java.io.IOException: inner\n\tat a.b(C.java)\nFor details, see the log\n",
            "java.io.IOException: inner",
        ),
        (
            "WARNING: odd\nUnrecognized VM option 'X'\nError: Could not create the Java Virtual Machine.\n",
            "Unrecognized VM option 'X'",
        ),
        ("sh: 1: exec: /jdk/bin/java: not found\n", "sh: 1: exec: /jdk/bin/java: not found"),
        ("first\nlast\n", "last"),
        ("", None),
    ],
)
def test_the_line_that_tells_what_went_wrong_is_found(
    folder: NodeFolder, console: str, telling: str | None
) -> None:
    folder.console_log.write_text(console)
    assert telling_line(folder) == telling


def test_a_node_that_ended_is_told_with_its_logs_and_its_reason(
    folder: NodeFolder, ended_process: psutil.Process
) -> None:
    folder.console_log.write_text("Error: odd\n")
    with pytest.raises(NodeStartFailed, match="gik i stå") as caught:
        await_ready(ended_process, folder, 5)
    assert str(folder.console_log) in caught.value.message
    assert caught.value.detail == "Error: odd"


def test_a_node_that_ended_for_want_of_its_port_is_told_as_that(
    folder: NodeFolder, ended_process: psutil.Process
) -> None:
    folder.console_log.write_text("Likely root cause: java.net.BindException: Address already in use\n")
    with pytest.raises(PortTaken, match="REFERATSOEG_NODE__PORT"):
        await_ready(ended_process, folder, 5)


def test_a_node_that_stays_silent_is_told_when_time_is_up(
    folder: NodeFolder, silent_process: psutil.Process
) -> None:
    with pytest.raises(NodeStartFailed, match="REFERATSOEG_NODE__START_TIMEOUT_S"):
        await_ready(silent_process, folder, 0.5)


def test_no_address_is_known_before_the_node_listens(folder: NodeFolder) -> None:
    assert listening_address(folder) is None
    folder.http_address.write_text("")
    assert listening_address(folder) is None
    folder.http_address.write_text("127.0.0.1:9311\n")
    assert listening_address(folder) == "http://127.0.0.1:9311"


def test_where_nobody_answers_there_is_no_answer() -> None:
    assert answer("http://127.0.0.1:1/") is None
