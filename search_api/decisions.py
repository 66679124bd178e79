"""Decisions: the punkt's own where it is on the topic, else the sentence that says what was decided."""

from collections.abc import Sequence

from search_api.candidates import MINUTES, Candidate
from search_api.decision_words import settles, words_a_conclusion, words_a_decision
from search_api.evidence import Json, Said, said, worth
from search_api.formal_decisions import Formal, formal_decisions
from search_api.models import Answer
from search_api.quoting import Kind, quote_sentence
from search_api.thesaurus import Word
from search_api.timeline import with_timeline

# A sentence that words a decision answers when its worth is so much.
SURE = 1.0
# By so much more of the topic must it hold to lead over a punkt's formal decision, half of it by itself.
CLEARLY_MORE = 0.15
OWN_SHARE = 0.5
# A conclusion that words no decision answers only from what the search put first, or hardly behind it.
NEAR_BEST = 0.9


def choose_decision(topic: Sequence[Word], about: Sequence[Candidate], hits: Sequence[Json]) -> Answer | None:
    """Return the newest of the weightiest decisions on the topic, with all of them on its timeline.

    :param about: the punkter that are about the topic.
    """
    formals = formal_decisions(topic, about)
    formal = max((one for one in formals if one.speaks), key=lambda one: one.weight, default=None)
    worded = _worded(list(said(topic, hits, settles)), about)
    if formal and not (worded and _says_more(worded, formal)):
        return with_timeline(formal.quoted(), [one.quoted() for one in formals if one.is_of_the_matter])
    return quote_sentence(worded, _kind(worded)) if worded else None


def _worded(sentences: Sequence[Said], about: Sequence[Candidate]) -> Said | None:
    """Return the sentence that best says what was decided on the topic, if one surely does."""
    decided = [one for one in sentences if words_a_decision(one.sentence.text)]
    best = max(decided, key=worth, default=None)
    if best and worth(best) >= SURE:
        return best
    concluded = [one for one in _concluding(sentences) if one.own >= OWN_SHARE]
    return max(concluded, key=worth, default=None) or _last_word(sentences, about)


def _concluding(sentences: Sequence[Said]) -> list[Said]:
    """Return the sentences that say what comes of the matter, in the minutes that were found first."""
    return [
        one
        for one in sentences
        if one.source["part"] in MINUTES
        and one.standing >= NEAR_BEST
        and words_a_conclusion(one.sentence.text)
    ]


def _last_word(sentences: Sequence[Said], about: Sequence[Candidate]) -> Said | None:
    """Return what ends the minutes of a punkt whose title is about the topic and that decided nothing."""
    undecided = {one.punkt.id for one in about if one.title_is_about and not one.is_decided}
    ending = [one for one in _concluding(sentences) if one.source["punkt"]["id"] in undecided]
    return ending[-1] if ending else None


def _says_more(worded: Said, formal: Formal) -> bool:
    decides = words_a_decision(worded.sentence.text) and worded.own >= OWN_SHARE
    return decides and worded.around >= formal.share + CLEARLY_MORE


def _kind(worded: Said) -> Kind:
    """Return what is quoted: the minutes, or a bilag that tells what was decided elsewhere."""
    return "referat" if worded.source["part"] in MINUTES else "fakta"
