"""The days and months that a question names: the meeting's, as a rule.

"rådmandsmødet 23/1-24" shares no word with the minutes of 23. januar 2024, whose day stands on their first
page only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from records.danish_dates import MONTH, MONTHS, month_number

Json = dict[str, Any]

# den 23. januar 2024 · 23. jan. · 23/1-24 · (23/1) · 23.1.2024 · januar 2024
_DAY = (
    rf"(?:\bd(?:en|\.) )?(?P<day>\d{{1,2}})(?:\. ?(?P<month>{MONTH})\b\.?|/ ?(?P<number>\d{{1,2}})"
    r"|[.-](?P<dotted>\d{1,2})(?=[.-](?:20)?\d\d(?!\d)))(?:[ ./-]{1,2}(?P<year>(?:20)?\d\d)(?![\d/]))?"
)
_MONTH_OF_A_YEAR = rf"\b(?P<month_alone>{MONTH})\.? (?P<its_year>20\d\d)"
# åbent 24/7 · 1/2 plads · 3/4 af broerne, but the days 24/7-31 and 1/2
_ROUND_THE_CLOCK = r"24/7(?![ ./-]{1,2}(?:20)?\d\d(?!\d))"
_FRACTION = (
    r"[1-3]/[2-4] (?:af|plads\w*|stilling\w*|årsværk|år|måned|uge|dag|døgn|time\w*|mio|million\w*|pct|procent"
    r"|km|m|liter|portion\w*|side\w*)\b"
)
_NAMED = re.compile(
    rf"(?<![\d./-])(?!{_ROUND_THE_CLOCK}|{_FRACTION})(?:{_DAY}|{_MONTH_OF_A_YEAR})(?!\d)", re.IGNORECASE
)
# siden 1. januar · efter den 1. januar: not that day's meeting
_SINCE = re.compile(r"\b(?:siden|efter) $", re.IGNORECASE)
_CENTURY = 2000
# Of a day without a year every one of these may be meant.
_YEARS = range(1990, 2060)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day, or a month of a year; a day's year may be unknown."""

    day: int | None
    month: int
    year: int | None

    @property
    def spelled(self) -> str:
        """As it is written out: "23. januar 2024"."""
        parts = (f"{self.day}." if self.day else "", MONTHS[self.month - 1], str(self.year or ""))
        return " ".join(filter(None, parts))

    def is_of(self, day: str | None) -> bool:
        """Tell whether it is this day (ISO 8601), or the day lies in it."""
        if not day:
            return False
        found = date.fromisoformat(day)
        of_day, of_year = self.day in (None, found.day), self.year in (None, found.year)
        return of_day and of_year and found.month == self.month

    def may_be(self, other: "NamedDay") -> bool:
        """Tell whether the other names this day, or one of this month, as far as their years are known."""
        years = {self.year, other.year} - {None}
        return len(years) < 2 and self.day in (None, other.day) and self.month == other.month

    def clause(self) -> Json:
        """Return the query for the meetings that it names."""
        if self.year and self.day is None:
            month = f"{self.year}-{self.month:02}||/M"
            return {"range": {"meeting.date": {"gte": month, "lte": month, "format": "yyyy-MM"}}}
        years = (self.year,) if self.year else _YEARS
        real = (year for year in years if _is_day(year, self.month, self.day))
        return {"terms": {"meeting.date": [f"{year}-{self.month:02}-{self.day:02}" for year in real]}}


def named_days(question: str) -> tuple[NamedDay, ...]:
    """Return the days and months that the question names."""
    return tuple(dict.fromkeys(named for _, named in _met(question)))


def without_days(text: str) -> str:
    """Return the text without the days and months that it names."""
    for span, _ in reversed([*_met(text)]):
        text = f"{text[: span.start()]} {text[span.end() :]}"
    return text


def on_the_days(days: Sequence[NamedDay], hits: Sequence[Json]) -> Sequence[Json]:
    """Return the hits of the meetings on these days, and those that tell of them; without any, all hits."""
    told = [hit for hit in hits if _tells_of(days, hit["_source"])] if days else []
    return told or hits


def _tells_of(days: Sequence[NamedDay], source: Mapping[str, Any]) -> bool:
    if any(day.is_of(source["meeting"].get("date")) for day in days):
        return True
    return any(day.may_be(told) for told in named_days(source["text"]) for day in days)


def _met(text: str) -> Iterator[tuple[re.Match[str], NamedDay]]:
    for match in _NAMED.finditer(text):
        named = _read(match)
        if named and not _SINCE.search(text, endpos=match.start()):
            yield match, named


def _read(match: re.Match[str]) -> NamedDay | None:
    if match["month_alone"]:
        return NamedDay(None, month_number(match["month_alone"]), int(match["its_year"]))
    number = match["number"] or match["dotted"]
    month = month_number(match["month"]) if match["month"] else int(number)
    year = int(match["year"]) % _CENTURY + _CENTURY if match["year"] else None
    day = int(match["day"])
    # A leap year, so that 29 February is a day.
    return NamedDay(day, month, year) if _is_day(year or _CENTURY, month, day) else None


def _is_day(year: int, month: int, day: int | None) -> bool:
    try:
        date(year, month, day or 1)
    except ValueError:
        return False
    return True
