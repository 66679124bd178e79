"""When something falls due, in Danish words, as a range of days."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from indexer.reading.dates import DATE, date_of
from records.danish_dates import MONTH, MONTHS, month_number
from records.models import Due

_LEAD = r"(?:(?:senest|inden|ved|hen mod|omkring|starten af|slutningen af|udgangen af|løbet af|i) ){0,4}"
# "i 2. kvartal 2021" is said as "2. kvartal 2021", but "i marts 2021" stays.
_BARE = re.compile(r"^i (?=\d|primo|medio|ultimo|uge)", re.IGNORECASE)
_YEAR = r"(?: (?P<year>20\d{2}))?"
# "okt. 2026": the full stop belongs to the month.
_SHORT = r"(?:\.(?= 20\d{2}))?"
# "hører det ved August Lund", "taler om det omkring Maj": these stand before people too.
_BESIDE = ("ved ", "omkring ")
# "fra primo marts", "fra og med den 1. maj": when something begins; of "fra maj til juni" the end is due.
_BEGINS = re.compile(r"\bfra (?:og med )?(?:(?:den|d\.|ca\.) )?$", re.IGNORECASE)
# Winter lies in two years, so it is no date.
_SEASONS = {
    "foråret": (3, 5),
    "sommeren": (6, 8),
    "efteråret": (9, 11),
    "årsskiftet": (12, 12),
}
_PARTS = {"primo": (1, 10), "medio": (11, 20), "ultimo": (21, 31)}
_Span = tuple[date, date]


def due_in(text: str, meeting: date | None) -> Due | None:
    """Return the first due date of a text; a year that it leaves out follows from the meeting's date."""
    found: list[tuple[int, Due]] = []
    for pattern, span_of in _RULES:
        for match in pattern.finditer(text):
            span = span_of(match, meeting)
            if span and not _BEGINS.search(text[: match.start()]):
                found.append((match.start(), Due(span[0], span[1], _BARE.sub("", match.group().strip()))))
                break
    return min(found, key=lambda item: (item[0], -len(item[1].said)))[1] if found else None


def _day(match: re.Match[str], meeting: date | None) -> _Span | None:
    day = date_of(match)
    return (day, day) if day else None


def _month(match: re.Match[str], meeting: date | None) -> _Span | None:
    if not _is_month(match):
        return None
    month = month_number(match["month"])
    year = _year(match, month, meeting)
    if year is None:
        return None
    last = monthrange(year, month)[1]
    start, end = _PARTS.get((match["part"] or "").lower(), (1, 31))
    return date(year, month, start), date(year, month, min(end, last))


def _is_month(match: re.Match[str]) -> bool:
    """Tell a month from a person: Jan, Maj and August follow up too, and "inden jul" is Christmas."""
    name, lead = match["month"], match["lead"].lower()
    if match["part"] or match["year"] or _is_whole(match):
        return True
    return name.lower() in MONTHS and (name.islower() or (bool(lead) and not lead.endswith(_BESIDE)))


def _is_whole(match: re.Match[str]) -> bool:
    """Tell whether nothing stands beside it, as in a table's cell."""
    return match.group().strip() == match.string.strip(" .")


def _day_of_month(match: re.Match[str], meeting: date | None) -> _Span | None:
    # "1. Jan Holm følger op": the number is a list's.
    if match.start() == 0 and match["month"].istitle() and not (match["year"] or _is_whole(match)):
        return None
    month = month_number(match["month"])
    year = _year(match, month, meeting)
    if year is None or not 1 <= int(match["day"]) <= monthrange(year, month)[1]:
        return None
    day = date(year, month, int(match["day"]))
    return day, day


def _part_of_year(match: re.Match[str], meeting: date | None) -> _Span | None:
    year = int(match["year"])
    first = {"primo": 1, "medio": 5, "ultimo": 10}[match["part"].lower()]
    last = {"primo": 3, "medio": 8, "ultimo": 12}[match["part"].lower()]
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _quarter(match: re.Match[str], meeting: date | None) -> _Span | None:
    number = int(match["number"])
    months = 3 if match["unit"].lower() == "kvartal" else 6
    last = number * months
    year = _year(match, min(last, 12), meeting)
    if year is None or not 1 <= last <= 12:
        return None
    return date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1])


def _season(match: re.Match[str], meeting: date | None) -> _Span | None:
    first, last = _SEASONS[match["season"].lower()]
    year = _year(match, last, meeting)
    return (date(year, first, 1), date(year, last, monthrange(year, last)[1])) if year else None


def _week(match: re.Match[str], meeting: date | None) -> _Span | None:
    number, year = int(match["number"]), _year_of_week(match, meeting)
    if year is None:
        return None
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        # Few years have a week 53.
        return None
    return monday, monday + timedelta(days=6)


def _year_of_week(match: re.Match[str], meeting: date | None) -> int | None:
    """Return the year whose week is meant; around New Year it is another than the day's own."""
    if match["year"] or meeting is None:
        return int(match["year"]) if match["year"] else None
    held = meeting.isocalendar()
    return held.year + (int(match["number"]) < held.week)


def _year(match: re.Match[str], month: int, meeting: date | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if meeting is None:
        return None
    return meeting.year + (month < meeting.month)


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<lead>{_LEAD}){pattern}", re.IGNORECASE)


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], _Span | None]], ...] = (
    (_rule(DATE.pattern), _day),
    (_rule(rf"(?P<day>\d{{1,2}})\. (?P<month>{MONTH})\b{_YEAR}"), _day_of_month),
    (_rule(rf"(?:(?P<part>primo|medio|ultimo) )?(?<![\d.] )(?P<month>{MONTH})\b{_SHORT}{_YEAR}"), _month),
    (_rule(r"(?P<part>primo|medio|ultimo) (?P<year>20\d{2})"), _part_of_year),
    (_rule(rf"(?P<number>[1-4])\. (?P<unit>kvartal|halvår){_YEAR}"), _quarter),
    (_rule(rf"(?P<season>{'|'.join(_SEASONS)}){_YEAR}"), _season),
    # "uge 9", "fra uge 9 til 11"
    (
        _rule(rf"(?:(?:fra )?uge \d{{1,2}}(?: til |[-–])(?:uge )?|uge )(?P<number>\d{{1,2}})(?!\d){_YEAR}"),
        _week,
    ),
)
