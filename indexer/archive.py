"""What the archive holds, as it is indexed: its meetings over all files, and its files."""

from dataclasses import dataclass
from pathlib import Path

from indexer.merge import merged_meetings
from records.closure import file_access
from records.ledger import Ledger, LedgerFile
from records.models import Document, Meeting, Reading
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
    return Archive(
        meetings=tuple(merged_meetings(meeting for _, reading in readings for meeting in reading.meetings)),
        documents=tuple(_document(file, reading) for file, reading in readings),
        digests=tuple(sorted(file.digest for file, _ in readings)),
    )


def _document(file: LedgerFile, reading: Reading) -> Document:
    return Document(
        id=document_id(file.digest),
        file_name=file.name,
        media_type=MEDIA_TYPES.get(Path(file.name).suffix.lower(), "application/octet-stream"),
        size_bytes=file.size_bytes,
        page_count=reading.page_count,
        access=file_access(reading),
        meeting_ids=tuple(meeting.id for meeting in reading.meetings),
        warnings=reading.warnings,
    )

