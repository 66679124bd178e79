"""Dates in Danish text."""

import re
from collections.abc import Iterator
from datetime import date

from records.danish_dates import MONTH, danish_date, month_number

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
# "den 4. marts 2021", "4. marts 2021", "04-03-2021", "4/3/2021", "04.03.2021"
DATE = re.compile(
    rf"(?<![\d.])(?P<day>\d{{1,2}})(?:\. ?(?P<month>{MONTH})\b\.?,? "
    r"|[-./](?P<number>\d{1,2})[-./])(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)


def date_of(match: re.Match[str]) -> date | None:
    """Return the date that a match of :data:`DATE` tells of, None where there is no such day."""
    month = month_number(match["month"]) if match["month"] else int(match["number"])
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def dates_in(text: str) -> Iterator[date]:
    """Yield the full dates of a text in order."""
    for match in DATE.finditer(text):
        found = date_of(match)
        if found:
            yield found


def first_date(text: str) -> date | None:
    """Return the first full date of a text."""
    return next(dates_in(text), None)


def in_danish(day: date) -> str:
    """Return the date as a Dane writes it, with its weekday."""
    return f"{WEEKDAYS[day.weekday()]} den {danish_date(day)}"
