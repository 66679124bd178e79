"""The judged collections of this project: its own demo corpus, and the real referater beside it."""

from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.judged import Half, JudgedQuery, load_judged, load_pooled

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
SEEDS_JUDGED = ROOT / "tests" / "evaluation" / "seeds_judged.jsonl"
SEEDS_POOLED = ROOT / "tests" / "evaluation" / "seeds_judged_pooled.jsonl"


@dataclass(frozen=True, slots=True)
class JudgedCollection:
    """Documents with judged queries, and what was judged relevant afterwards (``pooled``).

    ``half`` picks those that were tuned on, or those kept aside.
    """

    name: str
    documents: Path
    judged: Path
    pooled: Path
    half: Half | None = None

    @property
    def is_here(self) -> bool:
        """Whether documents and queries are both on this machine."""
        return self.documents.is_dir() and self.judged.is_file() and self.pooled.is_file()

    def queries(self) -> list[JudgedQuery]:
        """Return the queries that count, with what was judged relevant at first and afterwards.

        :raises EvaluationDataError: if they cannot be read.
        """
        pooled = load_pooled(self.pooled)
        return [replace(q, relevant=q.relevant + pooled.get(q.id, ())) for q in self.as_first_judged()]

    def as_first_judged(self) -> list[JudgedQuery]:
        """Return the queries that count, with nothing but what was judged relevant when they were written.

        :raises EvaluationDataError: if they cannot be read.
        """
        return [query for query in load_judged(self.judged) if self.half in (None, query.half)]


DEMO = JudgedCollection(
    "demo", ROOT / "corpus" / "pdf", ROOT / "corpus" / "judged.jsonl", ROOT / "corpus" / "judged_pooled.jsonl"
)
TUNED = JudgedCollection("tuned", SEEDS, SEEDS_JUDGED, SEEDS_POOLED, "tune")
HELD = JudgedCollection("held", SEEDS, SEEDS_JUDGED, SEEDS_POOLED, "held")
COLLECTIONS = (DEMO, TUNED, HELD)
