"""The production path on passages of an evaluation's own: the same mapping, vectors, queries and fusion."""

import uuid
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from evaluation.beir import SourceDocument
from evaluation.found import Found, Searcher
from indexer.build import Builder
from indexer.chunk import passages
from indexer.documents import passage_document
from indexer.progress import Progress
from indexer.vectors import VectorCache, with_vectors
from records.embedding import Embedder, embedding_text
from records.models import Access, Meeting, PageSpan, Paragraph, Part, PartKind, Passage, Punkt
from records.settings import Settings
from records.store import IndexStore, SearchStore
from search_api.models import Hit
from search_api.params import MAX_SIZE, Mode, SearchParams
from search_api.service import SearchService

Json = dict[str, Any]

# Begins the name of every index that an evaluation makes and deletes.
PREFIX = "evaluering-"
# recall@100 wants a hundred documents; of long ones several passages are found before that many are seen.
WANTED = 100
MAX_PAGES = 10

# A body as neutral as can be; every real passage has one in its context line.
BODY = "Møde"
# What a hit counts as: itself, or the document that it was cut from.
Unit = Callable[[Hit], str]


def by_passage(hit: Hit) -> str:
    """Count each passage for itself."""
    return hit.id


def by_document(hit: Hit) -> str:
    """Count the best passage of each document."""
    return hit.document.id


def as_meeting(document: SourceDocument) -> Meeting:
    """Return a document that is no referat as a meeting with one punkt, its paragraphs as they stand."""
    page = PageSpan(1, 1)
    paragraphs = tuple(Paragraph(line.strip(), 1, 1) for line in document.text.split("\n") if line.strip())
    part = Part(PartKind.REFERAT, paragraphs, document_id=document.id, file_name=document.id)
    punkt = Punkt(document.id, "1", document.title, page, access=Access.OPEN, parts=(part,))
    return Meeting(document.id, BODY, None, "unknown", (), page, (punkt,))


def cut_up(meetings: Iterable[Meeting], embedder: Embedder) -> list[Passage]:
    """Return the meetings' passages, cut as the indexer cuts them."""

    def fits(passage: Passage) -> bool:
        return embedder.count_tokens(embedding_text(passage)) <= embedder.max_tokens

    return list(passages(meetings, fits))


@dataclass(frozen=True, slots=True)
class Bench:
    """What every evaluation needs: where OpenSearch is, what embeds, and who watches."""

    settings: Settings
    url: str
    embedder: Embedder
    progress: Progress


@asynccontextmanager
async def temporary_index(
    bench: Bench, found: Sequence[Passage], concluded: Mapping[str, Json]
) -> AsyncIterator[SearchService]:
    """Yield the service over an index of just these passages, deleted afterwards; vectors are kept.

    :param concluded: what each punkt came to, by its id.
    """
    own = bench.settings.model_copy(update={"index": f"{PREFIX}{uuid.uuid4().hex[:12]}"})
    model = bench.embedder.model
    store = IndexStore(bench.url, own.opensearch)
    asking = SearchStore(bench.url, own.opensearch)
    cache = VectorCache(own.caches / "evaluation", model.revision)
    bench.progress.begin("Indekserer passager", len(found))

    def documents() -> Iterator[tuple[str, Json]]:
        for passage, vector in with_vectors(found, bench.embedder, cache):
            yield passage_document(passage, vector, concluded[passage.punkt_id])
            bench.progress.advance()

    try:
        Builder(store, own.index, own.opensearch.replicas).build(documents(), model, signature="")
        service = SearchService(own, asking, bench.embedder)
        await service.prepare()
        yield service
    finally:
        store.delete(store.behind(own.index))
        store.close()
        await asking.close()


def searcher(service: SearchService, mode: Mode, unit: Unit) -> Searcher:
    """Return what searches the service in the mode and ranks the units found."""

    async def search(question: str) -> Found:
        ranked: dict[str, None] = {}
        params = SearchParams(q=question, mode=mode, size=MAX_SIZE)
        first = response = await service.search(params)
        for page in range(2, MAX_PAGES + 2):
            ranked |= dict.fromkeys(unit(hit) for hit in response.hits)
            if len(ranked) >= WANTED or len(response.hits) < MAX_SIZE:
                break
            response = await service.search(params.model_copy(update={"page": page}))
        return Found(tuple(ranked)[:WANTED], first.total, first.answer)

    return search
