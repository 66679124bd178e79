"""The search page: everything that its template shows."""

from dataclasses import dataclass

from search_api.facets import MAX_VALUES
from search_api.models import FacetValue, SearchResponse
from search_api.pages.answer_view import AnswerCard, answer_card
from search_api.pages.filters_view import Filters, filters
from search_api.pages.hit_view import Group, group
from search_api.pages.links import FEED, FRONT
from search_api.pages.microcopy import MICROCOPY, counted
from search_api.pages.search_form import PageParams
from search_api.params import MAX_PAGE

SORTS = (("relevance", "by_relevance"), ("date", "by_date"))
MODES = ("hybrid", "keyword", "semantic")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to see the results; ``current`` is the one in use."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class SearchView:
    """What was found, and every link from there."""

    params: PageParams
    corrected_from: str | None
    found: str
    total: int
    answer: AnswerCard | None
    groups: tuple[Group, ...]
    filters: Filters
    correction: Choice | None
    sorts: tuple[Choice, ...]
    modes: tuple[Choice, ...]
    previous_url: str | None
    next_url: str | None
    feed_url: str
    first_page_url: str
    all_modes_url: str
    kept: tuple[tuple[str, str], ...]


def search_view(response: SearchResponse, asked: PageParams, origin: str) -> SearchView:
    """Return the page of a search; every link of it is to what was searched, corrected or as asked.

    :param origin: the address of the service.
    """
    query = response.query
    params = asked.model_copy(update={"q": query.correction}) if query.is_corrected else asked
    return SearchView(
        params=params,
        corrected_from=asked.q if query.is_corrected else None,
        found=_found(response),
        total=response.total,
        answer=_answer(response, params, origin),
        groups=tuple(group(hit, params.q) for hit in response.hits),
        filters=filters(response.facets, params, FRONT),
        correction=None if query.is_corrected else _correction(query.correction, params),
        sorts=_sorts(params),
        modes=_modes(params) if params.q else (),
        previous_url=_page_url(params, params.page - 1) if params.page > 1 else None,
        next_url=_page_url(params, params.page + 1) if _has_next(response, params) else None,
        feed_url=params.changed(sort="relevance").url(FEED),
        first_page_url=params.changed().url(FRONT),
        all_modes_url=params.changed(mode="hybrid").url(FRONT),
        kept=_kept(params),
    )


def _answer(response: SearchResponse, params: PageParams, origin: str) -> AnswerCard | None:
    answer = response.answer
    if answer is None:
        return None
    passages = [one for hit in response.hits if hit.punkt.id == answer.punkt_id for one in (hit, *hit.more)]
    return answer_card(answer, params.q, passages, origin)


def _found(response: SearchResponse) -> str:
    number = len(_punkter(response))
    form = MICROCOPY.search.found if number < MAX_VALUES else MICROCOPY.search.found_at_least
    return str(form.format(passages=counted(response.total, "passage"), punkter=counted(number, "punkt")))


def _punkter(response: SearchResponse) -> list[FacetValue]:
    """Return the punkter that were found: those chosen, where some are."""
    found = [value for value in response.facets["punkt"] if value.count]
    return [value for value in found if value.selected] or found


def _has_next(response: SearchResponse, params: PageParams) -> bool:
    if params.page == MAX_PAGE or len(response.hits) < params.size:
        return False
    reached = params.page * params.size
    return reached < (len(_punkter(response)) if params.group == "punkt" else response.total)


def _page_url(params: PageParams, page: int) -> str:
    return params.changed(page=page).url(FRONT)


def _correction(correction: str | None, params: PageParams) -> Choice | None:
    return Choice(correction, params.changed(q=correction).url(FRONT), False) if correction else None


def _sorts(params: PageParams) -> tuple[Choice, ...]:
    if not params.q:
        return ()
    return tuple(
        Choice(getattr(MICROCOPY.search, words), params.changed(sort=sort).url(FRONT), params.sort == sort)
        for sort, words in SORTS
    )


def _modes(params: PageParams) -> tuple[Choice, ...]:
    return tuple(
        Choice(getattr(MICROCOPY.search, mode), params.changed(mode=mode).url(FRONT), params.mode == mode)
        for mode in MODES
    )


def _kept(params: PageParams) -> tuple[tuple[str, str], ...]:
    """Return what the form of dates sends along: the search, but for its dates and page."""
    search = params.changed(date=(), date_from=None, date_to=None)
    stated = search.model_dump(mode="json", exclude_defaults=True)
    return tuple(
        (name, str(one))
        for name, value in stated.items()
        for one in (value if isinstance(value, list | tuple) else (value,))
    )
