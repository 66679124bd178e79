"""One trial: the queries of judged collections sent to plain OpenSearch and to each mode, in one run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.collection import JudgedCollection, about_the_same
from evaluation.documents import JudgedDocuments, read_documents
from evaluation.found import Run, Searcher, run
from evaluation.judged import JudgedQuery
from evaluation.plain import PLAIN, plain_index
from evaluation.production import Bench, passage_searcher, temporary_index
from evaluation.verdicts import Verdict, verdicts
from search_api.params import Mode


@dataclass(frozen=True, slots=True)
class Trial:
    """How every query of a collection went, by what searched.

    ``as_first_judged`` counts as relevant only what was judged so when the queries were written.
    """

    collection: str
    verdicts: Mapping[str, Sequence[Verdict]]
    as_first_judged: Mapping[str, Sequence[Verdict]]
    p50_ms: Mapping[str, float]
    lost: Sequence[str]


async def try_collections(
    bench: Bench, collections: Sequence[JudgedCollection], modes: Sequence[Mode], beside_plain: bool = True
) -> list[Trial]:
    """Return a trial for each collection; those about the same documents share one index."""
    trials: list[Trial] = []
    for files, same in about_the_same(collections).items():
        documents = read_documents(files, bench.embedder, bench.progress)
        async with (
            plain_index(bench, ((p.id, p.text) for p in documents.passages)) as plain,
            temporary_index(bench, documents.passages, documents.concluded) as service,
        ):
            systems = {PLAIN: plain} if beside_plain else {}
            systems |= {mode: passage_searcher(service, mode) for mode in modes}
            trials += [await _trial(bench, collection, documents, systems) for collection in same]
    return trials


async def _trial(
    bench: Bench,
    collection: JudgedCollection,
    documents: JudgedDocuments,
    systems: Mapping[str, Searcher],
) -> Trial:
    queries = collection.queries()
    runs = {name: await _run(bench, name, searching, queries) for name, searching in systems.items()}
    return Trial(
        collection.name,
        {name: verdicts(queries, ran, documents) for name, ran in runs.items()},
        {name: verdicts(collection.as_first_judged(), ran, documents) for name, ran in runs.items()},
        {name: ran.p50_ms for name, ran in runs.items()},
        documents.lost(queries),
    )


async def _run(bench: Bench, name: str, searching: Searcher, queries: Sequence[JudgedQuery]) -> Run:
    bench.progress.begin(f"Søger ({name})", len(queries))
    return await run(searching, {query.id: query.query for query in queries}, bench.progress.advance)
