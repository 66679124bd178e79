"""Highlights: stretches of a passage with the words that were searched for marked."""

from typing import Any

from search_api.understanding import Understanding

Json = dict[str, Any]

# A result shows two or three lines; a stretch of 200 characters is about two of them.
FRAGMENT_CHARS = 200
FRAGMENTS = 3


def highlight(understanding: Understanding) -> Json:
    """Return what to mark: any word of the topic, and every term that must be met exactly.

    The text is HTML-escaped; only the marks are markup.
    """
    words = [{"match": {"text": understanding.topic}}] if understanding.topic else []
    exact = (*understanding.phrases, *understanding.cases, *understanding.paragraphs)
    phrases = [{"match_phrase": {"text": term}} for term in exact]
    return {
        "encoder": "html",
        "type": "unified",
        "pre_tags": ["<mark>"],
        "post_tags": ["</mark>"],
        "fragment_size": FRAGMENT_CHARS,
        "number_of_fragments": FRAGMENTS,
        "order": "score",
        "fields": {"text": {"highlight_query": {"bool": {"should": [*words, *phrases]}}}},
    }
