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
from search_api.meeting_day import asks_of_a_meeting
from search_api.models import Answer
from search_api.quoting import quote_sentence
from search_api.sentence_choice import choose_answering
from search_api.understanding import Understanding

# How many of the best hits are looked at; the page that is shown has no say in what is the answer.
ANSWER_DEPTH = 50


def choose_answer(
    understanding: Understanding, hits: Sequence[Json], calibration: Calibration | None
) -> Answer | None:
    """Return the answer that the best hits hold, if they surely hold one.

    :param hits: OpenSearch's, best first.
    """
    if asks_of_a_meeting(understanding):
        return None
    topic = understanding.words
    match understanding.intent:
        case "amount" | "when":
            return choose_fact(understanding, hits)
        case "follow_up":
            return choose_follow_up(topic, about(hits, calibration), hits)
        case "latest":
            return choose_latest(topic, about(hits, calibration), hits)
        case "decision":
            return choose_decision(understanding, about(hits, calibration), hits)
        case "none":
            told = choose_answering(understanding, hits) if understanding.asks else None
            return quote_sentence(told) if told else None
