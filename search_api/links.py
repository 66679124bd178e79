"""The paths of the API and of the pages; the ids in them outlive a re-index."""

from urllib.parse import quote

API = "/api/v1"
SEARCH = f"{API}/search"
SEARCH_PAGE = "/"


def document_file_url(document_id: str) -> str:
    """Return the link to the original file."""
    return f"{API}/documents/{_quoted(document_id)}/file"


def file_url(document_id: str, page: int) -> str:
    """Return the link that opens the original file on the page."""
    return f"{document_file_url(document_id)}#page={page}"


def document_url(document_id: str) -> str:
    """Return the link to the page that shows a file."""
    return f"/dokument/{_quoted(document_id)}"


def meeting_url(meeting_id: str) -> str:
    """Return the link to the meeting's page."""
    return f"/moede/{_quoted(meeting_id)}"


def punkt_url(punkt_id: str) -> str:
    """Return the link to the punkt's page."""
    return f"/punkt/{_quoted(punkt_id)}"


def passage_url(punkt_id: str, passage_id: str) -> str:
    """Return the link to the passage on its punkt's page."""
    return f"{punkt_url(punkt_id)}#{_quoted(passage_id)}"


def _quoted(identifier: str) -> str:
    return quote(identifier, safe="")
