"""The follow-ups and budget items as a file for a spreadsheet."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from search_api.follow_up_list import FollowUpRow
from search_api.pages.follow_up_view import state_of
from search_api.pages.microcopy import MICROCOPY

# Danish spreadsheets part columns at semicolons and take a file for UTF-8 by its byte order mark.
DELIMITER = ";"
BYTE_ORDER_MARK = "\ufeff"
# A cell that begins with one of these is run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def follow_up_csv(rows: Iterable[FollowUpRow], origin: str, today: date) -> str:
    """Return the rows as CSV, with a first line of names.

    :param origin: the address of the service, which the links begin with.
    :param today: the day that decides what is overdue.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerow(MICROCOPY.csv.columns)
    writer.writerows([_plain(cell) for cell in _cells(row, origin, today)] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _cells(row: FollowUpRow, origin: str, today: date) -> list[str | int]:
    one, due = row.follow_up, row.follow_up.due
    return [
        ", ".join(row.who),
        one.what,
        row.kind,
        # One number to a cell, so that a column can be summed.
        min(row.amounts, default=""),
        max(row.amounts, default=""),
        ", ".join(map(str, row.amounts)) if len(row.amounts) > 1 else "",
        due.from_ if due else "",
        due.to if due else "",
        due.said if due else "",
        getattr(MICROCOPY.follow_up, state_of(row, today)),
        row.meeting.body,
        row.meeting.date or "",
        row.meeting.date_source,
        row.punkt.number,
        row.punkt.title,
        str(one.page),
        origin + one.url,
    ]


def _plain(cell: str | int) -> str | int:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
