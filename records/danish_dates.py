"""Dates as they are written in Danish."""

from datetime import date
from typing import Final

MONTHS: Final = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
MONTH: Final = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBERS: Final = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation."""
    return _NUMBERS[name[:3].lower()]


def danish_date(day: date) -> str:
    """Return the date with the month's name, "12. juni 2023"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
