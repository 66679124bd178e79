"""Where OpenSearch is for this run: the cluster of the settings, or the program's own local node."""

from records.node import LocalNode
from records.settings import Settings
from referatsoeg.node_progress import NodeProgress


def engine_url(settings: Settings) -> str:
    """Return the address of OpenSearch, with the local node started if there is no other.

    :raises NodeError: if the local node cannot be started.
    """
    return settings.opensearch.url or LocalNode(settings, NodeProgress()).ensure_running()
