"""The days that a question names are those of meetings, however they are written."""

import pytest

from search_api.named_days import NamedDay, named_days, on_the_days, without_days
from search_api.understanding import understand
from tests.search_api.invented import hit

FIFTH = NamedDay(5, 1, 2031)


@pytest.mark.parametrize(
    "written",
    [
        "den 5. januar 2031",
        "d. 5. jan. 2031",
        "5/1-31",
        "5/1 2031",
        "5/1/2031",
        "05.01.2031",
        "5-1-2031",
        "(5/1-31)",
    ],
)
def test_a_day_is_known_however_it_is_written(written: str) -> None:
    assert named_days(f"rådmandsmødet {written}, broen") == (FIFTH,)
    assert without_days(f"rådmandsmødet {written} broen").split()[0] == "rådmandsmødet"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("den 5. januar", NamedDay(5, 1, None)),
        ("5/1", NamedDay(5, 1, None)),
        ("i januar 2031", NamedDay(None, 1, 2031)),
        ("29/2", NamedDay(29, 2, None)),
        ("1/2 om pladserne", NamedDay(1, 2, None)),
        ("24/7-31", NamedDay(24, 7, 2031)),
        ("den 24/7", NamedDay(24, 7, None)),
    ],
)
def test_a_year_or_a_day_may_be_missing(written: str, named: NamedDay) -> None:
    assert named_days(f"broen {written}?") == (named,)


@pytest.mark.parametrize(
    "text",
    [
        "budget 2031",
        "ferieplan 27/28",
        "EMN-2031-012345",
        "§ 18",
        "12.500 kr.",
        "30. februar 2031",
        "i maj",
        "siden den 5. januar 2031",
        "efter 5/1",
        "åbent 24/7",
        "24/7-bemanding",
        "1/2 plads i vuggestuen",
        "3/4 af broerne",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert named_days(text) == ()
    assert without_days(text) == text


def test_a_day_is_of_a_meeting_as_far_as_it_is_known() -> None:
    assert FIFTH.is_of("2031-01-05")
    assert NamedDay(5, 1, None).is_of("2029-01-05")
    assert NamedDay(None, 1, 2031).is_of("2031-01-31")
    assert not FIFTH.is_of("2031-01-06")
    assert not FIFTH.is_of(None)


def test_the_leap_day_of_no_year_is_sought_in_leap_years_only() -> None:
    days = NamedDay(29, 2, None).clause()["terms"]["meeting.date"]
    assert "2032-02-29" in days
    assert "2031-02-29" not in days


def test_what_was_asked_is_understood_without_the_day_unless_there_is_nothing_else() -> None:
    assert [word.text for word in understand("hvad blev besluttet om stien den 5/1-31").words] == ["stien"]
    assert [word.text for word in understand("5. januar 2031").words] == ["5", "januar", "2031"]


def test_only_the_meetings_of_the_day_and_what_tells_of_it_answer() -> None:
    then, tells = hit("a", day="2031-01-05"), hit("b", day="2031-02-02", text="Broen blev set den 5. januar.")
    other = hit("c", day="2031-02-02")
    assert on_the_days([FIFTH], [then, tells, other]) == [then, tells]
    assert on_the_days([FIFTH], [other]) == [other]
    assert on_the_days([], [then, other]) == [then, other]


def test_what_tells_of_a_day_of_the_month_tells_of_the_month_but_not_the_other_way_round() -> None:
    of_a_day = hit("a", day="2031-03-01", text="Broen blev set den 5. januar 2031.")
    of_the_month = hit("b", day="2031-03-01", text="Broen blev set i januar 2031.")
    other = hit("c", day="2031-03-01", text="Broen blev set den 5. februar 2031.")
    hits = [of_a_day, of_the_month, other]
    assert on_the_days([NamedDay(None, 1, 2031)], hits) == [of_a_day, of_the_month]
    assert on_the_days([FIFTH], hits) == [of_a_day]


def test_a_day_at_its_end_hides_no_question() -> None:
    asked = understand("blev stien godkendt 5/1-31")
    assert (asked.intent, asked.topic, asked.days) == ("decision", "stien", (FIFTH,))
