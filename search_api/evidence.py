"""Evidence: how much of a topic a sentence holds, by itself and with what stands around it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from search_api.overlap import SAME, VARIANT, held
from search_api.sentences import Sentence, sentences
from search_api.thesaurus import Word

Json = Mapping[str, Any]
Shares = tuple[float, ...]

# A word of the topic counts in full where the sentence itself holds it, and for less the further away it is.
SENTENCE_BEFORE = 0.8
AROUND = 0.6
# What leads up to a conclusion counts almost as if it stood there: "… Anna følger op."
LEADING_WORTH = 0.8
# What the sentence itself holds counts once more, what it holds with its titles somewhat, and where the
# search put it. Of 139 questions over three archives whose answer was in reach, the right sentence comes
# first for 89, with a standing of 0.15 and no titles for 82.
OWN_WORTH = 0.5
TITLED_WORTH = 0.25
STANDING_WORTH = 0.5
# A sentence that answers holds so much of the topic itself.
OWN_SHARE = 0.5
# So many words of the topic may stand nowhere around the sentence that answers: staff call one thing by
# another name.
MOST_MISSES = 1
# A word that says little of what a question is about.
LIGHT_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a hit with what speaks for it, each from 0 to 1.

    ``own`` is the share of the topic that the sentence itself holds, ``titled`` that with its titles,
    ``around`` what it holds with the sentence before, the passage and the titles, the further away the less.
    ``surest`` is how surely it holds the word that it holds most surely. ``standing`` is the hit's score
    beside the best; ``misses`` counts the words that stand nowhere there.
    """

    hit: Json
    sentence: Sentence
    own: float
    around: float
    titled: float
    surest: float
    standing: float
    misses: int

    @property
    def source(self) -> Json:
        """The passage that the sentence stands in, as the index holds it."""
        found: Json = self.hit["_source"]
        return found


def names_topic(one: Said) -> bool:
    """Tell whether the sentence itself holds half of the topic, and not by likenesses alone."""
    return one.own >= OWN_SHARE and (one.surest >= SAME or one.own >= VARIANT)


def worth(one: Said, own: float | None = None, fit: float = 1.0) -> float:
    """Return what speaks for the sentence, from 0 to 2.25.

    :param own: how much of the topic it holds itself, where that is known better.
    :param fit: how well it holds what is asked for.
    """
    evidence = one.around + OWN_WORTH * (one.own if own is None else own) + TITLED_WORTH * one.titled
    return evidence * fit + STANDING_WORTH * one.standing


def said(topic: Sequence[Word], hits: Sequence[Json], counts: Callable[[str], object]) -> Iterator[Said]:
    """Yield the sentences of the hits that count, with their evidence; without a topic there are none."""
    best = max((hit["_score"] or 0.0 for hit in hits), default=0.0)
    if not topic or not best:
        return
    for hit in hits:
        found = sentences(hit["_source"])
        counting = [(one, before) for before, one in pairwise([None, *found]) if one and counts(one.text)]
        if counting:
            yield from _said(topic, hit, counting, (hit["_score"] or 0.0) / best)


def _said(
    topic: Sequence[Word], hit: Json, found: Sequence[tuple[Sentence, Sentence | None]], standing: float
) -> Iterator[Said]:
    """Yield the sentences with their evidence; beside each stands the one before it."""
    source = hit["_source"]
    named = held(topic, titles(source))
    around = most(named, held(topic, source["text"]))
    for sentence, before in found:
        here = held(topic, sentence.text)
        near = most(here, held(topic, before.text), SENTENCE_BEFORE) if before else here
        whole = most(near, around, AROUND)
        yield Said(
            hit=hit,
            sentence=sentence,
            own=weighed(topic, here),
            around=weighed(topic, whole),
            titled=weighed(topic, most(here, named)),
            surest=max(here),
            standing=standing,
            misses=misses(topic, whole),
        )


def titles(source: Json) -> str:
    """Return the titles and headings that the passage stands under, and what it decides on."""
    bilag = source.get("bilag") or {}
    named = (source["punkt"]["title"], bilag.get("title"), source.get("heading"), decided_on(source))
    return " ".join(filter(None, named))


def decided_on(source: Json) -> str | None:
    """Return what was proposed, where the passage decides on it."""
    return source.get("matter") if source["part"] == "beslutning" else None


def share_held(topic: Sequence[Word], text: str) -> float:
    """Return how much of the topic the text holds, from 0 to 1; of no topic, everything does."""
    return weighed(topic, held(topic, text)) if topic else 1.0


def weighed(topic: Sequence[Word], shares: Sequence[float]) -> float:
    """Return the shares of the words as one, from 0 to 1."""
    weights = [LIGHT_WEIGHT if word.is_light else 1.0 for word in topic]
    return sum(map(float.__mul__, weights, shares)) / sum(weights)


def misses(topic: Sequence[Word], shares: Sequence[float]) -> int:
    """Return how many words of the topic, the light ones aside, are not held at all.

    One that the question is bound to is as many as must not be missing.
    """
    missing = [word for word, share in zip(topic, shares, strict=True) if not share and not word.is_light]
    return sum(1 + MOST_MISSES * word.is_bound for word in missing)


def most(one: Shares, other: Shares, worth: float = 1.0) -> Shares:
    """Return for each word the larger share, the other's counted at its worth."""
    return tuple(max(here, worth * there) for here, there in zip(one, other, strict=True))
