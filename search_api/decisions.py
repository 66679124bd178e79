"""Decisions: the punkt's own where it is on the topic, else the sentence that says what was decided."""

import re
from collections.abc import Sequence

from search_api.candidates import Candidate
from search_api.decision_words import settles, words_a_conclusion, words_a_decision, words_a_remark
from search_api.evidence import OWN_SHARE, Json, Said, names_topic, said, worth
from search_api.formal_decisions import Formal, formal_decisions
from search_api.models import Answer
from search_api.question_kinds import asks_what_others_said
from search_api.quoting import in_minutes, quote_sentence
from search_api.sentence_choice import choose_sentence
from search_api.timeline import with_timeline
from search_api.understanding import Understanding

# A sentence that words a decision answers when its worth is so much.
SURE = 1.45
# By so much more of the topic must it hold to lead over a punkt's formal decision.
CLEARLY_MORE = 0.15
# What is asked for as decided is not told by what was merely said.
_DECIDED = re.compile(
    r"\b(?:beslut+et|beslut+ede|vedtaget|vedtog|godkendt|godkendte|valgte|afvist|afviste|forkastet|bestemt|bestemte"
    r"|prioriterede|udvalgte)\b",
    re.IGNORECASE,
)
# Hvad sagde rådmanden til cykelstien? · Hvad er meldt ud om cykelstien?
_SAID = re.compile(
    r"\b(?:sagt(?! ja| nej)|sagde(?! \w+ (?:ja|nej))|meldt ud|mente|mener|ønskede|bemærke\w*|drøftet"
    r"|lagde vægt)\b(?: (?P<who>rådmanden|direktøren|udvalget|byrådet)\b)?",
    re.IGNORECASE,
)
# What was decided is told outside the minutes too. Of eleven such sentences over three archives the seven
# right ones stand at 0.73 and above beside the best, of the four wrong ones three at 0.72 and below.
NEAR_ENOUGH = 0.7
# A conclusion that words no decision answers only from what the search put first, or hardly behind it.
NEAR_BEST = 0.9


_BODY = "(?:byråd|magistrat|bestyrelse)"
_SETTLED = r"(?:beslut+et|godkendt|vedtaget|afvist|forkastet|bestemt|tiltrådt|valgt)"
# Hvad besluttede byrådet? · Er den vedtaget af byrådet? · Har byrådet godkendt broen? · byrådets beslutning
# Hvad blev besluttet om broen i byrådet? (But not: … om mødet i byrådets sal?)
_DECIDER = re.compile(
    rf"\b(?:beslut+ede|vedtog|godkendte|afviste|valgte|sagde|{_SETTLED} (?:af|i)) (?:\w+ )?(?P<by>{_BODY})"
    rf"|\bhar (?:\w+ )?(?P<has>{_BODY})\w* (?:\w+ )?{_SETTLED}\b"
    rf"|\b{_SETTLED}\b[^,.;:?–]* (?:af|i) (?P<within>{_BODY})(?:et|en)?\W*$"
    rf"|\b(?P<of>{_BODY})\w*s (?:beslutning|afgørelse)",
    re.IGNORECASE,
)


def choose_decision(
    understanding: Understanding, about: Sequence[Candidate], hits: Sequence[Json]
) -> Answer | None:
    """Return the newest of the weightiest decisions on the topic, with all of them on its timeline.

    :param about: the punkter that are about the topic.
    """
    question = understanding.question
    about, hits = _of_who_decided(question, about), told_by_who_decided(question, hits)
    if remark := _remark(understanding, hits):
        return quote_sentence(remark)
    if asks_what_others_said(question):
        return None
    topic = understanding.words
    formals = formal_decisions(topic, about)
    formal = max((one for one in formals if one.speaks), key=lambda one: one.weight, default=None)
    decided = bool(_DECIDED.search(question))
    noted = choose_sentence(topic, hits, lambda one: _is_noted(one, decided))
    if noted and formal and _knows_more(noted, formal):
        return quote_sentence(noted)
    worded = _worded(list(said(topic, hits, settles)), about)
    if formal and not (worded and _says_more(worded, formal)):
        return with_timeline(formal.quoted(), [one.quoted() for one in formals if one.is_of_the_matter])
    best = noted if noted and not (worded and _decides_better(worded, noted)) else worded
    return quote_sentence(best) if best else None


def _of_who_decided(question: str, about: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the punkter of the council or board that is asked about by name, or that name it; else all."""
    body = _who_decided(question)
    return [
        one
        for one in about
        if not body or body in f"{one.meeting.body} {(one.beslutning or {}).get('text', '')}".lower()
    ]


def told_by_who_decided(question: str, hits: Sequence[Json]) -> Sequence[Json]:
    """Return what is of the council or board that is asked about by name, or tells of it; else all.

    What others decided to recommend to it is not its decision.
    """
    body = _who_decided(question)
    return [
        one
        for one in hits
        if not body or body in f"{one['_source']['meeting'].get('body')} {one['_source']['text']}".lower()
    ]


def _who_decided(question: str) -> str:
    """Return the council or board that is asked about, nothing where none is."""
    met = _DECIDER.search(question)
    return next(filter(None, met.groups())).lower() if met else ""


def _remark(understanding: Understanding, hits: Sequence[Json]) -> Said | None:
    """Return what the minutes say was said, where that is asked for, by the one who is asked about first."""
    asked = _SAID.search(understanding.question)
    if not asked:
        return None
    topic, who = understanding.words, asked["who"]

    def is_by(one: Said) -> bool:
        return in_minutes(one) and who.lower() in one.sentence.text.lower()

    theirs = choose_sentence(topic, hits, is_by) if who else None
    return theirs or choose_sentence(topic, hits, in_minutes)


def _worded(sentences: Sequence[Said], about: Sequence[Candidate]) -> Said | None:
    """Return the sentence that best says what was decided on the topic, if one surely does."""
    placed = [one for one in sentences if _is_placed(one) and not one.misses]
    decided = [one for one in placed if words_a_decision(one.sentence.text)]
    best = max(decided, key=worth, default=None)
    if best and worth(best) >= SURE:
        return best
    concluded = [one for one in _concluding(sentences) if names_topic(one)]
    return max(concluded, key=worth, default=None) or _last_word(sentences, about)


def _is_placed(worded: Said) -> bool:
    """Tell whether the decision stands in minutes, or is told in what the search put high.

    An agenda says what is to be decided; what was, it tells in passing.
    """
    told = worded.source["part"] != "dagsorden" and worded.standing >= NEAR_ENOUGH
    return in_minutes(worded) or told


def _concluding(sentences: Sequence[Said]) -> list[Said]:
    """Return the sentences that say what comes of the matter, in the minutes that were found first."""
    return [
        one
        for one in sentences
        if in_minutes(one) and one.standing >= NEAR_BEST and words_a_conclusion(one.sentence.text)
    ]


def _last_word(sentences: Sequence[Said], about: Sequence[Candidate]) -> Said | None:
    """Return what ends the minutes of a punkt whose title is about the topic and that decided nothing."""
    undecided = {one.punkt.id for one in about if one.title_is_about and not one.is_decided}
    ending = [one for one in _concluding(sentences) if one.source["punkt"]["id"] in undecided]
    return ending[-1] if ending else None


def _says_more(worded: Said, formal: Formal) -> bool:
    decides = words_a_decision(worded.sentence.text) and worded.own >= OWN_SHARE
    return decides and worded.around >= formal.share + CLEARLY_MORE


def _decides_better(worded: Said, noted: Said) -> bool:
    """Tell whether the decision was noted in minutes too, or holds clearly more than what was noted."""
    return in_minutes(worded) or worded.own >= noted.own + CLEARLY_MORE


def _is_noted(one: Said, decided: bool) -> bool:
    """Tell whether the minutes note the sentence as what came of the matter, or else was said of it."""
    text = one.sentence.text
    settled = one.source["part"] == "beslutning" or settles(text)
    if decided:
        return in_minutes(one) and settled and not one.misses
    return in_minutes(one) and (settled or words_a_remark(text))


def _knows_more(noted: Said, formal: Formal) -> bool:
    """Tell whether the minutes speak of what neither the punkt's title nor its decision does."""
    return formal.gaps > 0 and noted.titled > formal.share
