"""What is done to a text before a model sees it."""

import unicodedata
from typing import Final

from records.errors import EmbeddingError

QUERY_PREFIX: Final = "query: "
PASSAGE_PREFIX: Final = "passage: "

HEADROOM_TOKENS: Final = 3
"""Tokens left free: 509 of 512 are used, so that prefix, context line and passage stay under 510."""

MAX_QUERY_CHARS: Final = 2_000
"""A query is cut here; 509 tokens of Danish are about 1,900 characters, so no sensible one loses a word."""

MAX_PASSAGE_CHARS: Final = 20_000
"""A passage that is longer is refused before it is counted: 509 tokens of at most 16 characters are 8,144."""

_SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"


def clean(text: str, max_chars: int | None = None) -> str:
    """Return the text in NFKC, without what no reader sees, white space as single blanks.

    NUL, other control characters, lone surrogates and soft hyphens go. Given ``max_chars`` the text is cut
    there, before and after: a single character can become 18.
    """
    visible = "".join(map(_visible, unicodedata.normalize("NFKC", text[:max_chars])))
    return " ".join(visible.split())[:max_chars]


def clean_passage(text: str) -> str:
    """Return the passage cleaned.

    :raises EmbeddingError: if it is far longer than any model can see.
    """
    if len(text) > MAX_PASSAGE_CHARS:
        raise too_long(f"{len(text)} characters")
    return clean(text)


def too_long(detail: str) -> EmbeddingError:
    """Return the error for a passage that is longer than the model can see."""
    return EmbeddingError(
        "En tekst er længere, end sprogmodellen kan rumme. Del den i mindre passager.", detail=detail
    )


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    hidden = character == _SOFT_HYPHEN or unicodedata.category(character) in ("Cc", "Cs")
    return "" if hidden else character
