"""The judged collections of this project: its own demo corpus, and the real referater beside it.

Over each there are two: what was written to find passages, and what staff would ask (``asked``), written
later by others, to be answered.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.judged import Half, JudgedQuery, load_judged, load_pooled

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
PDF = ROOT.parent / "shared" / "pdf"
_JUDGED = ROOT / "tests" / "evaluation"
SEEDS_JUDGED = _JUDGED / "seeds_judged.jsonl"
SEEDS_POOLED = _JUDGED / "seeds_judged_pooled.jsonl"
ASKED_JUDGED = _JUDGED / "asked_judged.jsonl"
ASKED_PDF_JUDGED = _JUDGED / "asked_pdf_judged.jsonl"
ASKED_DEMO_JUDGED = _JUDGED / "asked_demo_judged.jsonl"
ASKED_POOLED = _JUDGED / "asked_judged_pooled.jsonl"


@dataclass(frozen=True, slots=True)
class JudgedCollection:
    """Documents with judged queries, and what was judged relevant afterwards (``pooled``).

    ``half`` picks those that were tuned on, or those kept aside. With ``only_named`` the documents are those
    that the queries name, for others in the folder may take long to read.
    """

    name: str
    documents: Path
    judged: Path
    pooled: Path
    half: Half | None = None
    only_named: bool = False

    @property
    def is_here(self) -> bool:
        """Whether documents and queries are both on this machine, and any of these are of this half."""
        files_are_here = self.documents.is_dir() and self.judged.is_file() and self.pooled.is_file()
        return files_are_here and bool(self.as_first_judged())

    def files(self) -> list[Path]:
        """Return the files that are searched.

        :raises EvaluationDataError: if it takes the queries to tell, and they cannot be read.
        """
        files = sorted(file for file in self.documents.glob("*") if file.suffix in {".pdf", ".txt"})
        if not self.only_named:
            return files
        named = {place.file for query in load_judged(self.judged) for place in query.relevant}
        return [file for file in files if file.name in named]

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


def about_the_same(collections: Iterable[JudgedCollection]) -> dict[tuple[Path, ...], list[JudgedCollection]]:
    """Return the collections by the files that they are about.

    :raises EvaluationDataError: if the queries of one cannot be read.
    """
    by_files: dict[tuple[Path, ...], list[JudgedCollection]] = {}
    for collection in collections:
        by_files.setdefault(tuple(collection.files()), []).append(collection)
    return by_files


DEMO = JudgedCollection(
    "demo", ROOT / "corpus" / "pdf", ROOT / "corpus" / "judged.jsonl", ROOT / "corpus" / "judged_pooled.jsonl"
)
TUNED = JudgedCollection("tuned", SEEDS, SEEDS_JUDGED, SEEDS_POOLED, "tune")
HELD = JudgedCollection("held", SEEDS, SEEDS_JUDGED, SEEDS_POOLED, "held")
ASKED = JudgedCollection("asked", SEEDS, ASKED_JUDGED, ASKED_POOLED, "tune")
ASKED_HELD = JudgedCollection("asked-held", SEEDS, ASKED_JUDGED, ASKED_POOLED, "held")
ASKED_PDF = JudgedCollection("asked-pdf", PDF, ASKED_PDF_JUDGED, ASKED_POOLED, "tune", only_named=True)
ASKED_PDF_HELD = JudgedCollection(
    "asked-pdf-held", PDF, ASKED_PDF_JUDGED, ASKED_POOLED, "held", only_named=True
)
ASKED_DEMO = JudgedCollection("asked-demo", DEMO.documents, ASKED_DEMO_JUDGED, ASKED_POOLED, "tune")
ASKED_DEMO_HELD = JudgedCollection("asked-demo-held", DEMO.documents, ASKED_DEMO_JUDGED, ASKED_POOLED, "held")
# Those that rules and weights may be made with; the others are kept aside.
IN_SIGHT = (DEMO, TUNED, ASKED, ASKED_PDF, ASKED_DEMO)
COLLECTIONS = (
    DEMO,
    TUNED,
    HELD,
    ASKED,
    ASKED_HELD,
    ASKED_PDF,
    ASKED_PDF_HELD,
    ASKED_DEMO,
    ASKED_DEMO_HELD,
)
