"""Dates and periods in a sentence."""

import re

from records.danish_dates import MONTHS
from search_api.amounts import FEW

_MONTH = rf"(?:{'|'.join(MONTHS)})"

_COUNT = rf"(?:{FEW}|\d+)"
_PERIOD = r"(?:dage?|døgn|uger?|måned(?:er)?|mdr|kvartaler|år)"

# 1. februar 2031 · 1/2 2031 · primo marts · uge 12 · 2. kvartal · nytår
# efter 3 og 9 måneder · ved årets udgang
DAY = re.compile(
    rf"\b{_MONTH}\b|\b\d{{1,2}}[./]\s?\d{{1,2}}[.\s/-]+\s?(?:20)?\d\d\b|\buge(?:rne)?\s+\d"
    r"|\b\d\.\s(?:kvartal|halvår)|\bnytår\b|\bårets udgang\b|\budgangen af (?:året|20\d\d)\b"
    rf"|\befter {_COUNT}(?: (?:og|eller) {_COUNT})? {_PERIOD}\b",
    re.IGNORECASE,
)
# i foråret · inden 2031 · om et halvt år
SEASON = re.compile(
    r"\b(?:foråret|sommeren|efteråret|vinteren|årsskiftet|sommerferien|(?:i|fra|inden|senest) 20\d\d)\b"
    rf"|\bom (?:et|en|{FEW}|\d+) (?:halvt )?(?:år|måned|måneder|uger?|dage?)\b",
    re.IGNORECASE,
)
# tirsdag kl. 9 · medio april · i midten af september
CLOCK = re.compile(
    r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag\w*\b|\bkl\. ?\d|\b(?:medio|primo|ultimo)\b|\bi midten af\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b|\buge(?:rne)? \d", re.IGNORECASE)
# i op til 6 måneder · et toårigt forsøg · frem til nytår
SPAN = re.compile(
    rf"\b(?:{_COUNT}|et|en|et halvt|halvandet) {_PERIOD}\b|\b(?:{FEW}|et|\d+)[- ]?årig"
    r"|\b(?:indtil|frem til|til og med|udgangen af)\b",
    re.IGNORECASE,
)
# hver anden uge · to gange om året · månedligt
FREQUENCY = re.compile(
    rf"\b(?:en|én|{_COUNT}) gange?\b|\bhvert? (?:[\w.]+ )?(?:dag|uge|måned|mdr|md|kvartal|halvår|år)\b"
    r"|\b(?:daglig|ugentlig|månedlig|kvartalsvis|halvårlig|årlig)t?\b",
    re.IGNORECASE,
)
