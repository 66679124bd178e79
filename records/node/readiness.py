"""Waiting for the node: until it answers, or until it is known why it will not."""

import re

import httpx
import psutil
from tenacity import RetryError, Retrying, retry_if_result, stop_after_delay, wait_fixed

from records.errors import NodeStartFailed, PortTaken
from records.node.folder import NodeFolder
from records.node.process import is_alive

POLL_S = 0.2
# One answer from a machine that is busy with other things; the wait as a whole has its own limit.
ANSWER_S = 5.0

# java.lang.IllegalStateException: failed to obtain node locks
TELLING = re.compile(r"Exception|Error|error|Unrecognized|insufficient|not found|denied")
ROOT_CAUSE = "Likely root cause: "
PORT_IN_USE = re.compile(r"BindHttpException|Address already in use")


def await_ready(process: psutil.Process, folder: NodeFolder, timeout_s: float) -> str:
    """Return the node's address once its indices can be searched.

    :raises NodeStartFailed: if it ends before that, or does not get there in time.
    :raises PortTaken: if it ended because another program has its port.
    """

    def address_or_none() -> str | None:
        if not is_alive(process):
            raise _ended(folder)
        return ready_address(folder)

    waiting = Retrying(
        retry=retry_if_result(lambda address: address is None),
        stop=stop_after_delay(timeout_s),
        wait=wait_fixed(POLL_S),
    )
    try:
        return str(waiting(address_or_none))
    except RetryError as error:
        raise NodeStartFailed(
            f"OpenSearch blev ikke klar på {timeout_s:.0f} sekunder. Giv den længere tid med "
            f"REFERATSOEG_NODE__START_TIMEOUT_S, eller se i {folder.logs}.",
            telling_line(folder),
        ) from error


def listening_address(folder: NodeFolder) -> str | None:
    """Return the address the node says that it listens on, nothing before it does."""
    try:
        lines = folder.http_address.read_text(encoding="utf-8").split()
    except FileNotFoundError:
        return None
    return f"http://{lines[0]}" if lines else None


def ready_address(folder: NodeFolder) -> str | None:
    """Return the node's address if its indices can be searched now."""
    address = listening_address(folder)
    health = address and answer(f"{address}/_cluster/health")
    # Red means that an index is still being opened.
    return address if health and health["status"] != "red" else None


def answer(url: str) -> dict[str, object] | None:
    """Return the JSON that the node gives, nothing where it does not answer."""
    try:
        # Plain HTTP on the loopback: no proxy of the environment, no certificates to load at each asking.
        response = httpx.get(url, timeout=ANSWER_S, trust_env=False, verify=False)
        return dict(response.json()) if response.is_success else None
    except (httpx.TransportError, ValueError):
        return None


def telling_line(folder: NodeFolder) -> str | None:
    """Return the line of the node's console that says best what went wrong."""
    try:
        lines = folder.console_log.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return None
    for line in lines:
        if line.startswith(ROOT_CAUSE):
            return line.removeprefix(ROOT_CAUSE)
    telling = (line.strip() for line in lines if TELLING.search(line))
    return next(telling, lines[-1] if lines else None)


def _ended(folder: NodeFolder) -> NodeStartFailed | PortTaken:
    line = telling_line(folder)
    if line and PORT_IN_USE.search(line):
        return PortTaken(port_remedy(), line)
    return NodeStartFailed(
        f"OpenSearch gik i stå under opstarten. Se {folder.console_log} og {folder.logs / 'node.log'}.", line
    )


def port_remedy() -> str:
    """Return what to do about a port that another program has."""
    return (
        "Porten til den lokale node bruges af et andet program. Vælg en anden med REFERATSOEG_NODE__PORT, "
        "eller sæt den til 0, så vælges en fri port."
    )
