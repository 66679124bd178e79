"""The decisions on one matter, meeting by meeting."""

from collections.abc import Iterable

from search_api.models import Answer, PastDecision


def with_timeline(answer: Answer, decisions: Iterable[Answer]) -> Answer:
    """Return the answer with its timeline: the decisions of all meetings, its own among them, newest first.

    Decisions of a single meeting are no timeline. Those without a date come last.
    """
    by_punkt = {one.punkt_id: one for one in (*decisions, answer)}
    if len({one.meeting.id for one in by_punkt.values()}) < 2:
        return answer
    newest_first = sorted(by_punkt.values(), key=lambda one: one.date or "", reverse=True)
    return answer.model_copy(update={"timeline": tuple(map(_past, newest_first))})


def _past(decision: Answer) -> PastDecision:
    known = decision.model_dump(include=set(PastDecision.model_fields), by_alias=True)
    return PastDecision.model_validate(known)
