"""Danish text cut into sentences."""

import re

# No sentence ends after these, nor after a number or a single letter.
_ABBREVIATIONS = (
    "bl.a", "ca", "d", "evt", "f.eks", "fx", "hhv", "ift", "ifm", "inkl", "jf", "kl", "kr", "m.fl", "mht",
    "mio", "mia", "nr", "pga", "pba", "pct", "pkt", "pr", "pt", "stk", "tlf", "vedr", "vær", "kap", "dvs",
    "sml",
    "str",
)  # fmt: skip
_END = re.compile(r"(?<=[.!?:])[\"”»]?\s+(?=[\"”«»]?[A-ZÆØÅ0-9§•(-])")
_NO_END = re.compile(
    r"(?:^|[\s(])(?:" + "|".join(map(re.escape, _ABBREVIATIONS)) + r"|\d{1,2}|[A-ZÆØÅ])\.$", re.IGNORECASE
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order; joined by single blanks they give the text."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        sentence = text[start : end.start()]
        if sentence.endswith(":") or _NO_END.search(sentence):
            continue
        found.append(text[start : end.start()] + end.group().rstrip())
        start = end.end()
    if text[start:].strip():
        found.append(text[start:])
    return found
