"""A small BEIR folder, all the way down the production path and back."""

import asyncio

import pytest

from evaluation.beir import BeirFolder, SourceDocument
from evaluation.folder import as_json, evaluate_folder
from evaluation.production import PREFIX, Bench
from indexer.progress import Silent
from records.embedding import Embedder
from records.settings import Settings
from records.store import IndexStore

pytestmark = pytest.mark.integration

DOCUMENTS = (
    SourceDocument("bro", "", "Broen over åen males rød, og rækværket bliver skiftet til foråret."),
    SourceDocument("bad", "", "Svømmehallen holder lukket i to uger, mens bassinet får nye fliser."),
    SourceDocument(
        "lang", "", "\n".join(f"Afsnit {n} handler om skolernes køkkener." * 12 for n in range(8))
    ),
)
QUERIES = {"q1": "hvilken farve får broen", "q2": "hvornår lukker svømmehallen", "q3": "køkken på skole"}
QRELS = {"q1": {"bro": 1}, "q2": {"bad": 1}, "q3": {"lang": 1}}


def test_every_mode_ranks_documents_and_the_index_is_gone_afterwards(
    settings: Settings, node_url: str, embedder: Embedder
) -> None:
    bench = Bench(settings, node_url, embedder, Silent())
    folder = BeirFolder(DOCUMENTS, QUERIES, QRELS)
    results = asyncio.run(evaluate_folder(folder, ("hybrid", "keyword", "semantic"), bench))
    report = as_json(results)
    assert list(report["modes"]) == ["hybrid", "keyword", "semantic"]
    hybrid = report["modes"]["hybrid"]
    assert {"ndcg@10", "recall@100", "mrr@10", "success@1", "success@5", "n", "p50_ms"} <= set(hybrid)
    assert (hybrid["n"], hybrid["success@1"]) == (3, 1.0)
    rankings = results["hybrid"].run.rankings
    assert all(len(set(ranked)) == len(ranked) for ranked in rankings.values())
    assert IndexStore(node_url, settings.opensearch).matching(f"{PREFIX}*") == []
