"""A BEIR folder, sent down the production path, beside plain OpenSearch in the same run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.beir import BeirFolder
from evaluation.bootstrap import Comparison, Interval, compare, interval
from evaluation.found import Run, Searcher, run
from evaluation.metrics import MEASURES, Figures, figures, mean
from evaluation.plain import PLAIN, plain_index
from evaluation.production import Bench, as_meeting, document_searcher, temporary_index
from indexer.cutting import cut_up
from indexer.documents import conclusions
from search_api.params import Mode

MODES: tuple[Mode, ...] = ("hybrid", "keyword", "semantic")


@dataclass(frozen=True, slots=True)
class Measured:
    """One run's figures."""

    figures: Figures
    run: Run

    def mean(self, measure: str) -> float:
        """Return the measure's mean over the queries."""
        return mean(self.figures[measure])

    def interval(self, measure: str) -> Interval:
        """Return where that mean lies with 95 percent confidence."""
        return interval(self.figures[measure])

    def compared(self, baseline: "Measured", measure: str) -> Comparison:
        """Return how much better than the baseline this is."""
        return compare(self.figures[measure], baseline.figures[measure])

    def as_json(self) -> dict[str, Any]:
        """Return the figures in the shape of ``evaluate --json``."""
        means = {name: round(self.mean(name), 4) for name in MEASURES}
        intervals = {name: self.interval(name) for name in MEASURES}
        return {
            **means,
            "n": len(self.run.found),
            "p50_ms": round(self.run.p50_ms, 1),
            "intervals": {name: [round(i.low, 4), round(i.high, 4)] for name, i in intervals.items()},
        }


async def evaluate_folder(beir: BeirFolder, modes: Sequence[Mode], bench: Bench) -> dict[str, Measured]:
    """Return the figures of each mode, and of plain OpenSearch under the name ``plain``."""

    async def measured(name: str, searching: Searcher) -> Measured:
        bench.progress.begin(f"Søger ({name})", len(beir.queries))
        ran = await run(searching, beir.queries, bench.progress.advance)
        return Measured(figures(beir.qrels, ran.rankings), ran)

    texts = [(document.id, f"{document.title}\n{document.text}") for document in beir.documents]
    meetings = [as_meeting(document) for document in beir.documents]
    passages, concluded = cut_up(meetings, bench.embedder, bench.progress), conclusions(meetings)
    results: dict[str, Measured] = {}
    async with (
        plain_index(bench, texts) as plain,
        temporary_index(bench, passages, concluded) as service,
    ):
        results[PLAIN] = await measured(PLAIN, plain)
        for mode in modes:
            results[mode] = await measured(mode, document_searcher(service, mode))
    return results


def as_json(results: Mapping[str, Measured]) -> dict[str, Any]:
    """Return the answer of ``evaluate --json``; the baseline stands beside the modes, not among them."""
    modes = {name: result.as_json() for name, result in results.items() if name != PLAIN}
    compared = {
        name: _comparison(result.compared(results[PLAIN], "ndcg@10"))
        for name, result in results.items()
        if name != PLAIN
    }
    return {"modes": modes, "baseline": results[PLAIN].as_json(), "ndcg@10_over_baseline": compared}


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "difference": round(comparison.difference, 4),
        "interval": [round(comparison.interval.low, 4), round(comparison.interval.high, 4)],
        "p": round(comparison.p, 4),
    }
