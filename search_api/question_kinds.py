"""What kinds of thing a question asks for, wherever in it that is said.

Coarser than the rules for its intent, and broader: several kinds may be asked for at once.
"""

import re
from collections.abc import Mapping
from typing import Literal

from search_api.amounts import COSTS

Kind = Literal["time", "number", "holder", "decision", "yes or no"]

_ASKED_FOR: Mapping[Kind, re.Pattern[str]] = {
    # hvornår · hvilken ugedag · fra hvilket år · start og slut
    "time": re.compile(
        r"\b(?:hvornår|dato(?:en)?|ugedag\w*|klokkeslæt\w*|hvilken (?:dag|uge|måned)|hvilket år|\w*tidspunkt"
        r"|(?:tids)?frist(?:en)?|deadlinen?|start og slut)\b",
        re.IGNORECASE,
    ),
    # hvor stor · antal · samlet beløb
    "number": re.compile(
        r"\b(?:hvor (?:meget|mange|stor\w*|lang\w*|høj\w*|tit|ofte|længe|dyr\w*)"
        rf"|antal\w*|beløb\w*|{COSTS}|udgift\w*|andel(?:en|e|ene)?)\b",
        re.IGNORECASE,
    ),
    # hvem kigger på … · hvis bord ligger den på · ansvarlig for …; "hvem er de" asks what they are
    "holder": re.compile(
        r"\b(?:hvem(?! er (?:de|det|den|man)\b)|hvis (?:bord|opgave|ansvar)|ansvarlige?|tovholder|ansvaret"
        r"|formand\w*)\b",
        re.IGNORECASE,
    ),
    # hvad blev man enige om · kom den igennem · på hvilke vilkår
    "decision": re.compile(
        r"\b(?:beslut\w*|vedtag\w*|vedtog|godkend\w*|aftal\w*|enige|enighed|afgør\w*|afvis\w*|bemærk\w*|sagt|sagde"
        r"|endte|igennem|stemt\w*|krævet|løfte\w*|udfald\w*|vilkår)\b",
        re.IGNORECASE,
    ),
    # fik de forlænget tilskuddet · …, fortsætter det · ja eller nej · overlevede broen vinteren
    # Of other verbs than these few the ending tells too little, unless the sign or the next word tells more:
    # "boliger og ældre", "elever med cykel", "blandede boliger".
    "yes or no": re.compile(
        r"\bja eller nej\b|(?:^|[–,:;?.-]\s*|\b(?:også|så|eller) )"
        r"(?:er|blev|bliver|var|har|skal|skulle|må|kan|kunne|fik|får|vil|ville|kom|gik|sagde"
        r"|\w{3,}(?:ede|er|te)\b(?=.*\?\s*$| (?:det|den|de|man|vi|jeg|du|nogen|flere)\b)"
        r"|\w{3,}ede(?= [\w-]+(?:e[nt]|e?ne)\b))\b(?! (?:hv\w+|om|for|på|i|til)\b)\s+\w+",
        re.IGNORECASE,
    ),
}
_BEGINS_WITH_ASKING_WORD = re.compile(
    r"hv(?:ad|em|ornår|or|ilken|ilket|ilke|orfor|ordan|is)\b", re.IGNORECASE
)
# Hvad sagde lodsejerne til cykelstien? · mener naboerne …
_OTHERS_SAY = re.compile(
    r"\b(?:sagde|mente|siger|mener) (?:de |den |det )?(?!(?:ja|nej|man|der|til|om|vi|de)\b)"
    r"(?![\w -]{0,40}(?:rådmand|direktør|udvalg|byråd|magistrat|bestyrelse))[^\W\d_]{3,}",
    re.IGNORECASE,
)


def asks_what_others_said(question: str) -> bool:
    """Tell whether it is asked what others said than those who decide."""
    return bool(_OTHERS_SAY.search(question))


def kinds_asked_for(question: str) -> frozenset[Kind]:
    """Return the kinds of thing that the question asks for; none where its words do not say."""
    kinds = {kind for kind, pattern in _ASKED_FOR.items() if pattern.search(question)}
    if len(kinds) > 1 or _BEGINS_WITH_ASKING_WORD.match(question):
        kinds.discard("yes or no")
    return frozenset(kinds)
