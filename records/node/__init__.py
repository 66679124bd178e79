"""The local node: OpenSearch as a child of its own, fetched, started and stopped by the program."""

from records.node.node import LocalNode, NodeStatus, running_node
from records.node.progress import Progress, Silent

__all__ = ["LocalNode", "NodeStatus", "Progress", "Silent", "running_node"]
