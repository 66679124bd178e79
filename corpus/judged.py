"""The judged queries: written with quotations, published with the pages these stand on."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.book import Book


class QuoteNotFoundError(ValueError):
    """A judged quotation does not stand, whole and on one page, in the file it names."""


def judged_queries(source: Path, books: Mapping[str, Book]) -> Iterator[dict[str, Any]]:
    """Yield the queries of ``source`` in the published form.

    :raises QuoteNotFoundError: if a quotation is not on one page of its file.
    """
    with source.open("rb") as file:
        queries = tomllib.load(file)["query"]
    for number, query in enumerate(queries, 1):
        relevant = [_located(place, books) for place in query.get("relevant", [])]
        answer = query.get("answer", True) and bool(relevant)
        yield {
            "id": f"q{number:03}",
            "query": query["query"],
            "kind": query["kind"],
            "intent": query.get("intent", "søgning"),
            "relevant": relevant,
            "answer": relevant[0] if answer else None,
            "empty": not relevant,
        }


def _located(place: list[str], books: Mapping[str, Book]) -> dict[str, Any]:
    """Find the page of ``[file, quote]``, the first where the quotation stands more than once."""
    name, quote = f"{place[0]}.pdf", place[1]
    pages = [first for first, last in books[name].find(quote) if first == last] if name in books else []
    if not pages:
        raise QuoteNotFoundError(f"{name}: {quote}")
    return {"file": name, "page": pages[0], "quote": quote}
