"""What kinds of sentence a question wants, and how well a sentence is of one of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from search_api.amounts import MONEY, SHARE, SIZE, numbers
from search_api.asked import Asked, asked
from search_api.asked import fit as fits_number
from search_api.dates import CLOCK, DAY, SEASON, YEAR
from search_api.decision_words import EXPECTED, settles, words_a_decision, words_a_remark
from search_api.evidence import Said
from search_api.follow_ups import HAS_TASK
from search_api.question_kinds import Kind, asks_what_others_said
from search_api.question_rules import Intent
from search_api.quoting import in_minutes
from search_api.understanding import Understanding

# How well a sentence fits, where that is not told by the number in it.
WELL = 1.0
RATHER = 0.7
SOMEWHAT = 0.5
HARDLY = 0.3
# A number of something else, perhaps by another name.
BARELY = 0.1
NOT = 0.0
# Of no kind in particular.
ANY = 0.5

_OF_INTENT: Mapping[Intent, frozenset[Kind]] = {
    "amount": frozenset({"number"}),
    "follow_up": frozenset({"holder"}),
    "decision": frozenset({"decision"}),
}
# What is asked for as decided is not told by what was merely said of it.
_DECIDED = re.compile(
    r"\b(?:beslut+et|beslut+ede|vedtaget|vedtog|godkendte?|valgte|afvist|afviste|forkastet|bestemte?|udvalgte"
    r"|aftalt|ja til|beslutning(?:en)?|resultatet|konklusion(?:en)?)\b",
    re.IGNORECASE,
)

# Anna · ABC · Borgerservice · økonomichefen
_HOLDER = (
    r"(?:(?!(?:Det|Der|De|Den|Som|Hvis|Når|Status)\b)[A-ZÆØÅ][\wæøåÆØÅ&-]+"
    r"|\w*(?:forvaltning|sekretariat|afdeling|direktion|direktør|chef|leder|cent|team)\w*(?:e[nt]|ret|rne))"
)
_DOES = (
    r"(?:følger|undersøger|kontakter|tager (?:\S+ )*(?:op|af|kontakt|initiativ)|sender|taler|vender|sørger"
    r"|laver|inviterer|udarbejder|står for|fremlægger|koordinerer|indkalder|varetager|arbejder|spørger"
    r"|afklarer|udpeger|finder|skriver|sikrer|melder|bestiller|svarer|opretter|beder|leder|bringer|hører"
    r"|får en aftale|kommer med)"
)
_HOLDS = re.compile(
    rf"{_HOLDER}(?:,? [\w&.-]+){{0,3}}? {_DOES}\b|\b[Aa]nsvarlige?\b|\b[Ff]orankre\w+ (?:i|hos)\b"
    r"|\bligger hos\b|\b(?:som|der) \w+ er formand\b|\b[Ii]nitiativpligt|\b[Tt]ovholder"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kinds that a question wants, what number it asks for, and whether for what was decided."""

    kinds: frozenset[Kind]
    number: Asked
    decided: bool


def wanted(understanding: Understanding) -> Wanted:
    """Return what the question wants; none of the kinds where its words do not say."""
    question = understanding.question
    kinds = understanding.kinds | _OF_INTENT.get(understanding.intent, frozenset())
    if asks_what_others_said(question):
        kinds -= {"decision"}
    return Wanted(kinds, asked(understanding), bool(_DECIDED.search(question)))


def fit(what: Wanted, one: Said) -> float:
    """Return how well the sentence is of a kind that is wanted, from 0, which is no answer, to about 1."""
    text = one.sentence.text
    found = []
    if "time" in what.kinds and what.number.kind not in ("span", "frequency"):
        found.append(_time(text))
    if "number" in what.kinds:
        found.append(_number(what.number, text))
    if "holder" in what.kinds:
        found.append(_holder(one))
    if "decision" in what.kinds and not found:
        found.append(_decision(what, one))
    if "yes or no" in what.kinds:
        found.append(_yes_or_no(one))
    return max(found, default=ANY)


def _time(text: str) -> float:
    if DAY.search(text) or CLOCK.search(text):
        return WELL
    return SOMEWHAT if SEASON.search(text) or YEAR.search(text) else NOT


def _number(what: Asked, text: str) -> float:
    if what.kind == "count":
        return WELL if fits_number(what, text) >= WELL else BARELY if any(numbers(text)) else NOT
    if what.kind in ("money", "share", "span", "frequency"):
        return fits_number(what, text)
    found = any(numbers(text)) or any(kind.search(text) for kind in (MONEY, SHARE, SIZE))
    return WELL if found else NOT


def _holder(one: Said) -> float:
    text = one.sentence.text
    if _is_follow_up(one) or _HOLDS.search(text):
        return WELL
    return SOMEWHAT if in_minutes(one) and HAS_TASK.search(text) else NOT


def _is_follow_up(one: Said) -> bool:
    """Tell whether the sentence was read as a follow-up, or is a part of one."""
    record: Mapping[str, Any] = one.source.get("record") or {}
    text = " ".join(one.sentence.text.split())
    quotes = (" ".join(follow_up["quote"].split()) for follow_up in record.get("follow_ups", ()))
    return any(text in quote or quote in text for quote in quotes)


def _decision(what: Wanted, one: Said) -> float:
    """Return how well it tells what was decided; the agenda, and what is expected, tell nothing of it."""
    text, part = one.sentence.text, one.source["part"]
    if EXPECTED.search(text) or part == "dagsorden":
        return NOT
    if words_a_decision(text) or part == "beslutning":
        return WELL
    if settles(text) and (in_minutes(one) or not what.decided):
        return RATHER
    if words_a_remark(text) and (in_minutes(one) or not what.decided):
        return SOMEWHAT
    return NOT if what.decided else HARDLY


def _yes_or_no(one: Said) -> float:
    if one.source["part"] == "dagsorden" or EXPECTED.search(one.sentence.text):
        return NOT
    return RATHER if one.source["part"] == "beslutning" or words_a_decision(one.sentence.text) else ANY
