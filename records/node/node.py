"""The local node: a real OpenSearch of the program's own, one for each data folder."""

import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from filelock import FileLock

from records.errors import NodeStartFailed, PortTaken
from records.node.configuration import identity, java_command, write_configuration
from records.node.disk import disk_errors, require_space
from records.node.distribution import prepare_distribution
from records.node.folder import node_folder
from records.node.java import find_java
from records.node.privilege import choose_owner, hand_over, require_access
from records.node.process import await_process, end, find_process, launch
from records.node.progress import SILENT, Progress
from records.node.readiness import (
    answer,
    await_ready,
    listening_address,
    port_remedy,
    ready_address,
    telling_line,
)
from records.settings import Settings

# Under the highest disk watermark a new index cannot be written, so the node would start in vain.
STARTING_NEEDS_MB = 300
# -Xmx1024m
HEAP_OPTION = re.compile(r"-Xmx(\d+)m")


@dataclass(frozen=True)
class NodeStatus:
    """What can be said of a node."""

    running: bool
    pid: int | None
    url: str | None
    """Its address, once it listens."""
    version: str | None
    data_path: Path
    heap_mb: int


class LocalNode:
    """The node of one data folder, shared by every command that uses the folder."""

    def __init__(self, settings: Settings, report: Progress) -> None:
        self._settings = settings
        self._report = report
        self._folder = node_folder(settings.data_dir)

    def ensure_running(self) -> str:
        """Return the node's address, with the node started first if it is not running; it then stays.

        :raises NodeError: if it cannot be started; the message says why and what to do.
        """
        return self.start_if_needed()[0]

    def stop(self) -> bool:
        """Close the node down and tell whether there was one."""
        if not self._folder.root.is_dir():
            return False
        with self._locked():
            process = self._process()
            if process is None:
                return False
            self._report.begin("Lukker OpenSearch", None)
            try:
                end(process)
            finally:
                self._report.done()
            return True

    def status(self) -> NodeStatus:
        """Return how the node is, at once, also while it starts."""
        process = self._process()
        url = listening_address(self._folder) if process else None
        return NodeStatus(
            running=process is not None,
            pid=process.pid if process else None,
            url=url,
            version=_version(url) if url else None,
            data_path=self._folder.data,
            heap_mb=(process and _heap_mb(process)) or self._settings.node.heap_mb,
        )

    def start_if_needed(self) -> tuple[str, bool]:
        """Return the node's address and whether it was started for this call; raises as ensure_running."""
        with disk_errors(self._folder.root):
            self._folder.make()
        with self._locked():
            process = self._process()
            if process and not self._folder.settings_file.exists():
                # The data folder was deleted under the node, which has nothing left to serve.
                end(process)
                process = None
            return self._await(process or self._start()), process is None

    def _start(self) -> psutil.Process:
        """Start the node's process; the caller holds the lock."""
        require_space(self._folder.root, STARTING_NEEDS_MB)
        _require_free(self._settings.node.port)
        java = find_java(os.environ)
        distribution = prepare_distribution(self._settings.caches.resolve(), not java.full, self._report)
        with disk_errors(self._folder.root):
            self._folder.http_address.unlink(missing_ok=True)
            write_configuration(self._folder, self._settings.node.port)
        owner = choose_owner()
        hand_over(self._folder.root, owner)
        require_access(
            owner, [java.executable, distribution.agent, *distribution.locale_jars, self._folder.config]
        )
        command = java_command(java, distribution, self._folder, self._settings.node.heap_mb)
        launch(command, self._folder.root, self._folder.console_log, owner, os.environ)
        process = await_process(identity(self._folder))
        if process is None:
            raise NodeStartFailed(
                f"OpenSearch kunne ikke startes med {java.home}. Se {self._folder.console_log}.",
                telling_line(self._folder),
            )
        return process

    def _await(self, process: psutil.Process) -> str:
        """Return the address once the node is ready; one that does not get there is ended."""
        if url := ready_address(self._folder):
            return url
        self._report.begin("Starter OpenSearch", None)
        try:
            return await_ready(process, self._folder, self._settings.node.start_timeout_s)
        except NodeStartFailed:
            end(process)
            raise
        finally:
            self._report.done()

    def _process(self) -> psutil.Process | None:
        return find_process(identity(self._folder))

    def _locked(self) -> FileLock:
        return FileLock(self._folder.lock)


@contextmanager
def running_node(settings: Settings, report: Progress = SILENT) -> Iterator[str]:
    """Yield the address of the node, and stop it afterwards if it was started for this.

    :raises NodeError: if it cannot be started.
    """
    node = LocalNode(settings, report)
    url, started = node.start_if_needed()
    try:
        yield url
    finally:
        if started:
            node.stop()


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        # As the node does it: what a closed connection leaves behind is no hindrance.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PortTaken(port_remedy(), f"127.0.0.1:{port}: {error.strerror}") from error


def _version(url: str) -> str | None:
    info = answer(url)
    version = info.get("version") if info else None
    return str(version["number"]) if isinstance(version, dict) else None


def _heap_mb(process: psutil.Process) -> int | None:
    options = filter(None, map(HEAP_OPTION.fullmatch, process.info["cmdline"]))
    return next((int(option.group(1)) for option in options), None)
