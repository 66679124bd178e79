"""The sentence that answers a question of whatever kind, where one surely does."""

import re
from collections.abc import Callable, Sequence

from search_api.decision_words import settles, words_a_remark
from search_api.evidence import MOST_MISSES, Json, Said, names_topic, said, worth
from search_api.particulars import tells_particular
from search_api.thesaurus import Word
from search_api.understanding import Understanding

# Only what the search put first, or hardly behind it, answers a question that asks for no kind of thing …
NEAR_BEST = 0.9
# … and is worth so much.
SURE = 1.35

# What asks for no kind of thing is known by its words alone, so the sentence must hold so much of them with
# its titles: of 30 right answers two held less, of nine wrong ones seven.
CLEAR_SHARE = 0.75
# Hvor parkerer man på cykelstien? A place, a person, a reason or a way cannot be told by the words that name
# it, so no word of the topic may be missing.
_PARTICULAR = re.compile(r"(?:hvor|hvorfor|hvordan|hvem|hvil(?:ken|ket|ke))\b", re.IGNORECASE)
# Hvad gør vi ved cykelstien? A sentence tells that which settles something or says what was wished for;
# others only tell again what the matter is.
_WHAT_IS_DONE = re.compile(r"\bhvad (?:gør|skal|sker|kan)\b", re.IGNORECASE)
_IS_DONE = re.compile(r"\bmå\b|\b(?!deres\b|vores\b|jeres\b)\w{2,}[^\Waeiouyæøå]es\b", re.IGNORECASE)
# A whole sentence has a few words and ends with a mark; a heading, a row or an address does not.
FEWEST_WORDS = 4
_ENDS = re.compile(r"[.!…][”\"»)]*$")


def choose_answering(understanding: Understanding, hits: Sequence[Json]) -> Said | None:
    """Return the sentence that answers a question that asks for no number, day, decision or task.

    The agenda tells who comes and what will be talked about, and answers nothing.
    """
    done = _WHAT_IS_DONE.search(understanding.question)
    most_misses = 0 if _PARTICULAR.match(understanding.question) else MOST_MISSES

    def is_clear(one: Said) -> bool:
        text = one.sentence.text
        tells = one.source["part"] != "dagsorden" and (not done or _tells_what_is_done(text))
        tells = tells and tells_particular(understanding.question, one)
        return tells and one.titled >= CLEAR_SHARE and one.misses <= most_misses

    return choose_sentence(understanding.words, hits, is_clear)


def _tells_what_is_done(sentence: str) -> bool:
    return settles(sentence) or words_a_remark(sentence) or bool(_IS_DONE.search(sentence))


def choose_sentence(
    topic: Sequence[Word], hits: Sequence[Json], counts: Callable[[Said], bool]
) -> Said | None:
    """Return the sentence that holds most of the topic, among those that count, if it surely answers."""
    sure = [one for one in said(topic, hits, is_whole) if _is_sure(one) and counts(one)]
    return max(sure, key=worth, default=None)


def is_whole(sentence: str) -> bool:
    """Tell whether it is a whole sentence."""
    return bool(_ENDS.search(sentence)) and len(sentence.split()) >= FEWEST_WORDS


def _is_sure(one: Said) -> bool:
    near = one.standing >= NEAR_BEST and one.misses <= MOST_MISSES
    return near and names_topic(one) and worth(one) >= SURE
