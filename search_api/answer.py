"""The answer: a quotation chosen by evidence, or none where the evidence is thin.

What is quoted is what the index holds, word for word. A wrong citation costs more than no answer, so a
quotation has to show that it is about the topic, and not merely be the best there is.
"""

from collections.abc import Sequence

from search_api.candidates import about
from search_api.decisions import choose_decision
from search_api.evidence import Json
from search_api.facts import choose_fact
from search_api.floor import Calibration
from search_api.follow_ups import choose_follow_up
from search_api.latest import choose_latest
from search_api.models import Answer
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
        case "none":
            return None
        case "amount" | "when":
            return choose_fact(understanding, hits)
        case "follow_up":
            return choose_follow_up(understanding.words, about(hits, calibration))
        case "latest":
            return choose_latest(understanding.words, about(hits, calibration), hits)
        case "decision":
            return choose_decision(understanding.words, about(hits, calibration), hits)
