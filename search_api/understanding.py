"""What a question asks for: its intent, its topic and the terms that must be met exactly."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from search_api.named_days import NamedDay, named_days, without_days
from search_api.operators import NO_OPERATORS, Operators, without_operators
from search_api.question_kinds import Kind, kinds_asked_for
from search_api.question_rules import Intent, Reading, read_question
from search_api.spelling_letters import fold
from search_api.thesaurus import NO_THESAURUS, Thesaurus, Word
from search_api.topic import searchable, squeezed

# So many words of a question a passage may well hold. No judged query has more, but four of what staff would
# ask, and 165 of Folketing's 180 questions.
WORDS_OF_A_PASSAGE = 9


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question, understood; ``topic`` is what it is about, ``question`` what was asked, without quotes.

    ``words`` are the topic's words that tell something, with what else may stand for them, and ``days`` what
    it names of the calendar; ``asks`` tells whether it is a question, and not bare words to search for.
    """

    intent: Intent
    topic: str
    question: str
    phrases: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    operators: Operators = NO_OPERATORS
    asks: bool = False
    kinds: frozenset[Kind] = frozenset()
    days: tuple[NamedDay, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it has so many words that no passage holds most of them."""
        return len(self.words) > WORDS_OF_A_PASSAGE

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of law that are asked for, as "§ 85a"."""
        return tuple(word.text for word in self.words if word.text.startswith("§"))


# »"fleksible pladser"« or »»fleksible pladser««
_QUOTED = re.compile('["“”„»«]([^"“”„»«]+)["“”„»«]')
# EMN-2023-012345, however it is put together: EMN2023012345 · EMN 2023-012345
_EMN = r"EMN[-: ]*(?P<year>\d{4})[- ]?(?P<number>\d{4,})"
# What is no case number unless it is called one: sagsnr. 23-04567 · sag 2010-471 · sag:23/2045
_LABEL = r"(?:sag(?:en|s(?:nr|nummer|id)\.?)?|journalnr\.?)\s*:?\s*(?:nr\.?\s*)?"
_LABELLED = r"\d{2,4}[-/]\d{3,}"
# 23/04567 · 2023-4567 · 27.15.00-G01-3-22, but not the years 2023-2026 and 2023/2024, the week 10/2023 and
# the day 23/10/2023
_PLAIN = (
    r"(?<!/)\d{2,4}/(?!(?:19|20)\d\d\b)\d{3,}|20\d\d-(?!20\d\d\b)\d{4,}"
    r"|\d{2}\.\d{2}\.\d{2}-[A-Z]\d{2}-\d+-\d{2}"
)
_CASE = re.compile(
    rf"\b(?:(?:{_LABEL})?(?:{_EMN}|(?P<plain>{_PLAIN}))|{_LABEL}(?P<labelled>{_LABELLED}))\b", re.IGNORECASE
)
# paragraf 12
_PARAGRAPH_IN_WORDS = re.compile(r"\bparagraf(?:fen)?\s+(?=\d)", re.IGNORECASE)
# §§ 12, 13a og 14
_PARAGRAPHS = re.compile(r"§§ ?(\d+ ?[a-h]?(?:(?: ?, ?| og | ?[-–] ?)\d+ ?[a-h]?)+)(?![^\W_])", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+) ?([a-h]?)", re.IGNORECASE)

# Hvor mange cykler er der i Nordby? · … ved den gamle bro · Støtter TEK cykelstien? · … i budget 2031
_BOUND = re.compile(
    r"\b(?:i|på|ved|hos|fra|til) (?:(?:den|det|de|en|et) )?(?P<after>[^\W\d_]+)|(?<=\w )(?P<name>[A-ZÆØÅ]\w+)"
    r"|(?P<number>\d[\w]*)"
)
# Blev cykelstien flyttet? · Hvad kræves der af cyklisterne? · Hvem foreslog cykelstien?
_BOUND_VERB = re.compile(
    r"^(?:er|blev|bliver|har) .*?(?P<became>\w+(?:t|te|ede))$|^hv(?:ad|em) (?P<done>\w+)", re.IGNORECASE
)

# With more words around it, what stands in quotes is the name of something, and not a way to search: of
# Folketing's 180 questions 24 quote so, and the replies to them hardly ever do.
MAX_WORDS_AROUND_A_PHRASE = 9
# Each must be met, or is of one meeting, so more of them find nothing more; and each makes its own clauses.
MOST_EXACT = 3


def understand(question: str, thesaurus: Thesaurus = NO_THESAURUS) -> Understanding:
    """Return what the question asks for; the topic of a question that fits no rule is the question."""
    question, operators = without_operators(question, thesaurus)
    question = _PARAGRAPH_IN_WORDS.sub("§ ", question)
    question = _PARAGRAPHS.sub(lambda list_: _NUMBER.sub(r"§ \1\2", list_[1]), question)
    cases = tuple(map(_case_number, _CASE.finditer(question)))[:MOST_EXACT]
    unquoted = re.sub('["“”„»«]', " ", _CASE.sub(" ", question))
    reading = _read(unquoted)
    kinds = kinds_asked_for(unquoted)
    topic = searchable(reading.topic)
    words = thesaurus.words(without_days(topic)) or thesaurus.words(topic)
    return Understanding(
        intent=reading.intent,
        topic=topic,
        question=squeezed(unquoted),
        phrases=_phrases(_CASE.sub(_case_number, question)),
        cases=cases,
        words=_with_bound(words, topic, squeezed(unquoted)),
        operators=operators,
        asks=reading.asks or bool(kinds),
        kinds=kinds,
        days=named_days(unquoted)[:MOST_EXACT],
    )


def _read(question: str) -> Reading:
    """Return the reading of the question, and where no rule knows it, that of what it asks on no day."""
    reading = read_question(question)
    undated = without_days(question)
    if reading.intent != "none" or undated == question:
        return reading
    known = read_question(undated)
    return reading if known.intent == "none" else known


def _case_number(met: re.Match[str]) -> str:
    """Return the case number as the index writes it."""
    return f"EMN-{met['year']}-{met['number']}" if met["year"] else met["plain"] or met["labelled"]


def _phrases(question: str) -> tuple[str, ...]:
    """Return the phrases that must be met word for word: those in quotes, unless named in passing."""
    if len(_QUOTED.sub(" ", question).split()) > MAX_WORDS_AROUND_A_PHRASE:
        return ()
    phrases = (phrase.strip() for phrase in _QUOTED.findall(question))
    return tuple(phrase for phrase in phrases if phrase)[:MOST_EXACT]


def _with_bound(words: Iterable[Word], topic: str, question: str) -> tuple[Word, ...]:
    """Return the words, and those that the question is bound to known as such."""
    met = (*_BOUND.finditer(topic), *_BOUND_VERB.finditer(question))
    bound = {fold(word) for one in met for word in one.groups() if word}
    return tuple(replace(word, is_bound=word.text in bound) for word in words)
