"""Measures the embedding engines side by side: `python -m benchmarks.embedding`.

Each row runs in a process of its own, so that its memory is its own. Its cosine is the lowest with
the vectors that the same 4-bit weights give in float32.
"""

import argparse
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final, Literal

import numpy as np
from rich.console import Console
from rich.table import Table

from records.embedding import DEFAULT_MODEL, Embedder, Vectors
from records.embedding.ctranslate2_engine import CTranslate2Embedder
from records.embedding.ctranslate2_model import Quantization, write_ctranslate2_model
from records.embedding.huggingface import write_sentence_transformers_folder
from records.embedding.unpacking import silent
from records.embedding.weights import Weights, bundled_weights_file, read_weights

SENTENCES: Final = (
    "Forvaltningen lægger op til, at de nye botilbud samles på to adresser i den nordlige bydel.",
    "Rådmanden bad om et overblik over ventelisterne, inden sagen går videre til udvalget.",
    "Der blev spurgt til, hvordan de pårørende inddrages, når en borger flytter.",
    "Økonomien holder sig inden for rammen, men sygefraværet trækker i den forkerte retning.",
    "Administrationen vender tilbage med et notat om de juridiske muligheder efter sommerferien.",
    "Cykelstien langs åen anlægges i to etaper, og den første skal stå færdig til skolestart.",
    "Høringssvarene er overvejende positive, dog ønsker ældrerådet flere bænke undervejs.",
    "Indstillingen blev tiltrådt med den bemærkning, at effekten skal følges årligt.",
)
QUERIES: Final = (
    "hvem følger op på ventelisterne til botilbud",
    "hvornår er den første del af cykelstien færdig",
    "hvad blev besluttet om sygefravær",
)
PASSAGE_WORDS: Final = 120
QUERY_RUNS: Final = 60
ROUNDS: Final = 3  # the fastest counts: it is the one that other programs disturbed least


@dataclass(frozen=True, slots=True)
class Setup:
    """One way to run the model."""

    engine: Literal["ctranslate2", "sentence-transformers"]
    quantization: Quantization
    batch_size: int
    folder: Path
    threads: int


@dataclass(frozen=True, slots=True)
class Result:
    """What one row of the table says."""

    start_s: float
    passages_per_s: float
    query_p50_ms: float
    query_p95_ms: float
    peak_mb: int
    vectors: Vectors


def passages(count: int) -> list[str]:
    """Return passages of about 120 words, none quite like another; every eighth is twice as long."""
    words = cycle(" ".join(SENTENCES).split())
    lengths = (PASSAGE_WORDS * (2 if number % 8 == 0 else 1) + number % 7 for number in range(count))
    return [" ".join(islice(words, length)) for length in lengths]


def measured(setup: Setup, count: int) -> Result:
    """Run one setup in this process."""
    started = time.perf_counter()
    embedder = _embedder(setup)
    embedder.embed_queries(QUERIES[:1])
    start_s = time.perf_counter() - started
    texts = passages(count)
    rounds = [_timed(lambda: embedder.embed_passages(texts)) for _ in range(ROUNDS)]
    vectors, elapsed = min(rounds, key=lambda timed: timed[1])
    queries = islice(cycle(QUERIES), QUERY_RUNS)
    times = [_timed(partial(embedder.embed_queries, [query]))[1] for query in queries]
    p95 = statistics.quantiles(times, n=20)[-1]
    return Result(start_s, count / elapsed, statistics.median(times) * 1000, p95 * 1000, _peak_mb(), vectors)


def setups(folder: Path, weights: Weights, batch_sizes: list[int], threads: int) -> Iterator[Setup]:
    """Unpack every form of the weights into the folder and yield the ways to run them, float32 first."""
    quantizations: tuple[Quantization, ...] = ("float32", "int8")
    for quantization in quantizations:
        model = folder / quantization
        model.mkdir()
        write_ctranslate2_model(weights, model, silent, quantization)
        for batch_size in batch_sizes:
            yield Setup("ctranslate2", quantization, batch_size, model, threads)
    if find_spec("sentence_transformers"):
        model = folder / "sentence-transformers"
        model.mkdir()
        write_sentence_transformers_folder(weights, model, silent)
        for batch_size in batch_sizes:
            yield Setup("sentence-transformers", "float32", batch_size, model, threads)


def main() -> None:
    """Measure every setup and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=96)
    parser.add_argument("--batch-sizes", type=int, nargs="+", default=[8, 16, 32, 64])
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    table = Table(
        title=f"{chosen.passages} passages of about {PASSAGE_WORDS} words, {chosen.threads} threads"
    )
    for heading in (
        "engine",
        "numbers",
        "batch",
        "start s",
        "passages/s",
        "query p50 ms",
        "p95 ms",
        "MB",
        "cosine",
    ):
        table.add_column(heading, justify="left" if heading in ("engine", "numbers") else "right")
    with tempfile.TemporaryDirectory() as folder:
        reference: Vectors | None = None
        weights = read_weights(bundled_weights_file())
        for setup in setups(Path(folder), weights, chosen.batch_sizes, chosen.threads):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                result = pool.submit(measured, setup, chosen.passages).result()
            reference = result.vectors if reference is None else reference
            table.add_row(*_row(setup, result, reference))
    Console().print(table)
    if not find_spec("sentence_transformers"):
        Console().print(
            "sentence-transformers is not installed; `make test-st` makes .venv-st, which has it."
        )


def _embedder(setup: Setup) -> Embedder:
    if setup.engine == "ctranslate2":
        return CTranslate2Embedder(
            setup.folder, DEFAULT_MODEL, "", batch_size=setup.batch_size, threads=setup.threads
        )
    from records.embedding.sentence_transformers_engine import SentenceTransformersEmbedder

    return SentenceTransformersEmbedder(
        setup.folder, DEFAULT_MODEL, "", batch_size=setup.batch_size, threads=setup.threads
    )


def _timed(run: Callable[[], Vectors]) -> tuple[Vectors, float]:
    started = time.perf_counter()
    return run(), time.perf_counter() - started


def _peak_mb() -> int:
    """Return the most memory this process has held; `getrusage` would count the parent's before it too."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) // 1024 if found else 0


def _row(setup: Setup, result: Result, reference: Vectors) -> tuple[str, ...]:
    lowest = float(np.sum(result.vectors * reference, axis=1).min())
    return (
        setup.engine,
        setup.quantization,
        str(setup.batch_size),
        f"{result.start_s:.1f}",
        f"{result.passages_per_s:.1f}",
        f"{result.query_p50_ms:.1f}",
        f"{result.query_p95_ms:.1f}",
        str(result.peak_mb),
        f"{lowest:.5f}",
    )


if __name__ == "__main__":
    main()
