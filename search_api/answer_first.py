"""The passage that the answer is quoted from comes first among the hits, and with it its punkt.

What answers was weighed sentence by sentence, which says more of a passage than its words and its meaning
as a whole.
"""

from collections.abc import Sequence
from typing import Any

from search_api.candidates import is_shown, squeezed
from search_api.fusion import BOOSTS, rescored
from search_api.models import Answer

Json = dict[str, Any]


def answer_first(hits: Sequence[Json], answer: Answer | None) -> Sequence[Json]:
    """Return the hits, the best of those that the answer is quoted from before the others.

    It gets the score of the first, and what it is lifted by counts among its boosts.

    :param hits: OpenSearch's, best first.
    """
    place = next((place for place, hit in enumerate(hits) if answer and _holds(hit, answer)), 0)
    if place == 0:
        return hits
    return [rescored(hits[place], hits[0]["_score"], BOOSTS), *hits[:place], *hits[place + 1 :]]


def _holds(hit: Json, answer: Answer) -> bool:
    source = hit["_source"]
    return source["punkt"]["id"] == answer.punkt_id and is_shown(answer.text, [squeezed(source["text"])])
