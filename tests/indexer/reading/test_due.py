"""When a follow-up falls due, in words, and which words only look like a time."""

from datetime import date

import pytest

from indexer.reading.due import due_in

OCTOBER, DECEMBER = date(2026, 10, 5), date(2026, 12, 7)


def last_day(text: str, meeting: date | None = OCTOBER) -> date | None:
    due = due_in(text, meeting)
    return due.last if due else None


@pytest.mark.parametrize(
    "text",
    [
        "Jan Holm følger op på sagen om stien.",
        "August Lund undersøger det.",
        "Maj følger op.",
        "Lise Bro taler med Maj om bænkene.",
        "Ea Lund hører prisen ved August Lund.",
        "1. Jan Holm følger op på lygterne.",
        "Lise Bro følger op inden jul.",
    ],
)
def test_a_person_called_as_a_month_is_no_due_date(text: str) -> None:
    assert due_in(text, OCTOBER) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Lise Bro følger op i maj.", date(2027, 5, 31)),
        ("Lise Bro følger op senest i Maj.", date(2027, 5, 31)),
        ("Lise Bro ser på det medio Maj.", date(2027, 5, 20)),
        ("Lise Bro ser på det primo okt.", date(2026, 10, 10)),
        ("Maj følger op senest den 3. nov.", date(2026, 11, 3)),
        ("August Lund ser på det ultimo august 2027.", date(2027, 8, 31)),
        ("Lygterne sættes op jan. 2027.", date(2027, 1, 31)),
        ("Juni 2027", date(2027, 6, 30)),
        ("Juni", date(2027, 6, 30)),
        ("1. Maj", date(2027, 5, 1)),
        ("Dec.", date(2026, 12, 31)),
    ],
)
def test_a_month_is_told_from_a_person_by_how_it_stands(text: str, last: date) -> None:
    assert last_day(text) == last


@pytest.mark.parametrize(
    ("text", "meeting", "last"),
    [
        ("Lise Bro følger op i uge 2.", DECEMBER, date(2027, 1, 17)),
        ("Lise Bro følger op i uge 50.", DECEMBER, date(2026, 12, 13)),
        ("Lise Bro følger op i uge 53.", DECEMBER, date(2027, 1, 3)),
        # The first of January 2027 is in the last week of 2026.
        ("Lise Bro følger op i uge 53.", date(2027, 1, 1), date(2027, 1, 3)),
        ("Lise Bro følger op i uge 1.", date(2027, 1, 1), date(2027, 1, 10)),
        ("Lise Bro følger op i uge 9 2028.", DECEMBER, date(2028, 3, 5)),
        ("Lise Bro følger op i uge 53.", date(2027, 3, 1), None),
        ("Lise Bro følger op i uge 53 2027.", DECEMBER, None),
        ("Lise Bro følger op i uge 0.", DECEMBER, None),
        ("Lise Bro følger op i uge 77.", DECEMBER, None),
        ("Lise Bro følger op i uge 2.", None, None),
    ],
)
def test_a_week_is_the_next_of_its_number_if_there_is_one(
    text: str, meeting: date | None, last: date | None
) -> None:
    assert last_day(text, meeting) == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Skolen sørger for, at en voksen står ved lågen fra primo marts 2027.", None),
        ("Vejkontoret sørger for lys fra den 1. marts 2027.", None),
        ("Vejkontoret sørger for lys fra og med uge 48.", None),
        ("Vejkontoret sørger for lys fra starten af maj.", None),
        ("Vejkontoret sørger for lys fra januar til marts.", date(2027, 3, 31)),
        ("Vejkontoret sørger for lys fra 1. til 31. marts.", date(2027, 3, 31)),
        ("Vejkontoret sørger for lys fra uge 2 til 4.", date(2027, 1, 31)),
        ("Vejkontoret ser på lyset i uge 2-4.", date(2027, 1, 31)),
        ("Vejkontoret sørger for lys fra marts og melder tilbage i juni.", date(2027, 6, 30)),
    ],
)
def test_what_something_holds_from_is_no_due_date_but_where_it_ends_is(text: str, last: date | None) -> None:
    assert last_day(text) == last
