"""A reading as a draft of its truth, its texts as marks, for a person to hold against the file."""

from collections.abc import Mapping
from typing import Any

from evaluation.reading.facts import mark

# What is compared as it stands: figures, dates, codes and the words of closed lists.
_PLAIN = frozenset({
    "body", "date", "date_source", "number", "category", "access", "sag", "kind", "from", "to", "role",
    "code",
})  # fmt: skip
_LEFT_OUT = frozenset({
    "id", "confidence", "evidence", "source", "what", "said", "coverage", "furniture", "warnings",
    "page_count", "scanned_pages", "damaged_pages", "paragraphs", "amounts", "budget_items",
})  # fmt: skip


def marked(value: Any, key: str = "") -> Any:  # noqa: ANN401 - any JSON value
    """Return JSON of the shape of ``read --json`` with marks for texts, without what is not compared."""
    if isinstance(value, Mapping):
        return {name: marked(part, name) for name, part in value.items() if name not in _LEFT_OUT}
    if isinstance(value, list) and key == "pages":
        return sorted({value[0], value[-1]}) if value else []
    if isinstance(value, list):
        return [marked(part, key) for part in value]
    return mark(value) if isinstance(value, str) and key not in _PLAIN else value
