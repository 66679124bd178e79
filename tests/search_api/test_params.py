from datetime import date
from unicodedata import normalize

import pytest
from pydantic import ValidationError

from records.models import PartKind
from search_api.params import MAX_CHOICES, MAX_PAGE, MAX_SIZE, SearchParams


def test_a_link_holds_only_what_was_asked_for() -> None:
    assert SearchParams(q="cykelsti").url("/søg") == "/søg?q=cykelsti"
    assert SearchParams().url("/søg") == "/søg"


def test_a_link_holds_every_choice() -> None:
    params = SearchParams(q="øl & vand", type=(PartKind.BILAG, PartKind.REFERAT), date=("2023-09",))
    assert params.url("/s") == "/s?q=%C3%B8l+%26+vand&date=2023-09&type=bilag&type=referat"


def test_choosing_starts_from_the_first_page_and_choosing_again_takes_it_away() -> None:
    params = SearchParams(q="x", body=("Byråd",), page=4)
    both = params.with_choice("body", "Udvalg")
    assert (both.body, both.page) == (("Byråd", "Udvalg"), 1)
    assert both.with_choice("body", "Byråd").body == ("Udvalg",)


def test_choosing_a_month_lets_go_of_the_range_of_dates() -> None:
    params = SearchParams(date_from=date(2023, 1, 1), date_to=date(2023, 12, 31), body=("Byråd",))
    chosen = params.with_choice("date", "2024-02")
    assert (chosen.date, chosen.date_from, chosen.date_to, chosen.body) == (
        ("2024-02",),
        None,
        None,
        ("Byråd",),
    )


def test_control_characters_and_extra_blanks_are_no_part_of_a_query() -> None:
    assert SearchParams(q=" a\x00b \n\t c ").q == "a b c"


def test_letters_pasted_with_their_signs_apart_are_letters() -> None:
    assert SearchParams(q=normalize("NFD", "caféen på Åvej")).q == "caféen på Åvej"


@pytest.mark.parametrize(
    "wrong",
    [
        {"mode": "magic"},
        {"page": 0},
        {"page": MAX_PAGE + 1},
        {"size": MAX_SIZE + 1},
        {"date": ("2023-13",)},
        {"type": ("brev",)},
        {"q": "x" * 1001},
        {"date_from": "i går"},
        {"date_from": "2031-05-01", "date_to": "2031-04-30"},
    ],
)
def test_what_cannot_be_understood_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        SearchParams.model_validate(wrong)


def test_a_range_may_be_of_one_day_and_open_at_either_end() -> None:
    day = date(2031, 5, 1)
    assert SearchParams(date_from=day, date_to=day).date_to == day
    assert SearchParams(date_to=day).date_from is None


def test_one_choice_too_many_is_left_off_and_odd_values_break_no_link() -> None:
    full = SearchParams(q="bro", ansvarlig=tuple(f"x{n}" for n in range(MAX_CHOICES)))
    assert full.with_choice("ansvarlig", "y").ansvarlig == full.ansvarlig
    assert SearchParams(q="bro").with_choice("body", "y" * 400).url("/").startswith("/?q=bro&body=yyy")
    assert SearchParams(q="bro").with_choice("type", "bilag").url("/") == "/?q=bro&type=bilag"
