"""Follow-ups: who does what about the topic."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search_api.candidates import Candidate
from search_api.evidence import LEADING_WORTH, Json, most, weighed
from search_api.models import Answer
from search_api.overlap import held
from search_api.quoting import quote_record, quote_sentence
from search_api.sentence_choice import choose_sentence
from search_api.thesaurus import Word

# So much of what is asked must stand in the quotation, in its punkt's title, or in what led up to it. Of 20
# follow-ups that answered right over three archives, the least held 0.5; of those that would have been quoted
# where these were taken away, the most 0.4.
SHARE = 0.5
# Where nothing was read as a follow-up: who has a task, by the words for having one.
HAS_TASK = re.compile(
    r"\b(?:følger (?:selv )?op|arbejder videre|går videre|står for|tager (?:kontakt|sig af|initiativ)"
    r"|varetager|udarbejder|undersøger|koordinerer|sørger for|inviterer|indkalder|vender tilbage"
    r"|ansvarlige?|ansvaret|initiativpligten|tovholder|forankret|løftes|(?:blive|bliver) \w+et)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Following:
    """A follow-up, and how much of the topic it holds, itself and with its title and what led up to it."""

    candidate: Candidate
    record: Json
    own: float
    whole: float


def choose_follow_up(
    topic: Sequence[Word], about: Sequence[Candidate], hits: Sequence[Json]
) -> Answer | None:
    """Return the follow-up that holds most of the topic, else the sentence that gives somebody the task.

    Of equals, the best punkt's comes first.

    :param about: the punkter that are about the topic, best first.
    """
    speaking = [one for one in _followings(topic, about) if one.whole >= SHARE]
    if not speaking:
        tasked = choose_sentence(topic, hits, lambda one: bool(HAS_TASK.search(one.sentence.text)))
        return quote_sentence(tasked) if tasked else None
    closest = max(speaking, key=lambda one: (one.own, one.whole))
    return quote_record(closest.candidate, "opfølgning", closest.record, closest.record["quote"])


def _followings(topic: Sequence[Word], about: Sequence[Candidate]) -> Iterator[Following]:
    for candidate in about:
        for record in candidate.follow_ups:
            quote = record["quote"]
            named = held(topic, f"{candidate.punkt.title} {quote}")
            leading = held(topic, candidate.leading_to(quote))
            yield Following(
                candidate=candidate,
                record=record,
                own=weighed(topic, held(topic, quote)),
                whole=weighed(topic, most(named, leading, LEADING_WORTH)),
            )
