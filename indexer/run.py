"""A whole run: files taken in, the new ones read, and the index built anew from the ledger."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from indexer.archive import Archive, closures, load_archive
from indexer.build import Builder, signature
from indexer.cutting import cut_up
from indexer.documents import conclusions, passage_document, record_documents
from indexer.intake import found_files, take_in
from indexer.progress import Progress
from indexer.reading import reader_version
from indexer.reading_pool import Outcome, read_all
from indexer.vectors import VectorCache, with_vectors
from records.closure import meeting_access
from records.embedding import Embedder
from records.errors import ArchiveBusy, NotFound
from records.ledger import BuildReport, Ledger, LedgerFile
from records.models import Access, Passage, Rejection
from records.originals import OriginalStore
from records.recognised import RecognisedPages
from records.settings import Settings
from records.store import IndexStore


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did: every file it read or refused, and the index that came of it."""

    read: tuple[LedgerFile, ...]
    refused: tuple[tuple[LedgerFile, Rejection], ...]
    unchanged: int
    meetings: int
    passages: int
    rebuilt: bool
    seconds: float


class Indexer:
    """Keeps one archive and its index."""

    def __init__(self, settings: Settings, store: IndexStore, embedder: Embedder) -> None:
        self._settings = settings
        self._embedder = embedder
        self._reader_version = reader_version(settings.reading)
        self._ledger = Ledger(settings.archive_dir)
        self._originals = OriginalStore(settings.archive_dir)
        self._recognised = RecognisedPages(settings.archive_dir)
        self._builder = Builder(store, settings.index, settings.opensearch.replicas)

    def index(self, paths: Sequence[Path], progress: Progress) -> RunReport:
        """Add the files to the archive, or renew those that changed, and build the index.

        :raises ArchiveBusy: if another run is writing to the archive.
        """
        with self._alone():
            started = time.monotonic()
            files = list(found_files(paths))
            progress.begin("Modtager filer", len(files))
            taken = list(take_in(files, self._ledger, self._originals, progress))
            left_out = [(file, rejection) for file, rejection in taken if rejection]
            outcomes = self._read_new(progress)
            new = {file.digest for file, _ in outcomes}
            archive, count, rebuilt = self._build(progress)
            return RunReport(
                read=tuple(file for file, outcome in outcomes if not isinstance(outcome, Rejection)),
                refused=(
                    *left_out,
                    *((file, outcome) for file, outcome in outcomes if isinstance(outcome, Rejection)),
                ),
                unchanged=sum(rejection is None and file.digest not in new for file, rejection in taken),
                meetings=len(archive.meetings),
                passages=count,
                rebuilt=rebuilt,
                seconds=time.monotonic() - started,
            )

    def reindex(self, progress: Progress) -> int:
        """Build the index anew, whatever stands; return how many passages it holds."""
        with self._alone():
            self._read_new(progress)
            return self._build(progress, anew=True)[1]

    def withdraw(self, document: str, progress: Progress) -> list[LedgerFile]:
        """Take a document out of the archive's index and return the files that held it.

        :raises NotFound: if the archive has no such document in use.
        """
        with self._alone():
            withdrawn = self._ledger.withdraw(document)
            if not withdrawn:
                raise NotFound(f"Arkivet har intet dokument med id »{document}«.")
            self._build(progress)
            return withdrawn

    def _read_new(self, progress: Progress) -> list[tuple[LedgerFile, Outcome]]:
        unread = self._ledger.unread(self._reader_version)
        progress.begin("Læser filer", len(unread))
        outcomes = []
        for file, outcome in read_all(unread, self._originals, self._settings.reading, self._recognised):
            self._ledger.record(file.digest, self._reader_version, outcome)
            outcomes.append((file, outcome))
            progress.advance()
        return outcomes

    def _build(self, progress: Progress, anew: bool = False) -> tuple[Archive, int, bool]:
        archive = load_archive(self._ledger)
        model = self._embedder.model
        of_this = signature(archive.digests, self._reader_version, model.name, model.revision)
        last = self._ledger.last_build(self._settings.index)
        if last and not anew and self._builder.is_current(of_this):
            return archive, last.passages, False
        cut = cut_up(archive.meetings, self._embedder, progress)
        progress.begin("Indekserer passager", len(cut))
        index = self._builder.build(self._documents(archive, cut, progress), model, of_this)
        self._ledger.record_closures(closures(archive))
        self._ledger.record_build(
            self._settings.index,
            BuildReport(
                built_at=datetime.now(UTC).isoformat(timespec="seconds"),
                index=index,
                model=model.name,
                passages=len(cut),
                open_passages=sum(passage.access is Access.OPEN for passage in cut),
                meetings=len(archive.meetings),
                open_meetings=sum(meeting_access(one) is Access.OPEN for one in archive.meetings),
            ),
        )
        return archive, len(cut), True

    def _documents(
        self, archive: Archive, cut: Sequence[Passage], progress: Progress
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        concluded = conclusions(archive.meetings)
        cache = VectorCache(self._settings.archive_dir, self._embedder.model.revision)
        for passage, vector in with_vectors(cut, self._embedder, cache):
            yield passage_document(passage, vector, concluded[passage.punkt_id])
            progress.advance()
        yield from record_documents(archive.meetings, archive.documents)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            with FileLock(self._settings.archive_dir / "writing.lock", timeout=0):
                yield
        except Timeout as error:
            raise ArchiveBusy("En anden kørsel skriver til arkivet. Vent, til den er færdig.") from error
