"""The judged collections of this project: its own demo corpus, and the real referater beside it."""

from dataclasses import dataclass
from pathlib import Path

from evaluation.judged import Half, JudgedQuery, load_judged

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
SEEDS_JUDGED = ROOT / "tests" / "evaluation" / "seeds_judged.jsonl"


@dataclass(frozen=True, slots=True)
class JudgedCollection:
    """Documents with judged queries; ``half`` picks those that were tuned on, or those kept aside."""

    name: str
    documents: Path
    judged: Path
    half: Half | None = None

    @property
    def is_here(self) -> bool:
        """Whether documents and queries are both on this machine."""
        return self.documents.is_dir() and self.judged.is_file()

    def queries(self) -> list[JudgedQuery]:
        """Return the queries that count.

        :raises EvaluationDataError: if they cannot be read.
        """
        return [query for query in load_judged(self.judged) if self.half in (None, query.half)]


DEMO = JudgedCollection("demo", ROOT / "corpus" / "pdf", ROOT / "corpus" / "judged.jsonl")
TUNED = JudgedCollection("tuned", SEEDS, SEEDS_JUDGED, "tune")
HELD = JudgedCollection("held", SEEDS, SEEDS_JUDGED, "held")
COLLECTIONS = (DEMO, TUNED, HELD)
