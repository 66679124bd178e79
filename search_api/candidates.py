"""The punkter among the hits, each with what speaks for its being about the topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from records.models import MINUTES
from search_api.floor import Calibration
from search_api.keyword_query import ENOUGH, TITLE_EVIDENCE
from search_api.models import MeetingRef, PunktRef
from search_api.semantic_query import NAME as SEMANTIC
from search_api.semantic_query import cosine_of_score

Json = Mapping[str, Any]

# Where words do not show it, what the minutes say must stand this far above the query's background. Of 34
# questions over the real referater 30 are answered right at 5, and none wrong; at 6 it is 29, at 4.5 29 and
# one wrong.
CERTAIN_Z = 5.0
# A punkt whose best passage scores less than this share of the best of all is about something else.
RIVAL_SHARE = 0.6
# So much of a quotation's beginning must stand in a passage that was found: what is no longer in the index
# must not be quoted because the rest of its punkt is.
SHOWN_LETTERS = 80

# The minutes of so many of the punkter found are looked through for an answer, found themselves or not.
PUNKTER_WITH_MINUTES = 3

SAID = "referat"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A punkt among the hits, with what speaks for it; of what it came to, only what was found is kept.

    ``is_decided`` tells whether it was decided at all, ``texts`` is what was found of its text, and
    ``minutes`` what was said before it was decided. ``proposed`` is what the decision was on.
    """

    punkt: PunktRef
    meeting: MeetingRef
    beslutning: Json | None
    is_decided: bool
    follow_ups: Sequence[Json]
    score: float
    title_is_about: bool
    minutes_are_about: bool
    z: float
    texts: Sequence[str]
    minutes: str
    proposed: str | None

    @property
    def said(self) -> str:
        """Its title and what was found of its text."""
        return " ".join((self.punkt.title, *self.texts))

    @property
    def is_about(self) -> bool:
        """Whether the punkt is about the topic: its title or its minutes say so, or what they mean does."""
        return self.title_is_about or self.minutes_are_about or self.z >= CERTAIN_Z

    def leading_to(self, quotation: str) -> str:
        """Return what was said before the quotation, since the follow-up before it.

        Before what begins a passage of its own, the minutes were said.
        """
        quotation = squeezed(quotation)
        before = next((text.partition(quotation)[0] for text in self.texts if quotation in text), "")
        for one in self.follow_ups:
            before = before.rpartition(squeezed(one["quote"]))[2]
        return before or self.minutes


def first_punkter(hits: Iterable[Json]) -> list[str]:
    """Return the ids of the first punkter among the hits, whose minutes may answer."""
    return [*dict.fromkeys(hit["_source"]["punkt"]["id"] for hit in hits)][:PUNKTER_WITH_MINUTES]


def about(hits: Iterable[Json], calibration: Calibration | None) -> list[Candidate]:
    """Return the punkter that are about the topic, and hardly less so than the best; best first."""
    found = candidates(hits, calibration)
    best = max((candidate.score for candidate in found), default=0.0)
    return [c for c in found if c.is_about and c.score >= RIVAL_SHARE * best]


def candidates(hits: Iterable[Json], calibration: Calibration | None) -> list[Candidate]:
    """Return the punkter among the hits, best first."""
    groups: dict[str, list[Json]] = {}
    for hit in hits:
        groups.setdefault(hit["_source"]["punkt"]["id"], []).append(hit)
    return [_candidate(group, calibration) for group in groups.values()]


def _candidate(hits: Sequence[Json], calibration: Calibration | None) -> Candidate:
    source = hits[0]["_source"]
    record = source.get("record", {})
    texts = [squeezed(hit["_source"]["text"]) for hit in hits]
    beslutning = record.get("beslutning")
    scores = [hit.get("matched_queries", {}) for hit in hits]
    minutes = [found for hit, found in zip(hits, scores, strict=True) if hit["_source"]["part"] in MINUTES]
    cosines = [cosine_of_score(found[SEMANTIC]) for found in minutes if SEMANTIC in found]
    return Candidate(
        punkt=PunktRef(**source["punkt"]),
        meeting=MeetingRef(**source["meeting"]),
        beslutning=beslutning if beslutning and is_shown(beslutning["text"], texts) else None,
        is_decided=beslutning is not None,
        follow_ups=[one for one in record.get("follow_ups", ()) if is_shown(one["quote"], texts)],
        score=max(hit["_score"] or 0.0 for hit in hits),
        title_is_about=any(TITLE_EVIDENCE in found for found in scores),
        minutes_are_about=any(ENOUGH in found for found in minutes),
        z=calibration.z(max(cosines)) if calibration and cosines else 0.0,
        texts=texts,
        minutes=" ".join(
            text for hit, text in zip(hits, texts, strict=True) if hit["_source"]["part"] == SAID
        ),
        proposed=next((matter for hit in hits if (matter := hit["_source"].get("matter"))), None),
    )


def squeezed(text: str) -> str:
    """Return the text with its white space normalised, as passages have it."""
    return " ".join(text.split())


def is_shown(quotation: str, texts: Iterable[str]) -> bool:
    """Tell whether one of the squeezed texts holds the quotation, or its beginning where it is long."""
    beginning = squeezed(quotation)[:SHOWN_LETTERS]
    return any(beginning in text for text in texts)
