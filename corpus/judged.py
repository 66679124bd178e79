"""The judged queries: written with quotations, published with the pages these stand on."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.book import Book

# Only a question has an answer; a plain search has relevant passages.
_PLAIN = "søgning"


class QuoteNotFoundError(ValueError):
    """A judged quotation does not stand, whole and on one page, in the file it names."""


def judged_queries(source: Path, books: Mapping[str, Book]) -> Iterator[dict[str, Any]]:
    """Yield the queries of ``source`` in the published form.

    :raises QuoteNotFoundError: if a quotation is not on one page of its file.
    """
    lines = source.read_text(encoding="utf-8").splitlines()
    written = [line for line in lines if line and not line.startswith("#")]
    for number, line in enumerate(written, 1):
        kind, intent, query, *places = (field.strip() for field in line.split(" | "))
        relevant = [_located(place, books) for place in places]
        yield {
            "id": f"q{number:03}",
            "query": query,
            "kind": kind,
            "intent": intent,
            "relevant": relevant,
            "answer": relevant[0] if relevant and intent != _PLAIN else None,
            "empty": not relevant,
        }


def _located(place: str, books: Mapping[str, Book]) -> dict[str, Any]:
    """Find the page of ``part of a file's name: quote``, the first of several."""
    part, _, quote = place.partition(": ")
    for name, book in books.items():
        if part in name:
            pages = [first for first, last in book.find(quote) if first == last]
            if pages:
                return {"file": name, "page": pages[0], "quote": quote}
    raise QuoteNotFoundError(place)
