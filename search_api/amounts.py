"""Numbers in a sentence that tell how much or how many."""

import re
from collections.abc import Iterator

FEW = r"(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)"

# 1.250.000 kr. · 3,5 mio. kr. · 40.000 kroner · kr. 250,- · DKK 250
MONEY = re.compile(
    r"\b(?:kr\.?|DKK)\s?\d|\d[\d.,]*\s*(?:mio|mia|millioner|milliarder|t\.?\s?kr|tkr|kr|kroner|DKK)\b",
    re.IGNORECASE,
)
# Words that ask what something costs: koster · prisen · pristallet; but not kostpolitik, prismodtager
COSTS = r"(?:kost(?:e[rt]?|ede)|pris(?:en|er|erne|(?:tal|niveau|stigning)\w*)?)"

# 12 procent · 12,5 % · halvdelen · hver tredje
SHARE = re.compile(
    r"\d[\d,]*\s*(?:%|pct\b|procent\b)"
    r"|\b(?:halvdelen|en (?:tredje|fjerde)del|to tredjedele|hver (?:anden|tredje|fjerde|femte))\b",
    re.IGNORECASE,
)
# 19 dage · 96.000 kr. · 40 km/t · 12 %
SIZE = re.compile(
    r"\d[\d.,]*\s*(?:%|(?:pct|procent|mio|mia|kr|kroner|dkk|dage|døgn|uger|måneder|år|timer|minutter|km|meter|m2|kvm"
    r"|personer|borgere|pladser|boliger|årsværk|kwh|ton|grader)\b)",
    re.IGNORECASE,
)

# What numbers something and does not count it: "nr. 4", "uge 12", "kl. 14", "§ 85".
_NUMBERING = r"(?<!nr\. )(?<!uge )(?<!side )(?<!punkt )(?<!pkt\. )(?<!kl\. )(?<!§ )(?<!bilag )(?<!tabel )"
# What makes a day, a share, an age or a heading of a number: "4. maj", "4/5", "4 %", "18-årige", "4)".
_NO_COUNT = r"\.?\d|\)|\. ?[a-zæøå]|/\d|-årig|\s*%|\s*(?:pct|procent)\b"
_NUMBER = re.compile(
    rf"(?<![\d.,/§-]){_NUMBERING}(?:\d{{1,3}}(?:\.\d{{3}})+|\d+(?:,\d+)?)(?!{_NO_COUNT})", re.IGNORECASE
)
_IN_WORDS = re.compile(rf"\b{FEW}\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d$")


def numbers(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the numbers that count something: no day, year, paragraph, clock or share."""
    yield from (met for met in _NUMBER.finditer(sentence) if not _YEAR.match(met[0]))
    yield from _IN_WORDS.finditer(sentence)
