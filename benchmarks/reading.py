"""Measures reading beside pdfminer.six's own text: ``python -m benchmarks.reading [PDF …]``.

Both read the same files in the same run, in one process and in two, taking turns. Ours gives meetings with
their punkter, bilag and passages; the rival gives text alone. Ends with 1 where ours takes over 1.5 times
the rival's time.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Result:
    """The fastest of some rounds over all files."""

    name: str
    processes: int
    seconds: float


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


def seconds(work: Callable[[Path], int], paths: Sequence[Path], pool: ProcessPoolExecutor) -> float:
    """Return how long the processes of a pool take over all the files."""
    begun = time.perf_counter()
    for _ in pool.map(work, paths):
        pass
    return time.perf_counter() - begun


def measured(paths: Sequence[Path]) -> list[Result]:
    """Return the fastest round of each, turn about, for each number of processes."""
    results: list[Result] = []
    for processes in PROCESSES:
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            for work in (rival, ours):
                seconds(work, [*paths[:1], *paths[:1]], pool)  # imports and patterns are paid for once
            rounds = [(seconds(rival, paths, pool), seconds(ours, paths, pool)) for _ in range(ROUNDS)]
        results.append(Result("pdfminer.six extract_text", processes, min(first for first, _ in rounds)))
        results.append(Result("Referatsøg", processes, min(second for _, second in rounds)))
    return results


def table(results: Sequence[Result], pages: int, files: int) -> Table:
    """Return the results as a table."""
    shown = Table(title=f"{files} PDF'er, {pages} sider, bedste af {ROUNDS} runder")
    for heading in ("", "processer", "sider/s", "sekunder", "forhold"):
        shown.add_column(heading, justify="left" if not heading else "right")
    for result in results:
        ratio = result.seconds / _rival_of(result, results).seconds
        shown.add_row(
            result.name,
            str(result.processes),
            f"{pages / result.seconds:.0f}",
            f"{result.seconds:.2f}",
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
    slow = [result for result in results if result.seconds > LIMIT * _rival_of(result, results).seconds]
    for result in slow:
        console.print(f"[red]Over grænsen på {LIMIT}: {result.name} i {result.processes} proces(ser).[/red]")
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
