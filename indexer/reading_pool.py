"""Reading many files at once, each in a process that may be slow, or die, without taking the run down."""

import multiprocessing
import os
import resource
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as ReadingTimeout

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from indexer.reading import read_file, recognises
from records.errors import NotFound, UnreadableFile
from records.ledger import LedgerFile
from records.models import Reading, Rejection
from records.originals import OriginalStore, document_id
from records.recognised import RecognisedPages
from records.settings import ReadingSettings

# A thousand dense pages take about 1 GB; what wants more than this is hostile or broken.
MEMORY_LIMIT_BYTES = 4 << 30
# A worker is renewed now and then, so that what pdfminer keeps does not pile up.
FILES_A_WORKER = 50

# What a mistake of ours raises; one file's must not end the run.
OUR_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, TypeError, ValueError)

Outcome = Reading | Rejection


def read_all(
    files: Sequence[LedgerFile],
    originals: OriginalStore,
    settings: ReadingSettings,
    recognised: RecognisedPages | None = None,
) -> Iterator[tuple[LedgerFile, Outcome]]:
    """Yield each file with what came of reading it, in the order given, those that need OCR last.

    :param recognised: keeps where the words of scanned pages stand.
    """
    if not files:
        return
    workers = min(settings.workers or os.cpu_count() or 1, len(files))
    without_ocr = settings.model_copy(update={"ocr_timeout_s": 0.0})
    pool = ProcessPool(
        workers, FILES_A_WORKER, initializer=_limit_memory, context=multiprocessing.get_context("forkserver")
    )
    with pool:
        try:
            jobs = [(file, _scheduled(pool, file, originals, without_ocr, None)) for file in files]
            scans: list[tuple[LedgerFile, Outcome, ProcessFuture[Outcome]]] = []
            for file, job in jobs:
                outcome = _outcome(job)
                if recognises(settings) and _awaits_ocr(outcome):
                    again = _scheduled(pool, file, originals, settings, recognised)
                    scans.append((file, outcome, again))
                else:
                    yield file, outcome
            for file, before, job in scans:
                yield file, _surviving(before, _outcome(job))
        finally:
            pool.stop()  # type: ignore[no-untyped-call]


def _awaits_ocr(outcome: Outcome) -> bool:
    return outcome.reason == "ocr" if isinstance(outcome, Rejection) else bool(outcome.scanned_pages)


def _surviving(before: Outcome, after: Outcome) -> Outcome:
    """Return what OCR made of a file; what stood without it, where OCR broke down or took too long."""
    failed = isinstance(after, Rejection) and after.reason in ("beskadiget", "for_langsom", "fejl")
    return before if failed else after


def _scheduled(
    pool: ProcessPool,
    file: LedgerFile,
    originals: OriginalStore,
    settings: ReadingSettings,
    recognised: RecognisedPages | None,
) -> "ProcessFuture[Outcome]":
    key = document_id(file.digest)
    timeout_s = settings.timeout_s + settings.ocr_timeout_s
    return pool.schedule(_read, args=(originals, file.name, key, settings, recognised), timeout=timeout_s)


def _read(
    originals: OriginalStore,
    name: str,
    key: str,
    settings: ReadingSettings,
    recognised: RecognisedPages | None,
) -> Outcome:
    path = originals.path(key)
    if path.stat().st_size > settings.max_file_mb << 20:
        return Rejection("for_stor", f"Filen er over {settings.max_file_mb} MiB. Del den i mindre filer.")
    try:
        return read_file(path, key, settings, name, recognised)
    except UnreadableFile as error:
        return Rejection(error.reason, error.message)


def _outcome(job: "ProcessFuture[Outcome]") -> Outcome:
    try:
        return job.result()
    except ReadingTimeout:
        return Rejection("for_langsom", "Filen tog for lang tid at læse. Del den, eller gem den som ny PDF.")
    except (ProcessExpired, MemoryError, RecursionError):
        return Rejection("beskadiget", "Filen fik læsningen til at bryde sammen. Gem den som ny PDF.")
    except NotFound:
        return Rejection("fejl", "Arkivets kopi af filen mangler. Indeksér filen igen.")
    except OUR_FAULTS as error:
        fault = type(error).__name__
        return Rejection("fejl", f"Programmet kan ikke læse filen ({fault}). Meld det til udvikleren.")


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))
