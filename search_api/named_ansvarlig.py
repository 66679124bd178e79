"""Who answers: the passages whose ansvarlig the whole query names, as a colleague's cases are searched for.

The name stands in a letterhead, which is no part of any passage's text. A question that merely holds a name
is about something else, and is answered by its words.
"""

import re
from typing import Any

from search_api.spelling_letters import fold
from search_api.understanding import Understanding

Json = dict[str, Any]

NAME = "ansvarlig"

# Less than the words of a name count for in a text, about 1, and more than a meaning that happens to lie
# near, 0.3 to 0.5 in the demo corpus.
WORTH = 0.5
# The longest name of a department in the register has five.
MOST_WORDS = 6
# The engine refuses a longer one. A name of 60 letters makes some 400.
MOST_PATTERN_CHARS = 1000

# ansvarlig: Anna Lund · Anna Lund, tovholder
_FIELD = r"(?:ansvarlig|tovholder|sagsbehandler)"
_FIELD_WORDS = re.compile(rf"^{_FIELD}\b[\s:]*|[\s,]+{_FIELD}$", re.IGNORECASE)
# Anna · Anna Bech-Lund · A. Lund
_WORDS_OF_A_NAME = re.compile(r"[^\W\d_]+\.?(?:[- ][^\W\d_]+\.?)*")
# Her other names. Of "Veje og Parker", or "Veje, Havn og Parker", a part is but a matter that it sees to.
_ANOTHER = "[A-ZÆØÅ][^ ,]*"
_SPELLINGS = {"å": "([åÅ]|[aA][aA])", "æ": "([æÆ]|[aA][eE])", "ø": "([øØ]|[oO][eE])"}


def named_ansvarlig(understanding: Understanding) -> Json | None:
    """Return the query for what the person or department answers for, None where the query is no name.

    A department is named whole or by its code, a person by any of her names in their order. One word alone is
    a name only as names are written, with a capital.
    """
    name = _asked_for(understanding)
    words = name.split()
    if not words or len(words) > MOST_WORDS or (len(words) == 1 and not name[0].isupper()):
        return None
    codes = understanding.words[0].also if len(understanding.words) == len(words) == 1 else ()
    patterns = [*map(_spelled, (name, *codes))]
    if _WORDS_OF_A_NAME.fullmatch(name):
        patterns.append(f"({_ANOTHER} )*{f' ({_ANOTHER} )*'.join(map(_spelled, words))}( {_ANOTHER})*")
    named = [
        {"regexp": {"ansvarlig": {"value": pattern}}}
        for pattern in dict.fromkeys(patterns)
        if len(pattern) <= MOST_PATTERN_CHARS
    ]
    return {"bool": {"should": named, "minimum_should_match": 1}} if named else None


def worth_of_naming(named: Json) -> Json:
    """Return the clause that scores what the query names the ansvarlig of."""
    return {"constant_score": {"filter": named, "boost": WORTH, "_name": NAME}}


def _asked_for(understanding: Understanding) -> str:
    """Return what may be a name: all that was asked but for the word for the field; nothing of a question."""
    question = understanding.question
    name = _FIELD_WORDS.sub("", question)
    asks_more = understanding.phrases or understanding.cases or understanding.days
    return "" if asks_more or (understanding.intent != "none" and name == question) else name


def _spelled(name: str) -> str:
    """Return the pattern for the name in small letters or capitals, whichever way its letters are written."""
    return "".join(map(_letter, fold(name)))


def _letter(letter: str) -> str:
    if letter.isalpha():
        return _SPELLINGS.get(letter, f"[{letter}{letter.upper()}]")
    return letter if letter.isalnum() or letter == " " else f"\\{letter}"
