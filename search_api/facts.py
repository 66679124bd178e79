"""Facts: the sentence that holds the number or the day that was asked for, if one surely does."""

from collections.abc import Sequence
from dataclasses import dataclass

from search_api.asked import Asked, asked, fit, names_measure
from search_api.evidence import MOST_MISSES, OWN_SHARE, Json, Said, said, worth
from search_api.models import Answer
from search_api.quoting import quote_sentence
from search_api.understanding import Understanding

# A sentence answers whose worth is so much, and that holds so much of the topic with its titles: of 50 right
# answers over three archives the least holds 0.64, of those that would be given where these are taken away a
# wrong one 0.5.
SURE = 1.5
TITLED_SHARE = 0.6
# The passage that holds the answer is nearly always found first, or hardly behind: of 50 right answers two
# stand lower, of seven wrong ones three.
STANDS_HIGH = 0.8
# "Udgiften er …" speaks of what its titles name, almost as if it named that itself.
TITLE_WORTH = 0.8


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence that holds what is asked for, how well, and how much of the topic it speaks of itself."""

    said: Said
    own: float
    fit: float

    @property
    def worth(self) -> float:
        """What speaks for it, from 0 to 2.4."""
        return worth(self.said, self.own, self.fit)


def choose_fact(understanding: Understanding, hits: Sequence[Json]) -> Answer | None:
    """Return the sentence of the hits that answers surely."""
    best = max(facts(understanding, hits), key=lambda fact: fact.worth, default=None)
    if best is None or best.worth < SURE:
        return None
    return quote_sentence(best.said, "fakta")


def facts(understanding: Understanding, hits: Sequence[Json]) -> list[Fact]:
    """Return the sentences that hold what is asked for, and enough of the topic."""
    what = asked(understanding)
    holding = said(understanding.words, hits, lambda sentence: fit(what, sentence))
    found = (_fact(what, one) for one in holding)
    return [fact for fact in found if _is_on_topic(fact, what)]


def _fact(what: Asked, one: Said) -> Fact:
    own = max(one.own, TITLE_WORTH * one.titled) if names_measure(what, one.sentence.text) else one.own
    return Fact(one, own, fit(what, one.sentence.text))


def _is_on_topic(fact: Fact, what: Asked) -> bool:
    """Tell whether the sentence holds enough of the topic, and hardly a word is missing all around.

    The number of something at another place is a wrong answer, though all else fits, and a day is soon that
    of something else that happens to the thing.
    """
    most_misses = 0 if what.kind == "day" else MOST_MISSES
    named = fact.own >= OWN_SHARE and fact.said.titled >= TITLED_SHARE
    return named and fact.said.standing >= STANDS_HIGH and fact.said.misses <= most_misses
