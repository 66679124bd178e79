"""The rival: plain OpenSearch, its built-in ``danish`` analyser and one match query, nothing else."""

import uuid
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from evaluation.found import Found, Searcher
from evaluation.production import PREFIX, Bench
from records.store import IndexStore, SearchStore

PLAIN = "plain"
FOUND = 100


def _definition(replicas: int) -> dict[str, Any]:
    return {
        "settings": {"index": {"number_of_replicas": replicas, "number_of_shards": 1}},
        "mappings": {"properties": {"text": {"type": "text", "analyzer": "danish"}}},
    }


@asynccontextmanager
async def plain_index(bench: Bench, texts: Iterable[tuple[str, str]]) -> AsyncIterator[Searcher]:
    """Yield what searches plain OpenSearch over ``(id, text)`` pairs; the index is deleted afterwards."""
    index = f"{PREFIX}{PLAIN}-{uuid.uuid4().hex[:12]}"
    settings = bench.settings.opensearch
    store, asking = IndexStore(bench.url, settings), SearchStore(bench.url, settings)
    try:
        store.create(index, _definition(settings.replicas))
        for _ in store.write(index, ((key, {"text": text}) for key, text in texts)):
            pass
        store.count(index)
        yield _searcher(asking, index)
    finally:
        store.delete([index])
        store.close()
        await asking.close()


def _searcher(store: SearchStore, index: str) -> Searcher:
    async def search(question: str) -> Found:
        body = {
            "size": FOUND,
            "track_total_hits": True,
            "_source": False,
            "query": {"match": {"text": question}},
        }
        answer = await store.search(index, body)
        hits = answer["hits"]
        return Found(tuple(hit["_id"] for hit in hits["hits"]), int(hits["total"]["value"]))

    return search
