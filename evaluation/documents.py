"""The documents that judged queries are about, read and cut as the indexer does it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from evaluation.errors import EvaluationDataError
from evaluation.judged import JudgedQuery, Place, windows
from evaluation.metrics import Qrels
from indexer.cutting import cut_up
from indexer.documents import conclusions
from indexer.merge import merged_meetings
from indexer.progress import Progress
from indexer.reading import read_file
from records.embedding import Embedder
from records.models import Passage
from records.originals import content_digest, document_id
from records.settings import ReadingSettings


@dataclass(frozen=True)
class JudgedDocuments:
    """Passages, what their punkter came to, and where quotations stand in them."""

    passages: Sequence[Passage]
    concluded: Mapping[str, dict[str, Any]]

    def qrels(self, queries: Sequence[JudgedQuery]) -> Qrels:
        """Return for each query the passages that hold one of its quotations; none where it is lost."""
        return {
            query.id: {key: 1 for place in query.relevant for key in self.holding(place)} for query in queries
        }

    def lost(self, queries: Sequence[JudgedQuery]) -> list[str]:
        """Return the queries none of whose quotations stands whole in a passage."""
        return [
            query for query, judged in self.qrels([q for q in queries if not q.empty]).items() if not judged
        ]

    def holding(self, place: Place) -> frozenset[str]:
        """Return the passages of the file in which the quotation stands."""
        size = place.quotation.words
        if size not in self._windows:
            self._windows[size] = self._windows_of(size)
        return frozenset(self._windows[size].get((place.file, place.quotation.digest), ()))

    @cached_property
    def files(self) -> dict[str, str]:
        """The names of the files by their ids."""
        return {passage.document_id: passage.file_name for passage in self.passages}

    @cached_property
    def _windows(self) -> dict[int, dict[tuple[str, str], set[str]]]:
        return {}

    def _windows_of(self, size: int) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for passage in self.passages:
            for digest in windows(passage.text, size):
                found[passage.file_name, digest].add(passage.id)
        return found


def read_documents(files: Sequence[Path], embedder: Embedder, progress: Progress) -> JudgedDocuments:
    """Return what the indexer would make of the files.

    :raises EvaluationDataError: if there are none.
    :raises UnreadableFile: if a file cannot be read; a judged collection is whole or worth nothing.
    """
    if not files:
        raise EvaluationDataError("Der er ingen filer at læse til de bedømte spørgsmål.")
    progress.begin("Læser filer", len(files))
    readings = []
    for file in files:
        key = document_id(content_digest(file))
        readings.append(read_file(file, key, ReadingSettings(), file.name))
        progress.advance()
    meetings = merged_meetings(meeting for reading in readings for meeting in reading.meetings)
    return JudgedDocuments(cut_up(meetings, embedder, progress), conclusions(meetings))
