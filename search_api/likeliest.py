"""The sentence that likeliest answers, which leads over the rules where it surely does.

Staff ask in words of their own, and no rule foresees them all. So what speaks for each sentence of the best
hits is weighed, its nearness to the question in meaning too, against there being no answer among them. The
weights are fitted: ``docs/decisions/0013-questions-as-asked.md``.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from records.models import MINUTES
from search_api.candidates import Candidate, candidates, first_punkter, squeezed
from search_api.decisions import told_by_who_decided
from search_api.evidence import Json, Said, decided_on, misses, said, titles
from search_api.floor import Calibration
from search_api.models import Answer
from search_api.overlap import held
from search_api.particulars import tells_particular
from search_api.quoting import in_minutes, quote_decision, quote_sentence
from search_api.sentence_choice import is_whole
from search_api.sentence_vectors import Vector
from search_api.understanding import Understanding
from search_api.wanted import fit, wanted

Vectors = Mapping[str, Vector]

# So many of the best hits are looked through, and the minutes of the first punkter.
DEPTH = 8
# What a punkt decided is quoted whole where it has no more words than this.
MOST_WORDS = 80


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a sentence: each from 0 to 1, but ``near`` and ``gap``.

    ``near`` is how near it lies to the question, in deviations above the background, and ``gap`` how far
    behind the nearest sentence.
    """

    fit: float
    titled: float
    standing: float
    of_first_hit: float
    of_first_punkt: float
    whole: float
    asks: float
    decided: float
    in_minutes: float
    near: float
    gap: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """What each sign weighs, and what there being no answer does."""

    signs: Signs
    no_answer: float

    def worth(self, signs: Signs) -> float:
        """Return what the signs weigh together."""
        return sum(map(float.__mul__, astuple(signs), astuple(self.signs)))


# Fitted as a conditional logit over the questions of the collections tuned on, and over each of them once
# more with the sentences that answer it taken away, where there being no answer is right. ``make likelihood``
# fits them again.
WEIGHTS = Signs(
    fit=2.42,
    titled=3.33,
    standing=5.46,
    of_first_hit=0.61,
    of_first_punkt=0.12,
    whole=0.75,
    asks=-0.63,
    decided=0.76,
    in_minutes=1.32,
    near=0.11,
    gap=0.22,
)
NO_ANSWER = 11.42
WEIGHING = Weighing(WEIGHTS, NO_ANSWER)
# As likely as this it must be. Each collection scored by weights fitted on the others, 0.5 fills 54 silences
# rightly and 15 wrongly, 0.6 44 and 11, 0.7 32 and 7.
SURE = 0.6
# Where no sentence lies so near, in deviations above the background, the question is about nothing here.
NEAREST = 3.5


@dataclass(frozen=True, slots=True)
class Likely:
    """A sentence that may answer, how well it is of the kind that is wanted, and the punkt it stands in.

    ``tells`` is false where it lacks what the question cannot be answered without.
    """

    said: Said
    fit: float
    punkt: Candidate
    tells: bool = True

    @property
    def text(self) -> str:
        """The sentence."""
        return self.said.sentence.text

    @property
    def meant(self) -> str:
        """What tells its meaning: with what was decided on, where it is a part of the decision."""
        return " ".join(filter(None, (decided_on(self.said.source), self.text)))

    @property
    def quotation(self) -> str:
        """What is quoted: all that the punkt decided, if the sentence is a part of it, else the sentence."""
        beslutning = self._whole
        return beslutning["text"] if beslutning else self.text

    def quoted(self) -> Answer:
        """Return the quotation as the answer."""
        beslutning = self._whole
        return quote_decision(self.punkt, beslutning) if beslutning else quote_sentence(self.said)

    @property
    def _whole(self) -> Json | None:
        """What the punkt decided, where the sentence is a part of it and it is soon read."""
        beslutning = self.punkt.beslutning
        if not beslutning or self.said.source["part"] != "beslutning":
            return None
        text = squeezed(beslutning["text"])
        return beslutning if squeezed(self.text) in text and len(text.split()) <= MOST_WORDS else None


def likely(understanding: Understanding, hits: Sequence[Json]) -> list[Likely]:
    """Return the sentences of the best hits that are of a kind that is wanted.

    There are none of bare words, nor where it is asked plainly what was decided: that the rules know best.
    """
    what = wanted(understanding)
    if not understanding.asks or (understanding.intent == "decision" and what.decided):
        return []
    hits = told_by_who_decided(understanding.question, hits)
    punkter = {one.punkt.id: one for one in candidates(hits, None)}
    found = (
        Likely(
            one,
            fit(what, one),
            punkter[one.source["punkt"]["id"]],
            tells_particular(understanding.question, one),
        )
        for one in said(understanding.words, _near_the_top(hits), bool)
    )
    return [
        one for one in found if one.fit and not ("number" in what.kinds and _is_elsewhere(understanding, one))
    ]


def _is_elsewhere(understanding: Understanding, one: Likely) -> bool:
    """Tell whether the question is bound to a word that nothing there holds.

    The number of something at another place, however near in meaning, is a wrong answer.
    """
    bound = [word for word in understanding.words if word.is_bound]
    source = one.said.source
    return misses(bound, held(bound, f"{titles(source)} {source['text']}")) > 0


def _near_the_top(hits: Sequence[Json]) -> list[Json]:
    punkter = first_punkter(hits)
    return [
        hit
        for rank, hit in enumerate(hits)
        if rank < DEPTH or (hit["_source"]["part"] in MINUTES and hit["_source"]["punkt"]["id"] in punkter)
    ]


def choose_likeliest(
    found: Sequence[Likely],
    vectors: Vectors,
    question: Vector,
    calibration: Calibration,
    weighing: Weighing = WEIGHING,
) -> Answer | None:
    """Return the sentence that likeliest answers, if that is likely enough.

    :param vectors: of the sentences.
    :param question: its vector.
    """
    if not found:
        return None
    near = nearness(found, vectors, question, calibration)
    if max(near) < NEAREST:
        return None
    worths = [weighing.worth(signs) for signs in all_signs(found, near)]
    best = found[max(range(len(found)), key=worths.__getitem__)]
    quotation = best.quotation
    alike = [value for one, value in zip(found, worths, strict=True) if one.quotation == quotation]
    likelihood = sum(map(math.exp, alike)) / (sum(map(math.exp, worths)) + math.exp(weighing.no_answer))
    return best.quoted() if best.tells and likelihood >= SURE else None


def settled(ruled: Answer | None, likeliest: Answer | None) -> Answer | None:
    """Return what the rules found, unless the likeliest is another.

    Of 104 answers by the rules it was another twice: once both were right, once it alone.
    """
    if not (ruled and likeliest):
        return ruled or likeliest
    one, other = squeezed(ruled.text), squeezed(likeliest.text)
    return ruled if one in other or other in one else likeliest


def nearness(
    found: Sequence[Likely], vectors: Vectors, question: Vector, calibration: Calibration
) -> list[float]:
    """Return how near each sentence lies to the question, in deviations above the background."""
    return [calibration.z(float(vectors[one.meant] @ question)) for one in found]


def all_signs(found: Sequence[Likely], near: Sequence[float]) -> list[Signs]:
    """Return what speaks for each sentence beside the others.

    :param near: their nearness.
    """
    first_hit = max((one.said for one in found), key=lambda one: one.standing)
    nearest = max(near)
    return [_signs(one, first_hit, own, own - nearest) for one, own in zip(found, near, strict=True)]


def _signs(one: Likely, first_hit: Said, near: float, gap: float) -> Signs:
    source = one.said.source
    return Signs(
        fit=one.fit,
        titled=one.said.titled,
        standing=one.said.standing,
        of_first_hit=float(one.said.hit is first_hit.hit),
        of_first_punkt=float(source["punkt"]["id"] == first_hit.source["punkt"]["id"]),
        whole=float(is_whole(one.text)),
        asks=float(one.text.endswith("?")),
        decided=float(source["part"] == "beslutning"),
        in_minutes=float(in_minutes(one.said)),
        near=near,
        gap=gap,
    )
