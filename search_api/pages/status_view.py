"""The ledger's page: what can be searched, what is missing and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from records.danish_dates import danish_date
from records.errors import RejectionReason
from search_api.coverage import BodyCoverage
from search_api.pages.dates import month_label
from search_api.pages.links import FRONT
from search_api.pages.microcopy import MICROCOPY, counted, danish_number
from search_api.pages.search_form import PageParams

# Shades of the picture: no meeting, one, two or three, more.
SHADES = ((0, 0), (1, 1), (3, 2))
DARKEST = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts."""

    label: str
    value: str
    warns: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A body's meetings in a month."""

    label: str
    count: int
    shade: int
    url: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A body's meetings in a year, month by month; ``None`` is a month without any."""

    year: str
    cells: tuple[Cell | None, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """A body with its years, newest first."""

    body: str
    meetings: str
    undated: int
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that is not searched, or not whole."""

    name: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class ProblemList:
    """Files with the same kind of trouble."""

    heading: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class StatusPage:
    """Everything on the ledger's page."""

    figures: tuple[Figure, ...]
    problems: tuple[ProblemList, ...]
    coverage: tuple[CoverageTable, ...]
    built: str
    model: str | None


def status_view(figures: Mapping[str, Any], coverage: Sequence[BodyCoverage]) -> StatusPage:
    """Return the page of the ledger's figures."""
    words = MICROCOPY.status
    lists = (
        ProblemList(words.failed, tuple(map(_rejected, figures["failed"]))),
        ProblemList(words.needs_ocr, tuple(map(_rejected, figures["needs_ocr"]))),
        ProblemList(words.partly, tuple(_partly(row, "ocr") for row in figures["partly_needs_ocr"])),
        ProblemList(words.damaged, tuple(_partly(row, "beskadiget") for row in figures["partly_damaged"])),
    )
    return StatusPage(
        figures=tuple(_figures(figures)),
        problems=tuple(one for one in lists if one.problems),
        coverage=tuple(_table(body) for body in coverage),
        built=_built(figures["built_at"]),
        model=words.model.format(model=figures["model"]) if figures["model"] else None,
    )


def _figures(figures: Mapping[str, Any]) -> list[Figure]:
    words = MICROCOPY.status
    good = [
        (words.seen, figures["files_seen"]),
        (words.indexed, figures["files_indexed"]),
        (words.meetings, figures["meetings"]),
        (words.passages, figures["passages"]),
    ]
    bad = [
        (words.failed, len(figures["failed"])),
        (words.needs_ocr, len(figures["needs_ocr"])),
        (words.unread, figures["files_unread"]),
    ]
    known = [Figure(label, danish_number(value), False) for label, value in good]
    return known + [Figure(label, danish_number(value), True) for label, value in bad if value]


def _rejected(row: Mapping[str, Any]) -> Problem:
    name = row.get("file_name") or MICROCOPY.status.unnamed
    return Problem(name, getattr(MICROCOPY.reason, row["reason"]), row["message"])


def _partly(row: Mapping[str, Any], reason: RejectionReason) -> Problem:
    pages = ", ".join(map(str, row["pages"]))
    return Problem(row["file_name"], getattr(MICROCOPY.reason, reason), f"{MICROCOPY.status.pages}: {pages}")


def _built(when: str | None) -> str:
    if when is None:
        return str(MICROCOPY.status.never)
    local = datetime.fromisoformat(when).astimezone()
    return str(MICROCOPY.status.built.format(when=f"{danish_date(local.date())} kl. {local:%H.%M}"))


def _table(body: BodyCoverage) -> CoverageTable:
    years = sorted({month[:4] for month in body.months}, reverse=True)
    return CoverageTable(
        body=body.body,
        meetings=counted(body.meetings, "meeting"),
        undated=body.undated,
        rows=tuple(_row(body, year) for year in years),
    )


def _row(body: BodyCoverage, year: str) -> CoverageRow:
    months = [f"{year}-{number:02}" for number in range(1, 13)]
    cells = tuple(_cell(body, month) for month in months)
    return CoverageRow(year, cells, sum(cell.count for cell in cells if cell))


def _cell(body: BodyCoverage, month: str) -> Cell | None:
    count = body.months.get(month, 0)
    if not count:
        return None
    label = MICROCOPY.status.coverage_cell.format(
        body=body.body, month=month_label(month), meetings=counted(count, "meeting")
    )
    url = PageParams(body=(body.body,), date=(month,), sort="date").url(FRONT)
    return Cell(label, count, next((s for most, s in SHADES if count <= most), DARKEST), url)
