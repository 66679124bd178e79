"""What a search can be narrowed to, and what it has been narrowed to, as links."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from records.danish_dates import danish_date
from search_api.models import FacetValue
from search_api.pages.date_chart import DateChart, date_chart
from search_api.pages.microcopy import MICROCOPY
from search_api.pages.search_form import PageParams

# The facets below the dates, in the order in which they are read.
ORDER = ("body", "type", "ansvarlig", "punkt")
# So many values stand open; more than this is a list to search in, not one to look at.
OPEN_VALUES = 6


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: the values that stand open, and the others."""

    name: str
    heading: str
    values: tuple[FacetValue, ...]
    others: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """Something chosen; ``url`` is the search without it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything beside the hits."""

    dates: DateChart
    facets: tuple[Facet, ...]
    chips: tuple[Chip, ...]
    reset_url: str


def filters(facets: dict[str, list[FacetValue]], params: PageParams, path: str) -> Filters:
    """Return the facets of a search and what is chosen in them."""
    return Filters(
        dates=date_chart(facets["date"], params, path),
        facets=tuple(facet for name in ORDER if (facet := _facet(name, facets[name])).values),
        chips=(*_range_chip(params, path), *_chosen(facets)),
        reset_url=params.widened().url(path),
    )


def _facet(name: str, values: Sequence[FacetValue]) -> Facet:
    """Return the facet with what is chosen first, so that it never folds away."""
    ordered = sorted(values, key=lambda value: not value.selected)
    return Facet(
        name,
        getattr(MICROCOPY.filters, name),
        tuple(ordered[:OPEN_VALUES]),
        tuple(ordered[OPEN_VALUES:]),
    )


def _chosen(facets: dict[str, list[FacetValue]]) -> list[Chip]:
    return [Chip(v.label, v.url) for name in ("date", *ORDER) for v in facets[name] if v.selected]


def _range_chip(params: PageParams, path: str) -> list[Chip]:
    label = _range_label(params.date_from, params.date_to)
    without = params.changed(date_from=None, date_to=None)
    return [Chip(label, without.url(path))] if label else []


def _range_label(first: date | None, last: date | None) -> str:
    words = MICROCOPY.filters
    if first and last:
        whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        if whole_year and first.year == last.year:
            return str(first.year)
        return str(words.range.format(**{"from": danish_date(first), "to": danish_date(last)}))
    if first:
        return str(words.range_from.format(**{"from": danish_date(first)}))
    return str(words.range_to.format(to=danish_date(last))) if last else ""
