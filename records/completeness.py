"""What a reader may know of the ledger: which files are searched, which are not, and why."""

from typing import Any

from records.closure import is_all_closed
from records.ledger import Ledger, LedgerFile
from records.marks_of_closure import named_access
from records.models import Access, Reading, Rejection
from records.originals import document_id

Outcome = Reading | Rejection | None


def completeness(ledger: Ledger, alias: str, show_closed: bool, show_rejected_names: bool) -> dict[str, Any]:
    """Return the completeness ledger, ready for JSON: files seen, indexed, failed and why, in need of OCR.

    :param show_closed: whether files with nothing but closed punkter count; only an operator may know.
    :param show_rejected_names: whether a file that could not be read is named; false for an internal
        archive, where what could not be read has to be taken for closed.
    """
    outcomes = [(file, ledger.outcome(file.digest)) for file in ledger.files()]
    all_closed = {document for document, closure in ledger.closures().items() if closure.all_of_it}
    shown = [
        (file, outcome)
        for file, outcome in outcomes
        if show_closed or not (_all_closed(outcome) or document_id(file.digest) in all_closed)
    ]
    rejected = [
        (outcome.reason, _rejection(file, outcome, show_rejected_names))
        for file, outcome in shown
        if isinstance(outcome, Rejection)
    ]
    build = ledger.last_build(alias)
    return {
        "files_seen": len(shown),
        "files_indexed": sum(isinstance(outcome, Reading) for _, outcome in shown),
        "files_unread": sum(outcome is None for _, outcome in shown),
        "files_withdrawn": len(ledger.withdrawn_files()) if show_closed else None,
        "failed": [row for reason, row in rejected if reason != "ocr"],
        "needs_ocr": [row for reason, row in rejected if reason == "ocr"],
        "partly_needs_ocr": [
            {"file_name": file.name, "pages": list(outcome.scanned_pages)}
            for file, outcome in shown
            if isinstance(outcome, Reading) and outcome.scanned_pages
        ],
        "partly_damaged": [
            {"file_name": file.name, "pages": list(outcome.damaged_pages)}
            for file, outcome in shown
            if isinstance(outcome, Reading) and outcome.damaged_pages
        ],
        "built_at": build.built_at if build else None,
        "model": build.model if build else None,
        "passages": build.open_passages if build else 0,
        "meetings": build.open_meetings if build else 0,
    }


def _all_closed(outcome: Outcome) -> bool:
    return isinstance(outcome, Reading) and is_all_closed(outcome.meetings)


def _rejection(file: LedgerFile, rejection: Rejection, named: bool) -> dict[str, Any]:
    # What could not be read may still say by its name that it is closed.
    shown = named and named_access(file.name) is Access.OPEN
    name = {"file_name": file.name} if shown else {}
    return {**name, "reason": rejection.reason, "message": rejection.message}
