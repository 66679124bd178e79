"""Measures reading beside pdfminer.six's own text: ``python -m benchmarks.reading [PDF …]``.

Both read the same files in the same run, in one process and in two, taking turns. Ours gives meetings with
their punkter, bilag and passages; the rival gives text alone. Ends with 1 where ours takes over 1.5 times
the rival's processor time, which other programs disturb less than the clock's.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from pdfminer.high_level import extract_text
from rich.console import Console
from rich.table import Table

from indexer.chunk import passages
from indexer.reading import read_file
from records.errors import UnreadableFile
from records.settings import ReadingSettings

REPOSITORY: Final = Path(__file__).parents[1]
FOLDERS: Final = (REPOSITORY / "corpus" / "pdf", REPOSITORY.parent / "shared" / "pdf")
LIMIT: Final = 1.5
WITHOUT_OCR: Final = ReadingSettings(ocr_timeout_s=0.0)
ROUNDS: Final = 3  # the fastest counts: it is the one that other programs disturbed least
PROCESSES: Final = (1, 2)
NAMES: Final = ("pdfminer.six extract_text", "Referatsøg")


@dataclass(frozen=True, slots=True)
class Result:
    """The fastest of some rounds over all files."""

    name: str
    processes: int
    seconds: float
    processor_s: float


def with_text(paths: Sequence[Path]) -> dict[Path, int]:
    """Return the files that can be read without OCR, and how many pages each has."""
    pages: dict[Path, int] = {}
    for path in paths:
        try:
            reading = read_file(path, "0" * 16, WITHOUT_OCR)
        except UnreadableFile:
            continue
        pages[path] = reading.page_count
    return pages


def ours(path: Path) -> int:
    """Read a file all the way to its passages, and return how many there are."""
    reading = read_file(path, "0" * 16, WITHOUT_OCR)
    return sum(1 for _ in passages(reading.meetings, lambda _: True))


def rival(path: Path) -> int:
    """Return how many characters pdfminer.six finds in a file."""
    return len(extract_text(path))


def processor_s(work: Callable[[Path], int], path: Path) -> float:
    """Return how much processor time a file takes."""
    begun = time.process_time()
    work(path)
    return time.process_time() - begun


def seconds(
    work: Callable[[Path], int], paths: Sequence[Path], pool: ProcessPoolExecutor
) -> tuple[float, float]:
    """Return how long the processes of a pool take over all the files, and how much processor time."""
    begun = time.perf_counter()
    spent = sum(pool.map(partial(processor_s, work), paths))
    return time.perf_counter() - begun, spent


def measured(paths: Sequence[Path]) -> list[Result]:
    """Return the fastest round of each, turn about, for each number of processes."""
    results: list[Result] = []
    for processes in PROCESSES:
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            for work in (rival, ours):
                seconds(work, [*paths[:1], *paths[:1]], pool)  # imports and patterns are paid for once
            rounds = [(seconds(rival, paths, pool), seconds(ours, paths, pool)) for _ in range(ROUNDS)]
        for name, times in zip(NAMES, zip(*rounds, strict=True), strict=True):
            wall, processor = zip(*times, strict=True)
            results.append(Result(name, processes, min(wall), min(processor)))
    return results


def table(results: Sequence[Result], pages: int, files: int) -> Table:
    """Return the results as a table."""
    shown = Table(title=f"{files} PDF'er, {pages} sider, bedste af {ROUNDS} runder")
    for heading in ("", "processer", "sider/s", "sekunder", "processortid", "forhold"):
        shown.add_column(heading, justify="left" if not heading else "right")
    for result in results:
        ratio = result.processor_s / _rival_of(result, results).processor_s
        shown.add_row(
            result.name,
            str(result.processes),
            f"{pages / result.seconds:.0f}",
            f"{result.seconds:.2f}",
            f"{result.processor_s:.2f}",
            f"{ratio:.2f}",
        )
    return shown


def _rival_of(result: Result, results: Sequence[Result]) -> Result:
    return next(other for other in results if other.processes == result.processes)


def main() -> int:
    """Print the table; 1 where ours is over the limit."""
    parser = argparse.ArgumentParser(description="Mål læsningen ved siden af pdfminer.six.")
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="PDF", help="ellers demokorpusset og ../shared/pdf"
    )
    found = parser.parse_args().files or [path for folder in FOLDERS for path in sorted(folder.glob("*.pdf"))]
    console = Console()
    with console.status("Læser …"):
        pages = with_text(found)
        results = measured(list(pages))
    console.print(table(results, sum(pages.values()), len(pages)))
    slow = [
        result for result in results if result.processor_s > LIMIT * _rival_of(result, results).processor_s
    ]
    for result in slow:
        console.print(f"[red]Over grænsen på {LIMIT}: {result.name} i {result.processes} proces(ser).[/red]")
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
