"""Personal numbers (CPR), which nothing that is kept or shown may hold."""

import re

PERSONAL_NUMBER = "[personnummer]"
_DAY, _MONTH = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
# "010203-1234", "01.02.03-1234", also over a line's end, "010203 1234"; where it is called so, ten digits.
_NUMBER = re.compile(
    rf"(?<![\d-]){_DAY}(?:{_MONTH}\d\d[ \t]+|\.?{_MONTH}\.?\d\d\s*[-–—−\u00ad]\s*)\d{{4}}(?![\d-])"
    r"|(?<!\[)\b(?:cpr|person(?:num(?:mer|re)|nr))\w*\b[^\d]{0,20}\d{6}\W{0,3}\d{4}(?!\d)"
    r"(?:\s*(?:,|og|/)\s*\d{6}\W{0,3}\d{4}(?!\d))*",
    re.IGNORECASE,
)


def masked(text: str) -> str:
    """Return the text with a mark in place of each personal number."""
    return _NUMBER.sub(PERSONAL_NUMBER, text)
