"""How much each sign of an answer weighs: what ``search_api/likeliest.py`` holds, fitted to judged questions.

The choice among the sentences that may answer a question is taken as a conditional logit, and that there is
no answer as one choice more. Each question counts as it is, and by half again without the sentences that
answer it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from evaluation.collection import JudgedCollection, about_the_same
from evaluation.documents import JudgedDocuments, read_documents
from evaluation.judged import JudgedQuery
from evaluation.production import Bench, temporary_index
from evaluation.verdicts import AnswerVerdict, answer_verdict
from search_api.answer import choose_answer
from search_api.likeliest import (
    Likely,
    Signs,
    Vectors,
    Weighing,
    all_signs,
    choose_likeliest,
    likely,
    nearness,
)
from search_api.params import SearchParams
from search_api.query import Meaning
from search_api.sentence_vectors import SentenceVectors
from search_api.service import SearchService

Array = NDArray[np.float64]

# Holds back what too few questions speak for; a sign is counted in its own deviations.
PENALTY = 1.0
# What a question without its answer counts: many of those sentences are true too, though not so judged.
WITHOUT_ANSWER = 0.5
_NO_DEVIATION = 1e-6


@dataclass(frozen=True, slots=True)
class Choice:
    """The signs of each sentence, ``(n, signs)``, and which are right; where none is, no answer is."""

    signs: Array
    right: NDArray[np.bool_]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A judged question, what may answer it, and whether the rules are silent."""

    collection: str
    query: JudgedQuery
    documents: JudgedDocuments
    meaning: Meaning
    found: Sequence[Likely]
    vectors: Vectors
    is_silent: bool

    @property
    def right(self) -> NDArray[np.bool_]:
        """Which sentences hold a quotation that answers."""
        return np.array(
            [
                any(place.holds(self._file(one), one.quotation) for place in self.query.relevant)
                for one in self.found
            ]
        )

    def choices(self) -> list[Choice]:
        """Return the choice as it is, and the one without what answers."""
        right = self.right
        whole = Choice(self._signs(self.found), right)
        others = [one for one, is_right in zip(self.found, right, strict=True) if not is_right]
        if not others or not right.any():
            return [whole]
        return [whole, Choice(self._signs(others), np.zeros(len(others), dtype=bool), WITHOUT_ANSWER)]

    def verdict(self, weighing: Weighing) -> AnswerVerdict:
        """Judge what would be answered with these weights."""
        vector, calibration = self.meaning.vector, self.meaning.calibration
        answer = choose_likeliest(self.found, self.vectors, vector, calibration, weighing)
        return answer_verdict(self.query, answer, self.documents)

    def _file(self, one: Likely) -> str:
        return self.documents.files[one.said.source["document"]["id"]]

    def _signs(self, found: Sequence[Likely]) -> Array:
        near = nearness(found, self.vectors, self.meaning.vector, self.meaning.calibration)
        return np.array([astuple(signs) for signs in all_signs(found, near)])


def loss(weights: Array, choices: Sequence[Choice]) -> tuple[float, Array]:
    """Return how unlikely the weights make what is right, and the gradient.

    :param weights: of each sign, and last of there being no answer.
    """
    total = PENALTY * float(weights[:-1] @ weights[:-1])
    gradient = np.append(2 * PENALTY * weights[:-1], 0.0)
    for choice in choices:
        worths = np.append(choice.signs @ weights[:-1], weights[-1])
        right = np.append(choice.right, not choice.right.any())
        of_all, of_right = np.logaddexp.reduce(worths), np.logaddexp.reduce(worths[right])
        total += choice.weight * float(of_all - of_right)
        away = np.exp(worths - of_all)
        away[right] -= np.exp(worths[right] - of_right)
        gradient += choice.weight * np.append(choice.signs.T @ away[:-1], away[-1])
    return total, gradient


def fit(choices: Sequence[Choice]) -> Weighing:
    """Return what makes the right choices likeliest."""
    signs = np.concatenate([choice.signs for choice in choices])
    mean, deviation = signs.mean(axis=0), np.maximum(signs.std(axis=0), _NO_DEVIATION)
    standard = [replace(choice, signs=(choice.signs - mean) / deviation) for choice in choices]
    found = minimize(loss, np.zeros(len(mean) + 1), args=(standard,), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / deviation
    return Weighing(Signs(*map(float, weights)), float(found[-1] + weights @ mean))


def fit_to(asked: Iterable[Asked]) -> Weighing:
    """Return what fits the questions."""
    return fit([choice for one in asked for choice in one.choices()])


def filled(asked: Sequence[Asked]) -> dict[str, list[AnswerVerdict]]:
    """Return by collection what its silences would become by weights fitted to the others."""
    verdicts: dict[str, list[AnswerVerdict]] = {}
    for name in dict.fromkeys(one.collection for one in asked):
        weighing = fit_to(one for one in asked if one.collection != name)
        verdicts[name] = [one.verdict(weighing) for one in asked if one.collection == name and one.is_silent]
    return verdicts


async def ask(bench: Bench, collections: Sequence[JudgedCollection]) -> list[Asked]:
    """Return the questions that a sentence may answer; those about the same documents share one index."""
    asked: list[Asked | None] = []
    sentence_vectors = SentenceVectors(bench.embedder)
    for files, those in about_the_same(collections).items():
        documents = read_documents(files, bench.embedder, bench.progress)
        async with temporary_index(bench, documents.passages, documents.concluded) as service:
            for collection in those:
                queries = collection.queries()
                bench.progress.begin(f"Spørger ({collection.name})", len(queries))
                for query in queries:
                    asked.append(await _ask_one(service, sentence_vectors, collection.name, query, documents))
                    bench.progress.advance()
    return [one for one in asked if one]


async def _ask_one(
    service: SearchService,
    sentence_vectors: SentenceVectors,
    name: str,
    query: JudgedQuery,
    documents: JudgedDocuments,
) -> Asked | None:
    search, found = await service.gathered(SearchParams(q=query.query))
    sentences = likely(search.understanding, found.best)
    if not (search.meaning and sentences):
        return None
    vectors = await sentence_vectors.of([one.meant for one in sentences])
    answer = choose_answer(search.understanding, found.best, search.meaning.calibration)
    return Asked(name, query, documents, search.meaning, sentences, vectors, answer is None)
