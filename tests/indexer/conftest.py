"""An empty archive for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from records.settings import Settings
from tests.indexer.bench import Bench


@pytest.fixture
def bench(settings: Settings, node_url: str, tmp_path: Path) -> Iterator[Bench]:
    """An empty archive of the test's own."""
    own = settings.model_copy(update={"data_dir": tmp_path / "data", "index": f"{settings.index}-bench"})
    bench = Bench(own, node_url)
    yield bench
    bench.store.delete(bench.store.matching(f"{own.index}.*"))
    bench.store.close()
