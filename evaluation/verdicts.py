"""What judged queries make of a run: how well passages rank, whether answers are right, and silence kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from evaluation.documents import JudgedDocuments
from evaluation.found import Found, Run
from evaluation.judged import JudgedQuery
from evaluation.metrics import Figures, figures
from search_api.models import Answer

# A query about nothing in the documents may show this many passages and still count as silent.
NEAR_EMPTY = 2

AnswerVerdict = Literal["right", "wrong", "silent"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one query went; ``figures`` are those of its ranking, none where nothing should be found."""

    query: JudgedQuery
    figures: Mapping[str, float]
    answer: AnswerVerdict
    total: int


@dataclass(frozen=True, slots=True)
class Summary:
    """How many queries there are, and what share of them went well; none where there are none to go by."""

    queries: int
    figures: Mapping[str, float]
    answers_right: float | None
    answers_wrong: int
    near_empty: float | None


def verdicts(queries: Sequence[JudgedQuery], run: Run, documents: JudgedDocuments) -> list[Verdict]:
    """Return how each query went."""
    judged = [query for query in queries if not query.empty]
    measured = figures(documents.qrels(judged), run.rankings)
    return [_verdict(query, run.found[query.id], measured, documents) for query in queries]


def summary(some: Iterable[Verdict]) -> Summary:
    """Return what the verdicts add up to."""
    all_of_them = list(some)
    judged = [one for one in all_of_them if not one.query.empty]
    return Summary(
        queries=len(all_of_them),
        figures=_means([one.figures for one in judged]),
        answers_right=_share([one for one in judged if one.query.answer], lambda one: one.answer == "right"),
        answers_wrong=sum(one.answer == "wrong" for one in all_of_them),
        near_empty=_share([o for o in all_of_them if o.query.empty], lambda one: one.total <= NEAR_EMPTY),
    )


def by_kind(all_of_them: Sequence[Verdict]) -> dict[str, list[Verdict]]:
    """Return the verdicts by the kind of their query, in the order the kinds come."""
    kinds = dict.fromkeys(one.query.kind for one in all_of_them)
    return {kind: [one for one in all_of_them if one.query.kind == kind] for kind in kinds}


def answer_verdict(query: JudgedQuery, answer: Answer | None, documents: JudgedDocuments) -> AnswerVerdict:
    """Judge the quotation: right if it holds one of the query's own, from the file that one stands in."""
    if answer is None:
        return "silent"
    file = next((name for key, name in documents.files.items() if f"/{key}/" in answer.url), "")
    return "right" if any(place.holds(file, answer.text) for place in query.relevant) else "wrong"


def _verdict(query: JudgedQuery, found: Found, measured: Figures, documents: JudgedDocuments) -> Verdict:
    own = {} if query.empty else {name: values[query.id] for name, values in measured.items()}
    return Verdict(query, own, answer_verdict(query, found.answer, documents), found.total)


def _means(some: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: sum(one[name] for one in some) / len(some) for name in some[0]} if some else {}


def _share(some: Sequence[Verdict], goes_well: Callable[[Verdict], bool]) -> float | None:
    return sum(goes_well(one) for one in some) / len(some) if some else None
