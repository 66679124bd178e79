"""A BEIR folder: ``corpus.jsonl``, ``queries.jsonl`` and ``qrels/test.tsv``."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from evaluation.errors import EvaluationDataError
from evaluation.metrics import Qrels

T = TypeVar("T")

CORPUS = Path("corpus.jsonl")
QUERIES = Path("queries.jsonl")
QRELS = Path("qrels") / "test.tsv"
QRELS_COLUMNS = ["query-id", "corpus-id", "score"]


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document of the folder, whole."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class BeirFolder:
    """The documents, and the judged queries among those of the folder."""

    documents: tuple[SourceDocument, ...]
    queries: Mapping[str, str]
    qrels: Qrels


def load_beir(folder: Path) -> BeirFolder:
    """Return what the folder holds.

    :raises EvaluationDataError: if a file is missing, a line is not what it should be, or a judgement
        speaks of a query or a document that is not there.
    """
    documents = tuple(_lines(folder / CORPUS, _document))
    texts = dict(_lines(folder / QUERIES, lambda fields: (str(fields["_id"]), str(fields["text"]))))
    qrels = _qrels(folder / QRELS)
    _check(qrels, texts, {document.id for document in documents})
    return BeirFolder(documents, {query: texts[query] for query in qrels}, qrels)


def _document(fields: Mapping[str, Any]) -> SourceDocument:
    return SourceDocument(str(fields["_id"]), str(fields.get("title") or ""), str(fields["text"]))


def _lines(file: Path, read: Callable[[Mapping[str, Any]], T]) -> Iterator[T]:
    for number, line in enumerate(_text(file).splitlines(), 1):
        if line.strip():
            try:
                yield read(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise EvaluationDataError(
                    f"{file}, linje {number}, er ikke, som BEIR foreskriver ({type(error).__name__})."
                ) from error


def _qrels(file: Path) -> dict[str, dict[str, int]]:
    rows = list(csv.reader(_text(file).splitlines(), delimiter="\t"))
    if not rows or rows[0] != QRELS_COLUMNS:
        raise EvaluationDataError(f"{file} skal begynde med kolonnerne {', '.join(QRELS_COLUMNS)}.")
    qrels: dict[str, dict[str, int]] = {}
    for number, row in enumerate(rows[1:], 2):
        try:
            query, document, score = row
            relevance = int(score)
        except ValueError as error:
            raise EvaluationDataError(f"{file}, linje {number}, er ikke tre kolonner med et tal.") from error
        qrels.setdefault(query, {})[document] = relevance
    return qrels


def _check(qrels: Qrels, queries: Mapping[str, str], documents: set[str]) -> None:
    unknown = [query for query in qrels if query not in queries]
    missing = [document for judged in qrels.values() for document in judged if document not in documents]
    if unknown or missing:
        raise EvaluationDataError(
            f"{QRELS} nævner {len(unknown)} spørgsmål og {len(missing)} dokumenter, som mappen ikke har.",
            f"{(unknown + missing)[0]}",
        )
    if not qrels:
        raise EvaluationDataError(f"{QRELS} indeholder ingen bedømmelser.")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise EvaluationDataError(f"{file} kan ikke læses. En BEIR-mappe skal have den.") from error
    except UnicodeDecodeError as error:
        raise EvaluationDataError(f"{file} er ikke UTF-8.") from error
