"""The production path on passages of an evaluation's own: the same mapping, vectors, queries and fusion."""

import uuid
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from evaluation.beir import SourceDocument
from evaluation.found import Found, Searcher
from indexer.build import Builder
from indexer.documents import passage_document
from indexer.progress import Progress
from indexer.vectors import VectorCache, with_vectors
from records.embedding import Embedder
from records.models import Access, Meeting, PageSpan, Paragraph, Part, PartKind, Passage, Punkt
from records.reranking import Reranker
from records.settings import Settings
from records.store import IndexStore, SearchStore
from search_api.params import MAX_SIZE, Mode, SearchParams
from search_api.service import SearchService

Json = dict[str, Any]

# Begins the name of every index that an evaluation makes and deletes.
PREFIX = "evaluering-"
# As many as recall@100 looks at, and as one page of results can hold.
WANTED = MAX_SIZE

# A body as neutral as can be; every real passage has one in its context line.
BODY = "Møde"


def as_meeting(document: SourceDocument) -> Meeting:
    """Return a document that is no referat as a meeting with one punkt, its paragraphs as they stand."""
    page = PageSpan(1, 1)
    paragraphs = tuple(Paragraph(line.strip(), 1, 1) for line in document.text.split("\n") if line.strip())
    part = Part(PartKind.REFERAT, paragraphs, document_id=document.id, file_name=document.id)
    punkt = Punkt(document.id, "1", document.title, page, access=Access.OPEN, parts=(part,))
    return Meeting(document.id, BODY, None, "unknown", (), page, (punkt,))


@dataclass(frozen=True, slots=True)
class Bench:
    """What every evaluation needs: where OpenSearch is, what embeds, and who watches."""

    settings: Settings
    url: str
    embedder: Embedder
    progress: Progress
    reranker: Reranker | None = None


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
        service = SearchService(own, asking, bench.embedder, bench.reranker)
        await service.prepare()
        yield service
    finally:
        store.delete(store.behind(own.index))
        store.close()
        await asking.close()


def passage_searcher(service: SearchService, mode: Mode) -> Searcher:
    """Return what searches the service and ranks passages."""

    async def search(question: str) -> Found:
        response = await service.search(SearchParams(q=question, mode=mode, size=WANTED))
        return Found(tuple(hit.id for hit in response.hits), response.total, response.answer)

    return search


def document_searcher(service: SearchService, mode: Mode) -> Searcher:
    """Return what searches the service and ranks documents, each of which was made one punkt."""

    async def search(question: str) -> Found:
        response = await service.search(SearchParams(q=question, mode=mode, size=WANTED, group="punkt"))
        return Found(tuple(hit.document.id for hit in response.hits), response.total, response.answer)

    return search
