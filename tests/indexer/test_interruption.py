"""The node is killed in the middle of a run: a clear error, and the same command then completes."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.paths import PDF_DIR
from records.embedding import Vectors
from records.errors import StoreUnavailable
from records.node import LocalNode, Silent
from records.settings import Settings
from tests.indexer.bench import Bench

pytestmark = pytest.mark.integration


def test_a_run_whose_node_was_killed_completes_when_it_is_run_again(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = settings.model_copy(update={"data_dir": tmp_path / "data", "index": "afbrudt"})
    node = LocalNode(own, Silent())
    files = sorted(PDF_DIR.glob("*.pdf"))[:4]
    try:
        bench = Bench(own, node.ensure_running())
        embed = bench.embedder.embed_passages

        def kill_then_embed(texts: Sequence[str]) -> Vectors:
            if pid := node.status().pid:
                os.kill(pid, signal.SIGKILL)
            return embed(texts)

        monkeypatch.setattr(bench.embedder, "embed_passages", kill_then_embed)
        with pytest.raises(StoreUnavailable, match="svarer ikke"):
            bench.index(*files)
        monkeypatch.undo()

        again = Bench(own, node.ensure_running())
        report = again.index(*files)
        untouched = Bench(own.model_copy(update={"index": "uafbrudt"}), node.ensure_running())
        assert report.passages == untouched.index(*files).passages > 50
        assert again.count() == untouched.count()
        assert again.store.matching("afbrudt.*") == again.store.behind("afbrudt")
    finally:
        node.stop()
