"""The table of follow-ups and budget items: chosen, ordered and cut into pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from search_api.departments import by_one_name
from search_api.follow_up_list import FollowUpRow, Kind
from search_api.links import meeting_url, punkt_url
from search_api.pages.alphabet import danish_key
from search_api.pages.dates import DateView, date_view
from search_api.pages.links import FOLLOW_UPS, document_page_url
from search_api.pages.microcopy import MICROCOPY, counted, danish_number

# What is read through at a sitting; the CSV file holds them all.
PAGE_SIZE = 50

State = Literal["overdue", "upcoming", "undated", "ended"]
Sort = Literal["due", "meeting", "who", "amount"]
SORTS: tuple[Sort, ...] = ("due", "meeting", "who", "amount")
# In these the largest comes first.
DOWNWARDS: tuple[Sort, ...] = ("meeting", "amount")
STATES: tuple[State, ...] = ("overdue", "upcoming", "undated", "ended")


class FollowUpParams(BaseModel):
    """Which follow-ups are shown, and how, as it stands in the URL."""

    model_config = ConfigDict(frozen=True)

    who: Annotated[str, AfterValidator(by_one_name)] = Field("", max_length=300)
    body: str = Field("", max_length=300)
    kind: Kind | Literal[""] = ""
    state: State | Literal[""] = ""
    q: str = Field("", max_length=300)
    sort: Sort = "due"
    page: int = Field(1, ge=1, le=100_000)

    def url(self, **changes: object) -> str:
        """Return the link to the table with these changes; what is as unasked is left out."""
        changed = self.model_validate(self.model_dump() | {"page": 1} | changes)
        stated = changed.model_dump(exclude_defaults=True)
        return f"{FOLLOW_UPS}?{urlencode(stated)}" if stated else FOLLOW_UPS


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    who: str
    what: str
    kind: Kind
    amount: str | None
    quote: str | None
    due: str | None
    due_iso: str | None
    state: State
    body: str
    date: DateView
    meeting_url: str
    number: str
    title: str
    punkt_url: str
    page: int
    url: str


@dataclass(frozen=True, slots=True)
class SortChoice:
    """A way to order the table."""

    name: str
    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class FollowUpPage:
    """Everything on the page of follow-ups."""

    params: FollowUpParams
    caption: str
    rows: tuple[Row, ...]
    has_amounts: bool
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    sorts: tuple[SortChoice, ...]
    csv_url: str
    previous_url: str | None
    next_url: str | None
    page_label: str


def follow_up_view(found: Sequence[FollowUpRow], params: FollowUpParams, today: date) -> FollowUpPage:
    """Return the page of the follow-ups that the parameters choose."""
    rows = chosen_rows(found, params, today)
    pages = max(1, ceil(len(rows) / PAGE_SIZE))
    number = min(params.page, pages)
    shown = rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return FollowUpPage(
        params=params,
        caption=_caption(rows, params, today),
        rows=tuple(_row(row, today) for row in shown),
        has_amounts=any(row.amounts for row in shown),
        people=tuple(sorted({name for row in found for name in row.who}, key=danish_key)),
        bodies=tuple(sorted({row.meeting.body for row in found}, key=danish_key)),
        sorts=tuple(_sort(sort, params) for sort in SORTS),
        csv_url=params.url().replace(FOLLOW_UPS, f"{FOLLOW_UPS}.csv", 1),
        previous_url=params.url(page=number - 1) if number > 1 else None,
        next_url=params.url(page=number + 1) if number < pages else None,
        page_label=MICROCOPY.document.page_of.format(page=number, count=pages),
    )


def chosen_rows(found: Iterable[FollowUpRow], params: FollowUpParams, today: date) -> list[FollowUpRow]:
    """Return the follow-ups that are asked for, in the order asked for."""
    chosen = [row for row in found if _is_asked_for(row, params, today)]
    by_name: dict[Sort, Callable[[FollowUpRow], Any]] = {
        "due": lambda row: _due_key(row, today),
        "meeting": lambda row: row.meeting.date or "",
        "who": lambda row: (not row.who, danish_key(", ".join(row.who))),
        "amount": lambda row: max(map(abs, row.amounts), default=-1),
    }
    return sorted(chosen, key=by_name[params.sort], reverse=params.sort in DOWNWARDS)


def state_of(row: FollowUpRow, today: date) -> State:
    """Return whether the follow-up has ended by its own words, is overdue, to come, or without a date."""
    due = row.follow_up.due
    if row.ended:
        return "ended"
    if due is None:
        return "undated"
    return "overdue" if date.fromisoformat(due.to) < today else "upcoming"


def _is_asked_for(row: FollowUpRow, params: FollowUpParams, today: date) -> bool:
    text = " ".join((*row.who, row.follow_up.what, row.follow_up.quote, row.punkt.title)).lower()
    return (
        (not params.who or params.who in row.who)
        and (not params.body or params.body == row.meeting.body)
        and (not params.kind or params.kind == row.kind)
        and (not params.state or params.state == state_of(row, today))
        and all(word in text for word in params.q.lower().split())
    )


def _due_key(row: FollowUpRow, today: date) -> tuple[int, int, str]:
    """Return what puts first what falls due next, then what fell due last, is undated, or has ended."""
    due = row.follow_up.due
    if row.ended or due is None:
        return 3 if row.ended else 2, -_day(row.meeting.date), row.punkt.id
    days = _day(due.to) - today.toordinal()
    return (0, days, row.punkt.id) if days >= 0 else (1, -days, row.punkt.id)


def _day(iso: str | None) -> int:
    return date.fromisoformat(iso).toordinal() if iso else 0


def _caption(rows: Sequence[FollowUpRow], params: FollowUpParams, today: date) -> str:
    """Return how many there are of each kind that was asked for."""
    words, overdue = MICROCOPY.follow_up, sum(state_of(row, today) == "overdue" for row in rows)
    items = sum(row.kind == "budget" for row in rows)
    counts = {"opfølgning": counted(len(rows) - items, "follow_up"), "budget": counted(items, "budget_item")}
    shown = [counts[params.kind]] if params.kind else [*counts.values()][: 2 if items else 1]
    form = words.caption_overdue if overdue else words.caption
    return str(form.format(follow_ups=words.caption_and.join(shown), overdue=danish_number(overdue)))


def _sort(sort: Sort, params: FollowUpParams) -> SortChoice:
    label = getattr(MICROCOPY.follow_up, f"by_{sort}")
    return SortChoice(sort, label, params.url(sort=sort), params.sort == sort)


def _row(row: FollowUpRow, today: date) -> Row:
    one = row.follow_up
    return Row(
        who=", ".join(row.who) or MICROCOPY.follow_up.not_named,
        what=one.what,
        kind=row.kind,
        amount=", ".join(_in_kroner(amount) for amount in row.amounts) or None,
        quote=one.quote if one.quote != one.what else None,
        due=one.due.said if one.due else None,
        due_iso=one.due.to if one.due else None,
        state=state_of(row, today),
        body=row.meeting.body,
        date=date_view(row.meeting.date, row.meeting.date_source),
        meeting_url=meeting_url(row.meeting.id),
        number=row.punkt.number,
        title=row.punkt.title,
        punkt_url=punkt_url(row.punkt.id),
        page=one.page,
        url=document_page_url(one.document_id, one.page),
    )


def _in_kroner(amount: int) -> str:
    """Return an amount as it is read, "-1.200 kr." for instance, that no line's end parts."""
    said = str(MICROCOPY.follow_up.kroner.format(amount=danish_number(amount)))
    return said.replace(" ", "\u00a0")
