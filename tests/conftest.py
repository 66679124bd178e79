"""What every test may ask for: a real local node, and settings of its own for the run."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from records.embedding import Embedder, create_embedder
from records.node import Silent, running_node
from records.settings import NodeSettings, Settings

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with a data folder and an archive of this run's own; downloads are shared with other runs."""
    cache = os.environ.get("REFERATSOEG_CACHE_DIR")
    return Settings(
        data_dir=tmp_path_factory.mktemp("data"),
        cache_dir=Path(cache) if cache else None,
        index=f"t{uuid.uuid4().hex[:8]}",
        node=NodeSettings(heap_mb=512),
    )


@pytest.fixture(scope="session")
def node_url(settings: Settings) -> Iterator[str]:
    """The address of a real local node that lives as long as the run."""
    with running_node(settings, Silent()) as url:
        yield url


@pytest.fixture(scope="session")
def embedder(settings: Settings) -> Embedder:
    """The default embedder, its weights unpacked once."""
    return create_embedder(settings)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real referater beside the project; the test is skipped where it is not."""
    return _beside("seeds")


@pytest.fixture(scope="session")
def real_pdfs() -> Path:
    """The folder of real municipal PDFs beside the project; the test is skipped where it is not."""
    return _beside("pdf")


def _beside(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"shared/{name} is not beside the project")
    return folder
