"""What the reader has chosen in each facet, as filters."""

from calendar import monthrange
from typing import Any

from search_api.departments import names_of
from search_api.params import UNKNOWN_DATE, SearchParams

Json = dict[str, Any]

FACET_FIELDS = {
    "punkt": "punkt.id",
    "ansvarlig": "ansvarlig",
    "type": "part",
    "body": "meeting.body",
}
DATE_FIELD = "meeting.date"


def selections(params: SearchParams) -> dict[str, list[Json]]:
    """Return the filters of each facet's selection; a facet without one has none."""
    chosen = {
        facet: [{"terms": {field: [found for value in values for found in finds(facet, str(value))]}}]
        for facet, field in FACET_FIELDS.items()
        if (values := getattr(params, facet))
    }
    dates = [clause for clause in (_months(params), _date_range(params)) if clause]
    return {**chosen, **({"date": dates} if dates else {})}


def finds(facet: str, value: str) -> list[str]:
    """Return the values that a chosen one finds: a department's code also the names that the index holds."""
    names = names_of(value) if facet == "ansvarlig" else ()
    return [*dict.fromkeys((value, *names))]


def all_but(facet: str | None, chosen: dict[str, list[Json]]) -> Json:
    """Return the selections of every facet but one, as one filter."""
    clauses = [clause for name, filters in chosen.items() if name != facet for clause in filters]
    return {"bool": {"filter": clauses}} if clauses else {"match_all": {}}


def _months(params: SearchParams) -> Json | None:
    clauses = [_unknown_date() if month == UNKNOWN_DATE else _month(month) for month in params.date]
    return {"bool": {"should": clauses, "minimum_should_match": 1}} if clauses else None


def _month(month: str) -> Json:
    year, number = map(int, month.split("-"))
    last_day = monthrange(year, number)[1]
    return {"range": {DATE_FIELD: {"gte": f"{month}-01", "lte": f"{month}-{last_day:02}"}}}


def _unknown_date() -> Json:
    return {"bool": {"must_not": {"exists": {"field": DATE_FIELD}}}}


def _date_range(params: SearchParams) -> Json | None:
    ends = {"gte": params.date_from, "lte": params.date_to}
    bounds = {name: day.isoformat() for name, day in ends.items() if day}
    return {"range": {DATE_FIELD: bounds}} if bounds else None
