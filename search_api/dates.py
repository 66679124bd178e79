"""Dates and periods in a sentence."""

import re

from search_api.amounts import FEW

_MONTH = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"

# 1. februar 2031 · 1/2 2031 · primo marts · uge 12 · 2. kvartal · nytår
DAY = re.compile(
    rf"\b{_MONTH}\b|\b\d{{1,2}}[./]\s?\d{{1,2}}[.\s/-]+\s?(?:20)?\d\d\b|\buge(?:rne)?\s+\d"
    r"|\b\d\.\s(?:kvartal|halvår)|\bnytår\b",
    re.IGNORECASE,
)
# i foråret · inden 2031 · om et halvt år
SEASON = re.compile(
    r"\b(?:foråret|sommeren|efteråret|vinteren|årsskiftet|sommerferien|(?:i|fra|inden|senest) 20\d\d)\b"
    rf"|\bom (?:et|en|{FEW}|\d+) (?:halvt )?(?:år|måned|måneder|uger?|dage?)\b",
    re.IGNORECASE,
)
