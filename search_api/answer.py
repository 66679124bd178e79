"""The answer: a quotation chosen by evidence, or none where the evidence is thin.

What is quoted is what the index holds of the punkt's minutes, word for word. A wrong citation costs more
than no answer, so a punkt has to show that it is about the topic, and not merely be the best there is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search_api.floor import Calibration
from search_api.keyword_query import ENOUGH, TITLE_EVIDENCE
from search_api.links import file_url
from search_api.models import Answer, Due, FollowUp, MeetingRef, PunktRef
from search_api.overlap import shared_words
from search_api.semantic_query import NAME as SEMANTIC
from search_api.semantic_query import cosine_of_score
from search_api.understanding import Intent, Understanding

Json = Mapping[str, Any]

# How many of the best hits are looked at; the page that is shown has no say in what is the answer.
ANSWER_DEPTH = 50
# Where words do not show it, what the minutes say must stand this far above the query's background. Of 31
# questions after decisions over two archives, the wrong answers that meaning alone gave stood at 4.6 to 5.0.
CERTAIN_Z = 6.0
# A punkt whose best passage scores less than this share of the best of all is about something else.
RIVAL_SHARE = 0.6

_MINUTES = ("beslutning", "referat")
# What was settled leads over what was merely heard, and that over what was put off.
_HEARD = ("taget til efterretning", "drøftet")
_PUT_OFF = ("udsat", "udgår", "ikke behandlet")
# What closes a matter formally speaks for the whole punkt; a conclusion of another kind only for itself.
# Of 85 judged questions over two archives this, and choosing the follow-up by its words, brought the wrong
# answers from 5 to 2 and made no right one wrong.
_CONCLUSIONS = ("andet", "drøftet")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A punkt among the hits, with what speaks for it."""

    punkt: PunktRef
    meeting: MeetingRef
    beslutning: Json | None
    follow_ups: Sequence[Json]
    score: float
    title_is_about: bool
    minutes_are_about: bool
    z: float

    @property
    def is_about(self) -> bool:
        """Whether the punkt is about the topic: its title or its minutes say so, or what they mean does."""
        return self.title_is_about or self.minutes_are_about or self.z >= CERTAIN_Z


def choose_answer(
    understanding: Understanding, hits: Iterable[Json], calibration: Calibration | None
) -> Answer | None:
    """Return the answer that the best hits hold, if they surely hold one.

    :param hits: OpenSearch's, best first.
    """
    answers: dict[Intent, Callable[[Sequence[Candidate], str], Answer | None]] = {
        "decision": _decision,
        "follow_up": _follow_up,
    }
    if understanding.intent not in answers:
        return None
    return answers[understanding.intent](_about(candidates(hits, calibration)), understanding.topic)


def candidates(hits: Iterable[Json], calibration: Calibration | None) -> list[Candidate]:
    """Return the punkter among the hits, best first."""
    groups: dict[str, list[Json]] = {}
    for hit in hits:
        groups.setdefault(hit["_source"]["punkt"]["id"], []).append(hit)
    return [_candidate(group, calibration) for group in groups.values()]


def _candidate(hits: Sequence[Json], calibration: Calibration | None) -> Candidate:
    source = hits[0]["_source"]
    record = source.get("record", {})
    scores = [hit.get("matched_queries", {}) for hit in hits]
    minutes = [found for hit, found in zip(hits, scores, strict=True) if hit["_source"]["part"] in _MINUTES]
    cosines = [cosine_of_score(found[SEMANTIC]) for found in minutes if SEMANTIC in found]
    return Candidate(
        punkt=PunktRef(**source["punkt"]),
        meeting=MeetingRef(**source["meeting"]),
        beslutning=record.get("beslutning"),
        follow_ups=record.get("follow_ups", ()),
        score=max(hit["_score"] or 0.0 for hit in hits),
        title_is_about=any(TITLE_EVIDENCE in found for found in scores),
        minutes_are_about=any(ENOUGH in found for found in minutes),
        z=calibration.z(max(cosines)) if calibration and cosines else 0.0,
    )


def _about(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the punkter that are about the topic, and hardly less so than the best."""
    best = max((candidate.score for candidate in found), default=0.0)
    return [c for c in found if c.is_about and c.score >= RIVAL_SHARE * best]


def _decision(about: Sequence[Candidate], topic: str) -> Answer | None:
    """Return the newest of the weightiest decisions on the topic."""
    decided = [(c, c.beslutning) for c in about if c.beslutning and _speaks_of(c, c.beslutning, topic)]
    if not decided:
        return None
    candidate, beslutning = max(decided, key=lambda one: (*_weight(*one), one[0].meeting.date or ""))
    kind = "referat" if beslutning["kind"] == "drøftet" else "beslutning"
    return _answer(candidate, kind, beslutning, beslutning["text"])


def _speaks_of(candidate: Candidate, beslutning: Json, topic: str) -> bool:
    """Tell whether the decision is on the topic, and not on another of the punkt's matters."""
    formal = beslutning["kind"] not in _CONCLUSIONS
    of_punkt = candidate.title_is_about or candidate.z >= CERTAIN_Z
    return (formal and of_punkt) or shared_words(topic, beslutning["text"]) > 0


def _weight(candidate: Candidate, beslutning: Json) -> tuple[bool, int]:
    kind = beslutning["kind"]
    return candidate.title_is_about, 0 if kind in _PUT_OFF else 1 if kind in _HEARD else 2


def _follow_up(about: Sequence[Candidate], topic: str) -> Answer | None:
    """Return the follow-up that shares most of the topic's words; of equals, the best punkt's first."""
    following = [(c, one) for c in about for one in c.follow_ups]
    if not following:
        return None
    candidate, closest = max(following, key=lambda found: shared_words(topic, found[1]["quote"]))
    return _answer(candidate, "opfølgning", closest, closest["quote"])


def _answer(candidate: Candidate, kind: str, place: Json, text: str) -> Answer:
    return Answer.model_validate(
        {
            "text": text,
            "kind": kind,
            "punkt_id": candidate.punkt.id,
            "document_id": place["document_id"],
            "url": file_url(place["document_id"], place["page"]),
            "page": place["page"],
            "date": candidate.meeting.date,
            "date_source": candidate.meeting.date_source,
            "follow_ups": tuple(follow_up(one) for one in candidate.follow_ups),
            "meeting": candidate.meeting,
            "punkt": candidate.punkt,
        }
    )


def follow_up(record: Json) -> FollowUp:
    """Return the follow-up as the API gives it."""
    due = record["due"]
    return FollowUp(
        who=tuple(record["who"]),
        what=record["what"],
        due=Due(from_=due["first"], to=due["last"], said=due["said"]) if due else None,
        quote=record["quote"],
        document_id=record["document_id"],
        page=record["page"],
        url=file_url(record["document_id"], record["page"]),
    )
