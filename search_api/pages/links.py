"""The addresses of the pages, beside those that the API links to."""

from urllib.parse import quote, urlencode

from search_api.links import SEARCH_PAGE

FRONT = SEARCH_PAGE
FOLLOW_UPS = "/opfoelgning"
STATUS = "/status"
ACCESSIBILITY = "/tilgaengelighed"
FEED = "/feed.atom"

# The first mark on a document's page.
MARKED_PLACE = "sted"


def document_page_url(document_id: str, page: int, q: str = "", passage: str = "") -> str:
    """Return the link to the page of the document, with what is to be marked on it, and where that begins."""
    parameters = {"side": str(page), "q": q, "passage": passage}
    stated = {name: value for name, value in parameters.items() if value}
    fragment = f"#{MARKED_PLACE}" if q or passage else ""
    return f"/dokument/{quote(document_id, safe='')}?{urlencode(stated)}{fragment}"


def picture_url(document_id: str, page: int, kind: str) -> str:
    """Return the link to the picture of the page."""
    return f"/dokument/{quote(document_id, safe='')}/{kind}/{page}.png"
