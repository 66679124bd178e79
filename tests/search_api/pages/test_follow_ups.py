import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from search_api.follow_up_list import FollowUpRow
from search_api.models import Due, FollowUp, MeetingRef, PunktRef
from search_api.pages.follow_up_csv import BYTE_ORDER_MARK, follow_up_csv
from search_api.pages.follow_up_view import PAGE_SIZE, FollowUpParams, chosen_rows, follow_up_view, state_of

TODAY = date(2031, 3, 15)


def row(who: str, due: str | None = None, day: str = "2031-01-10", what: str = "ser på broen") -> FollowUpRow:
    falls_due = Due(from_=due, to=due, said="til den tid") if due else None
    return FollowUpRow(
        FollowUp(
            who=(who,) if who else (),
            what=what,
            due=falls_due,
            quote=what,
            document_id="x",
            page=2,
            url="/x#page=2",
        ),
        PunktRef(id=f"p-{who}", number="2", title="Bro over åen"),
        MeetingRef(id="m1", body="Vejudvalget", date=day, date_source="stated"),
    )


ROWS = [row("Carl"), row("Anna", "2031-03-14"), row("Bo", "2031-03-15", day="2031-02-02")]


@pytest.mark.parametrize(
    ("due", "state"), [(None, "undated"), ("2031-03-14", "overdue"), ("2031-03-15", "upcoming")]
)
def test_a_follow_up_is_overdue_the_day_after(due: str | None, state: str) -> None:
    assert state_of(row("Anna", due), TODAY) == state


def budget_row(what: str, *amounts: int) -> FollowUpRow:
    return replace(row("ØKB", what=what), kind="budget", amounts=amounts)


def names(params: FollowUpParams) -> list[str]:
    return [one.follow_up.who[0] for one in chosen_rows(ROWS, params, TODAY)]


def test_what_falls_due_next_comes_first_then_what_fell_due_last_then_the_undated() -> None:
    later, long_ago = row("Dorte", "2031-06-01"), row("Erik", "2029-01-01")
    newer = row("Finn", day="2031-03-01")
    found = chosen_rows([long_ago, later, *ROWS, newer], FollowUpParams(), TODAY)
    assert [one.follow_up.who[0] for one in found] == ["Bo", "Dorte", "Anna", "Erik", "Finn", "Carl"]


def test_it_can_be_ordered_by_meeting_and_by_name() -> None:
    assert names(FollowUpParams(sort="meeting"))[0] == "Bo"
    assert names(FollowUpParams(sort="who")) == ["Anna", "Bo", "Carl"]


@pytest.mark.parametrize(
    ("params", "left"),
    [
        (FollowUpParams(who="Bo"), ["Bo"]),
        (FollowUpParams(state="overdue"), ["Anna"]),
        (FollowUpParams(state="undated"), ["Carl"]),
        (FollowUpParams(q="BROEN carl"), ["Carl"]),
        (FollowUpParams(body="Kulturudvalget"), []),
    ],
)
def test_what_is_chosen_is_what_is_left(params: FollowUpParams, left: list[str]) -> None:
    assert names(params) == left


@pytest.mark.parametrize("asked", ["ØKB", "Økonomi og Boliger", "Økonomi og Boliger (ØKB)"])
def test_a_department_stands_once_in_the_choices_and_its_choice_leaves_all_its_rows(asked: str) -> None:
    rows = [*ROWS, row("ØKB"), row("Økonomi og Boliger", "2031-06-01")]
    view = follow_up_view(rows, FollowUpParams.model_validate({"who": asked}), TODAY)
    assert view.people == ("Anna", "Bo", "Carl", "Økonomi og Boliger (ØKB)")
    assert [one.who for one in view.rows] == ["Økonomi og Boliger (ØKB)"] * 2
    assert view.params.who in view.people
    assert view.csv_url == "/opfoelgning.csv?who=%C3%98konomi+og+Boliger+%28%C3%98KB%29"


def test_a_department_is_found_by_its_code_and_its_name_among_the_words() -> None:
    rows = [row("ØKB"), row("Økonomi og Boliger", "2031-06-01")]
    assert all(len(chosen_rows(rows, FollowUpParams(q=q), TODAY)) == 2 for q in ("økb", "økonomi"))


def test_a_long_table_is_cut_into_pages_that_hold_every_row_once() -> None:
    rows = [row(f"Person {n:03}") for n in range(PAGE_SIZE + 1)]
    first = follow_up_view(rows, FollowUpParams(), TODAY)
    assert len(first.rows) == PAGE_SIZE
    assert first.next_url == "/opfoelgning?page=2"
    second = follow_up_view(rows, FollowUpParams(page=2), TODAY)
    assert len(second.rows) == 1
    assert second.previous_url == "/opfoelgning"
    assert second.next_url is None


def test_the_file_for_spreadsheets_holds_what_is_chosen() -> None:
    view = follow_up_view(ROWS, FollowUpParams(who="Bo", sort="who"), TODAY)
    assert view.csv_url == "/opfoelgning.csv?who=Bo&sort=who"
    text = follow_up_csv(ROWS, "http://intra", TODAY)
    assert text.startswith(BYTE_ORDER_MARK)
    lines = list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)), delimiter=";"))
    assert lines[0][:2] == ["Hvem", "Hvad"]
    assert len(lines) == len(ROWS) + 1
    assert lines[2][lines[0].index("Frist til")] == "2031-03-14"
    assert lines[2][lines[0].index("Frist, tilstand")] == "Overskredet"
    assert lines[1][-1] == "http://intra/x#page=2"


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_run_as_a_formula(formula: str) -> None:
    text = follow_up_csv([row("Anna", what=formula)], "http://intra", TODAY)
    assert f";'{formula};" in text


def test_budget_items_stand_among_the_follow_ups_with_their_amounts() -> None:
    rows = [*ROWS, budget_row("Lys på stien", 400_000), budget_row("Bænke", -50_000, 1_200_000)]
    view = follow_up_view(rows, FollowUpParams(sort="amount"), TODAY)
    assert [one.what for one in view.rows[:2]] == ["Bænke", "Lys på stien"]
    assert view.rows[0].amount == "-50.000\u00a0kr., 1.200.000\u00a0kr."
    assert view.rows[-1].amount is None
    assert view.caption == "3 opfølgninger og 2 budgetposter, heraf 1 med overskredet frist"


def test_a_kind_can_be_asked_for_alone() -> None:
    view = follow_up_view([*ROWS, budget_row("Lys", 400_000)], FollowUpParams(kind="budget"), TODAY)
    assert [one.kind for one in view.rows] == ["budget"]
    assert view.caption == "1 budgetpost"


def test_a_department_has_one_name_in_the_spreadsheet_too() -> None:
    text = follow_up_csv([row("ØKB"), row("Økonomi og Boliger")], "http://intra", TODAY)
    assert {line.split(";")[0] for line in text.splitlines()[1:]} == {"Økonomi og Boliger (ØKB)"}


def test_what_a_budget_ends_itself_is_no_open_item() -> None:
    ended = replace(budget_row("Lys på stien", 400_000), ended=True)
    rows = [ended, *ROWS]
    view = follow_up_view(rows, FollowUpParams(), TODAY)
    assert [one.state for one in view.rows] == ["upcoming", "overdue", "undated", "ended"]
    assert chosen_rows(rows, FollowUpParams(state="ended"), TODAY) == [ended]
    assert ended not in chosen_rows(rows, FollowUpParams(state="undated"), TODAY)
    assert follow_up_csv([ended], "http://intra", TODAY).splitlines()[1].split(";")[9] == "Afsluttet"


def test_amounts_are_numbers_in_a_spreadsheet_the_lowest_and_the_highest_where_there_are_several() -> None:
    rows = [budget_row("Lys", -400_000), budget_row("Bænke", 3, 1, 2), row("Anna")]
    lines = [line.split(";")[3:6] for line in follow_up_csv(rows, "http://intra", TODAY).splitlines()]
    assert lines == [
        ["Laveste beløb i kr.", "Højeste beløb i kr.", "Alle beløb, hvor der er flere"],
        ["-400000", "-400000", ""],
        ["1", "3", "3, 1, 2"],
        ["", "", ""],
    ]
