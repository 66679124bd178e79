"""What a question after a particular cannot do without: who, where, or that it has happened."""

import re

from search_api.decision_words import words_a_decision
from search_api.evidence import Said
from search_api.quoting import in_minutes

_NAME = r"[A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+)+"
# Hvem er (ny) formand for havneudvalget?
_WHO_IS = re.compile(
    r"hvem (?:er|var|bliver|blev) (?:(?:den|nye?|vores|kommunens|nuværende) )*(?P<role>[^\W\d_]{4,})\b",
    re.IGNORECASE,
)
_ROLE_LETTERS = 6
# Hvor ligger havnekontoret?
_WHERE_IS = re.compile(
    r"hvor (?:ligger|bor|findes|holder \w+ til|er (?!det)\w+ (?:placeret|henne)$)", re.IGNORECASE
)
_PLACE = re.compile(
    r"\b(?:i|på|ved|hos|bag|nær|overfor|over for|til|fra) (?:\w+ )?[A-ZÆØÅ]\w+"
    r"|\b[A-ZÆØÅ]\w*(?:vej|gade|plads|torv|allé|stræde|vænge|park|havn)\w*\b"
)
# Blev cykelstien forlænget? · Hvilke stier blev valgt?
_CAME_OF_IT = re.compile(
    r"(?:(?:blev|fik|kom|lykkedes|nåede)\b|(?:hvil(?:ken|ket|ke)|hvad for) [^?.,]*\bblev\b)", re.IGNORECASE
)


def tells_particular(question: str, one: Said) -> bool:
    """Tell whether the sentence holds what the question cannot be answered without, if it asks for any such.

    Who somebody is takes a name beside what they are, where something lies a place, and what came of a matter
    what was decided or said of it later than its proposal.
    """
    text = one.sentence.text
    if who := _WHO_IS.match(question):
        role = rf"(?i:\w*{who['role'][:_ROLE_LETTERS]}\w*)"
        before, behind = rf"{role},? (?:\w+ )?{_NAME}", rf"{_NAME},? (?:\(|(?:er|var|som) )?(?:\w+ )?{role}"
        return bool(re.search(f"{before}|{behind}", text))
    if _WHERE_IS.match(question):
        return bool(_PLACE.search(text))
    if _CAME_OF_IT.match(question):
        return in_minutes(one) or one.source["part"] == "bilag" or words_a_decision(text)
    return True
