"""What the archive holds, as it is indexed: its meetings over all files, and its files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.merge import merged_meetings
from records.closure import file_access, is_all_closed
from records.ledger import FileClosure, Ledger, LedgerFile
from records.models import Access, Document, Meeting, Reading
from records.originals import document_id

# HTML is shown as its source: nothing that stands in an archived page may run in a reader's browser.
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".html": "text/plain; charset=utf-8",
    ".htm": "text/plain; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Archive:
    """The meetings and files of one archive, everything read and nothing withdrawn."""

    meetings: tuple[Meeting, ...]
    documents: tuple[Document, ...]
    digests: tuple[str, ...]


def load_archive(ledger: Ledger) -> Archive:
    """Return what the ledger's readings add up to."""
    readings = list(ledger.readings())
    meetings = merged_meetings(meeting for _, reading in readings for meeting in reading.meetings)
    return Archive(
        meetings=tuple(meetings),
        documents=tuple(_document(file, reading, meetings) for file, reading in readings),
        digests=tuple(sorted(file.digest for file, _ in readings)),
    )


def closures(archive: Archive) -> dict[str, FileClosure]:
    """Return by document what closes it."""
    return {
        one.id: FileClosure(one.access, is_all_closed(archive.meetings, one.id)) for one in archive.documents
    }


def _document(file: LedgerFile, reading: Reading, merged: Sequence[Meeting]) -> Document:
    key = document_id(file.digest)
    itself = file_access(reading.meetings)
    return Document(
        id=key,
        file_name=file.name,
        media_type=MEDIA_TYPES.get(Path(file.name).suffix.lower(), "application/octet-stream"),
        size_bytes=file.size_bytes,
        page_count=reading.page_count,
        # Another file of the same meeting may close what this one holds.
        access=itself if itself is not Access.OPEN else file_access(merged, key),
        meeting_ids=tuple(meeting.id for meeting in reading.meetings),
        warnings=reading.warnings,
    )
