"""Where one data folder's node keeps its things."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class NodeFolder:
    """The node's folder inside a data folder."""

    root: Path

    @property
    def data(self) -> Path:
        """The indices."""
        return self.root / "data"

    @property
    def logs(self) -> Path:
        """The node's logs."""
        return self.root / "logs"

    @property
    def config(self) -> Path:
        """The configuration, written anew at each start; its path is what tells this node from others."""
        return self.root / "config"

    @property
    def settings_file(self) -> Path:
        """OpenSearch's settings."""
        return self.config / "opensearch.yml"

    @property
    def temporary(self) -> Path:
        """What Java may throw away."""
        return self.root / "tmp"

    @property
    def lock(self) -> Path:
        """Held while the node is started or stopped."""
        return self.root / "lock"

    @property
    def console_log(self) -> Path:
        """What the node said to its terminal since it was last started."""
        return self.logs / "console.log"

    @property
    def http_address(self) -> Path:
        """Where OpenSearch writes the address it listens on, once it does."""
        return self.logs / "http.ports"

    def make(self) -> None:
        """Create what is missing; closed matters lie here, so nobody else may look."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder in (self.data, self.logs, self.config, self.temporary):
            folder.mkdir(exist_ok=True)


def node_folder(data_dir: Path) -> NodeFolder:
    """Return the data folder's node folder, by its one real path."""
    return NodeFolder(data_dir.resolve() / "node")
