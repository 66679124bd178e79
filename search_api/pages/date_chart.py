"""The facet of dates as small bars: a row for each year, a bar for each month, each of them a link."""

from collections.abc import Sequence
from dataclasses import dataclass

from search_api.models import FacetValue
from search_api.pages.dates import month_label
from search_api.pages.microcopy import MICROCOPY, counted
from search_api.pages.search_form import PageParams
from search_api.params import UNKNOWN_DATE

# The drawing's own units; the stylesheet decides how large they are.
BAR_WIDTH, BAR_STEP, HEIGHT = 8, 10, 26
# A single passage still has to be seen beside the month with the most.
LOWEST = 3
# So many years stand open; the earlier ones fold away.
OPEN_YEARS = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A month: where its bar stands and how high, and the search that its link leads to."""

    x: int
    height: int
    label: str
    url: str
    selected: bool

    @property
    def y(self) -> int:
        """The bar's upper edge."""
        return HEIGHT - self.height


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its bars."""

    label: str
    name: str
    count: int
    url: str
    selected: bool
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class DateChart:
    """The years, newest first, and the choice of meetings without a date, where there are some."""

    years: tuple[Year, ...]
    earlier: tuple[Year, ...]
    unknown: FacetValue | None


def date_chart(months: Sequence[FacetValue], params: PageParams, path: str) -> DateChart:
    """Return the chart of a date facet."""
    known = [month for month in months if month.value != UNKNOWN_DATE]
    unknown = next((month for month in months if month.value == UNKNOWN_DATE), None)
    highest = max((month.count for month in known), default=1) or 1
    by_year: dict[str, list[FacetValue]] = {}
    for month in sorted(known, key=lambda m: m.value):
        by_year.setdefault(month.value[:4], []).append(month)
    years = tuple(_year(year, by_year[year], highest, params, path) for year in sorted(by_year, reverse=True))
    return DateChart(years[:OPEN_YEARS], years[OPEN_YEARS:], unknown)


def _year(year: str, months: Sequence[FacetValue], highest: int, params: PageParams, path: str) -> Year:
    first, last = f"{year}-01-01", f"{year}-12-31"
    selected = (str(params.date_from), str(params.date_to)) == (first, last)
    ends = {"date_from": None, "date_to": None} if selected else {"date_from": first, "date_to": last}
    count = sum(month.count for month in months)
    return Year(
        label=year,
        name=MICROCOPY.filters.year.format(year=year, passages=counted(count, "passage")),
        count=count,
        url=params.changed(date=(), **ends).url(path),
        selected=selected,
        bars=tuple(_bar(month, highest) for month in months if month.count or month.selected),
    )


def _bar(month: FacetValue, highest: int) -> Bar:
    passages = counted(month.count, "passage")
    return Bar(
        x=(int(month.value[5:]) - 1) * BAR_STEP,
        height=max(LOWEST, round(HEIGHT * month.count / highest)),
        label=MICROCOPY.filters.bar.format(month=month_label(month.value), passages=passages),
        url=month.url,
        selected=month.selected,
    )
