"""The answer: a quotation chosen by evidence, or none where the evidence is thin.

What is quoted is what the index holds, word for word. A wrong citation costs more than no answer, so a
quotation has to show that it is about the topic, and not merely be the best there is.
"""

from collections.abc import Sequence

from search_api.candidates import Candidate, about
from search_api.decisions import choose_decision
from search_api.evidence import Json
from search_api.facts import choose_fact
from search_api.floor import Calibration
from search_api.latest import choose_latest
from search_api.models import Answer
from search_api.overlap import shared_words
from search_api.quoting import quote_record
from search_api.understanding import Understanding

# How many of the best hits are looked at; the page that is shown has no say in what is the answer.
ANSWER_DEPTH = 50


def choose_answer(
    understanding: Understanding, hits: Sequence[Json], calibration: Calibration | None
) -> Answer | None:
    """Return the answer that the best hits hold, if they surely hold one.

    :param hits: OpenSearch's, best first.
    """
    match understanding.intent:
        case "decision":
            return choose_decision(understanding, about(hits, calibration), hits)
        case "follow_up":
            return _follow_up(about(hits, calibration), understanding.topic)
        case "amount" | "when":
            return choose_fact(understanding, hits)
        case "latest":
            return choose_latest(understanding, about(hits, calibration), hits)
        case "none":
            return None


def _follow_up(found: Sequence[Candidate], topic: str) -> Answer | None:
    """Return the follow-up that shares most of the topic's words; of equals, the best punkt's first."""
    following = [(c, one) for c in found for one in c.follow_ups]
    if not following:
        return None
    candidate, closest = max(following, key=lambda one: shared_words(topic, one[1]["quote"]))
    return quote_record(candidate, "opfølgning", closest, closest["quote"])
