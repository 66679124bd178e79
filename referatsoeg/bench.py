"""The bench of the settings in force, with bars on stderr."""

from collections.abc import Iterator
from contextlib import contextmanager

from evaluation.production import Bench
from records.embedding import create_embedder
from records.reranking import create_reranker
from records.settings import load_settings
from referatsoeg.engine import engine_url
from referatsoeg.terminal import step_bars


@contextmanager
def opened_bench() -> Iterator[Bench]:
    """Yield what an evaluation needs, the local node started where there is no other."""
    settings = load_settings()
    url = engine_url(settings)
    with step_bars() as bars:
        yield Bench(settings, url, create_embedder(settings, bars.share), bars, create_reranker(settings))
