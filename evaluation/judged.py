"""Judged queries: what people ask, and the quotations that answer it.

One JSON object to a line. A quotation stands there in clear (``quote``) where the text is our own, and as
the digest of its words (``quote_sha256``, ``quote_words``) where the text may not be copied; either way a
passage is relevant when the quotation's words stand in it, one after the other.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from evaluation.errors import EvaluationDataError

Half = Literal["tune", "held"]

# "sags-\nbehandler": a word that a line's end has cut in two.
_CUT_WORD = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-zæøå])")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A few consecutive words, known by their digest (sha256, hex) and their number."""

    digest: str
    words: int

    def stands_in(self, text: str) -> bool:
        """Tell whether the words stand in the text; case, punctuation and line breaks aside."""
        return self.digest in windows(text, self.words)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands: a quotation in a file."""

    file: str
    quotation: Quotation

    def holds(self, file_name: str, text: str) -> bool:
        """Tell whether a passage of this file and text holds the quotation."""
        return file_name == self.file and self.quotation.stands_in(text)


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A query with its relevant places; ``half`` is set where some are kept out of tuning."""

    id: str
    query: str
    kind: str
    intent: str
    relevant: tuple[Place, ...]
    answer: Place | None
    empty: bool
    half: Half | None = None


def quotation(text: str) -> Quotation:
    """Return the quotation that these words make."""
    found = words_of(text)
    return Quotation(_digest(found), len(found))


def words_of(text: str) -> list[str]:
    """Return the words in lower case, those that a line's end has cut made whole."""
    return _WORD.findall(_CUT_WORD.sub("", text).lower())


def windows(text: str, size: int) -> Iterator[str]:
    """Yield the digests of every run of so many words."""
    found = words_of(text)
    return (_digest(found[start : start + size]) for start in range(len(found) - size + 1))


def load_judged(file: Path) -> list[JudgedQuery]:
    """Return the judged queries of the file.

    :raises EvaluationDataError: if the file is missing or a line is not a judged query.
    """
    return [_judged(line, where) for where, line in _lines(file)]


def load_pooled(file: Path) -> dict[str, tuple[Place, ...]]:
    """Return for each query the places that were found relevant afterwards, among what systems had found.

    :raises EvaluationDataError: if the file is missing or a line is not such a place.
    """
    places: dict[str, tuple[Place, ...]] = {}
    for where, line in _lines(file):
        try:
            fields = json.loads(line)
            places[fields["id"]] = (*places.get(fields["id"], ()), _place(fields))
        except (ValueError, KeyError, TypeError) as error:
            raise EvaluationDataError(f"{where} er ikke et bedømt sted ({type(error).__name__}).") from error
    return places


def _lines(file: Path) -> Iterator[tuple[str, str]]:
    """Return each line that holds anything, after the place where it stands."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise EvaluationDataError(f"De bedømte spørgsmål kan ikke læses: {file}.") from error
    return ((f"{file}:{number}", line) for number, line in enumerate(lines, 1) if line.strip())


def _judged(line: str, where: str) -> JudgedQuery:
    try:
        fields = json.loads(line)
        return JudgedQuery(
            id=fields["id"],
            query=fields["query"],
            kind=fields["kind"],
            intent=fields["intent"],
            relevant=tuple(_place(place) for place in fields["relevant"]),
            answer=_place(fields["answer"]) if fields["answer"] else None,
            empty=fields["empty"],
            half=fields.get("half"),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise EvaluationDataError(f"{where} er ikke et bedømt spørgsmål ({type(error).__name__}).") from error


def _place(fields: Mapping[str, Any]) -> Place:
    if "quote" in fields:
        return Place(fields["file"], quotation(fields["quote"]))
    return Place(fields["file"], Quotation(fields["quote_sha256"], fields["quote_words"]))


def _digest(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()
