"""Invented hits in OpenSearch's shape, for tests that need no engine."""

from typing import Any

Json = dict[str, Any]


def beslutning(text: str, kind: str = "godkendt", page: int = 3) -> Json:
    return {"kind": kind, "text": text, "page": page, "document_id": "d1"}


def follow_up(quote: str) -> Json:
    due = {"first": "2031-02-01", "last": "2031-02-28", "said": "i februar 2031"}
    return {"who": ["Anna"], "what": quote, "due": due, "quote": quote, "page": 4, "document_id": "d1"}


def hit(
    punkt: str,
    *,
    score: float = 1.0,
    day: str = "2031-01-05",
    part: str = "referat",
    matched: Json | None = None,
    decided: Json | None = None,
    follow_ups: list[Json] | None = None,
    text: str | None = None,
) -> Json:
    """Return a hit; its text, unless told, is all that its punkt came to."""
    came_to = [decided["text"] if decided else "", *(one["quote"] for one in follow_ups or [])]
    return {
        "_id": f"{punkt}-{part}",
        "_score": score,
        "matched_queries": {} if matched is None else matched,
        "_source": {
            "meeting": {"id": f"m-{day}", "body": "Vejudvalget", "date": day, "date_source": "stated"},
            "punkt": {"id": punkt, "number": "2", "title": "Broen over åen"},
            "part": part,
            "page": 3,
            "document": {"id": "d1", "file_name": "a.pdf"},
            "last_page": 3,
            "text": " ".join(filter(None, came_to)) or "Broen  bliver\nrød." if text is None else text,
            "record": {"beslutning": decided, "follow_ups": follow_ups or []},
        },
    }
