"""Dates and places as they read on the pages."""

from dataclasses import dataclass
from datetime import date

from records.danish_dates import danish_date
from records.models import DateSource
from search_api.models import MeetingRef
from search_api.pages.microcopy import MICROCOPY


@dataclass(frozen=True, slots=True)
class DateView:
    """A meeting's date: as it reads, as machines read it, and whether it is surely known."""

    text: str
    iso: str | None
    is_inferred: bool


def date_view(iso: str | None, source: DateSource) -> DateView:
    """Return the date of a meeting; one that is not known says so."""
    if iso is None:
        return DateView(MICROCOPY.date.unknown, None, False)
    return DateView(danish_date(date.fromisoformat(iso)), iso, source == "inferred")


def place(meeting: MeetingRef) -> str:
    """Return body and date in a line of text, with the doubt that there is about the date."""
    day = date_view(meeting.date, meeting.date_source)
    doubt = f" ({MICROCOPY.date.inferred})" if day.is_inferred else ""
    return f"{meeting.body}, {day.text}{doubt}" if day.iso else f"{meeting.body}, {day.text.lower()}"


def month_label(month: str) -> str:
    """Return the month "2023-09" as "september 2023"."""
    return danish_date(date.fromisoformat(f"{month}-01")).split(" ", 1)[1]
