"""What became of a document that is not in the index, as far as a reader may know."""

from records.closure import file_access
from records.errors import NotFound, Replaced, Withdrawn
from records.ledger import Ledger
from records.originals import ID_DIGITS
from search_api.access import Reader, may_see


def missing_document(ledger: Ledger, reader: Reader, document_id: str) -> NotFound:
    """Return the error that says where the document went; one that was closed was never there."""
    if not _may_see(ledger, reader, document_id):
        return NotFound("Filen findes ikke i arkivet.")
    successor = (ledger.successor(document_id) or "")[:ID_DIGITS]
    if successor and _may_see(ledger, reader, successor):
        return Replaced(successor)
    if ledger.is_withdrawn(document_id):
        return Withdrawn("Filen er trukket tilbage og kan ikke længere ses.")
    return NotFound("Filen findes ikke i arkivet.")


def _may_see(ledger: Ledger, reader: Reader, document_id: str) -> bool:
    readings = ledger.readings_of(document_id) if len(document_id) == ID_DIGITS else []
    closure = ledger.closures().get(document_id)
    if closure and not may_see(reader, closure.access):
        return False
    return bool(readings) and all(may_see(reader, file_access(reading.meetings)) for reading in readings)
