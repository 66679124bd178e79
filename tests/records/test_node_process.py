import os
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tenacity import retry, retry_if_exception_type, stop_after_delay, wait_fixed

from records.node.privilege import Owner
from records.node.process import await_process, end, find_process, is_alive, launch

DEAF = "trap '' TERM; echo deaf; while :; do sleep 0.1; done"


@pytest.fixture
def argument() -> Iterator[str]:
    """Return an argument that no other process has; whoever has it afterwards is killed."""
    value = f"-Dtest={uuid.uuid4().hex}"
    yield value
    if process := find_process(value):
        process.kill()


def started(argument: str, tmp_path: Path, script: str = "while :; do sleep 0.1; done") -> psutil.Process:
    command = ["/bin/sh", "-c", script, "sh", argument]
    launch(command, tmp_path, tmp_path / "log", Owner(), os.environ)
    process = await_process(argument)
    assert process is not None
    return process


@retry(retry=retry_if_exception_type(AssertionError), stop=stop_after_delay(5), wait=wait_fixed(0.05))
def await_line(log: Path, line: str) -> None:
    assert line in log.read_text()


def test_a_process_is_found_by_its_argument_and_by_nothing_less(argument: str, tmp_path: Path) -> None:
    process = started(argument, tmp_path)
    assert find_process(argument) == process
    assert find_process(argument[:-1]) is None


def test_the_process_is_out_of_reach_of_ctrl_c_and_no_child_of_ours(argument: str, tmp_path: Path) -> None:
    process = started(argument, tmp_path)
    assert os.getsid(process.pid) != os.getsid(0)
    assert process not in psutil.Process().children(recursive=True)


def test_what_the_process_says_stands_in_the_log(argument: str, tmp_path: Path) -> None:
    started(argument, tmp_path, "echo said; echo complained >&2; sleep 30; true")
    await_line(tmp_path / "log", "complained")
    assert (tmp_path / "log").read_text() == "said\ncomplained\n"


def test_options_of_the_environment_do_not_reach_java(argument: str, tmp_path: Path) -> None:
    script = 'echo "[$JDK_JAVA_OPTIONS$JAVA_TOOL_OPTIONS$KEPT]"'
    command = ["/bin/sh", "-c", script, "sh", argument]
    env = {"JDK_JAVA_OPTIONS": "-Xmx1m", "JAVA_TOOL_OPTIONS": "-Xmx1m", "KEPT": "kept"}
    launch(command, tmp_path, tmp_path / "log", Owner(), env)
    await_line(tmp_path / "log", "[kept]")


def test_a_process_ends_when_it_is_asked_to(argument: str, tmp_path: Path) -> None:
    process = started(argument, tmp_path)
    end(process)
    assert not is_alive(process)
    assert find_process(argument) is None


def test_a_process_that_will_not_end_is_killed(argument: str, tmp_path: Path) -> None:
    process = started(argument, tmp_path, DEAF)
    await_line(tmp_path / "log", "deaf")
    end(process, patience_s=0.3)
    assert not is_alive(process)


def test_ending_what_has_ended_is_no_error(argument: str, tmp_path: Path) -> None:
    process = started(argument, tmp_path)
    end(process)
    end(process)


def test_a_process_that_only_waits_to_be_noticed_is_not_alive() -> None:
    with subprocess.Popen(["true"]) as child:
        process = psutil.Process(child.pid)
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert process.status() == psutil.STATUS_ZOMBIE
        assert not is_alive(process)


def test_a_process_that_shows_late_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    this = psutil.Process()
    answers = iter([None, None, this])
    monkeypatch.setattr("records.node.process.find_process", lambda argument: next(answers))
    assert await_process("-Dsome=argument") == this


def test_a_process_that_never_shows_is_none_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.node.process.APPEARING_S", 0.2)
    assert await_process("-Dno.such=argument") is None
