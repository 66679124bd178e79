"""The node's process: found in the system's own table, started on its own, and ended gently."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil
from tenacity import RetryError, Retrying, retry_if_result, stop_after_delay, wait_fixed

from records.node.privilege import Owner

# Closing takes a node 1 to 2 s; a large archive with much unwritten may need more.
CLOSING_S = 30.0
POLL_S = 0.1
# A program that is just being loaded shows no arguments; from a cold disk that lasts a second or two.
APPEARING_S = 15.0

# Options that Java would take from the environment, and that could undo ours.
JAVA_VARIABLES = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")

# The shell ends at once, so the node belongs to the system and outlives us without becoming a zombie.
DETACH = 'log=$1; shift; exec >"$log" 2>&1; "$@" </dev/null &'


def find_process(argument: str) -> psutil.Process | None:
    """Return the living process that was started with exactly this argument.

    The process table cannot be stale, as a file with a number in it can.
    """
    for process in psutil.process_iter(["cmdline"]):
        if argument in (process.info["cmdline"] or ()) and is_alive(process):
            return process
    return None


def await_process(argument: str) -> psutil.Process | None:
    """Return the process just started with this argument, once it shows; None if it is gone already."""
    appearing = Retrying(
        retry=retry_if_result(lambda process: process is None),
        stop=stop_after_delay(APPEARING_S),
        wait=wait_fixed(POLL_S),
        retry_error_callback=lambda _: None,
    )
    found: psutil.Process | None = appearing(find_process, argument)
    return found


def is_alive(process: psutil.Process) -> bool:
    """Tell whether the process runs; one that has ended and only waits to be noticed does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def launch(command: Sequence[str], folder: Path, log: Path, owner: Owner, env: Mapping[str, str]) -> None:
    """Start the command in a session of its own, out of Ctrl-C's reach, its output in the log."""
    subprocess.run(
        ["/bin/sh", "-c", DETACH, "sh", str(log), *owner.prefix, *command],
        cwd=folder,
        env={name: value for name, value in env.items() if name not in JAVA_VARIABLES},
        user=owner.uid,
        group=owner.gid,
        extra_groups=None if owner.uid is None else [],
        start_new_session=True,
        check=True,
    )


def end(process: psutil.Process, patience_s: float = CLOSING_S) -> None:
    """End the process: ask it to close, and kill it if it does not within the time given."""
    try:
        process.terminate()
        if not _gone(process, patience_s):
            process.kill()
            _gone(process, patience_s)
    except psutil.NoSuchProcess:
        return


def _gone(process: psutil.Process, patience_s: float) -> bool:
    waiting = Retrying(
        retry=retry_if_result(bool), stop=stop_after_delay(patience_s), wait=wait_fixed(POLL_S)
    )
    try:
        waiting(is_alive, process)
    except RetryError:
        return False
    return True
