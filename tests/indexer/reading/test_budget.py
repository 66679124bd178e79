from datetime import date
from pathlib import Path

import pytest

from evaluation.read_report import read
from evaluation.reading.cases import DEMO
from indexer.reading.budget import budget_items
from indexer.reading.line import Line
from records.models import BudgetItem

HEAD = ("#", "OPGAVE", "ANSVARLIG", "STATUS", "NÆSTE OPFØLGNING")


def found(*rows: tuple[str, ...] | str, title: str = "Opfølgning på budgetaftalen") -> list[BudgetItem]:
    lines = [
        Line(row, 4) if isinstance(row, str) else Line(" ".join(filter(None, row)), 4, cells=row)
        for row in rows
    ]
    return list(budget_items(lines, (title,), date(2031, 10, 1), "d1"))


def test_a_row_of_a_follow_up_tells_what_how_much_who_and_when() -> None:
    (item,) = found(HEAD, ("7", "Lys på stien 0,4 mio. kr.", "ØKB", "I gang.", "1. kvartal 2032"))
    assert (item.number, item.what, item.page, item.document_id) == (
        "7",
        "Lys på stien 0,4 mio. kr.",
        4,
        "d1",
    )
    assert [amount.kroner for amount in item.amounts] == [400_000]
    assert item.who == ("Økonomi og Boliger",)
    assert item.due is not None
    assert item.due.first == date(2032, 1, 1)


def test_the_amount_stands_in_the_text_below_where_the_title_names_none() -> None:
    items = found(
        HEAD,
        ("1", "Lys på stien", "ØKB", "", ""),
        "Der afsættes 2 mio. kr. årligt, og der er brugt 0,3 mio. kr.",
        ("2", "Bænke", "ØKB", "", ""),
    )
    assert [[amount.kroner for amount in item.amounts] for item in items] == [[2_000_000], []]


def test_numbered_rows_without_an_amount_count_only_in_a_budget() -> None:
    rows = (HEAD, ("1", "Lys på stien", "ØKB", "", ""))
    assert len(found(*rows)) == 1
    assert found(*rows, title="Opfølgning på trivsel") == []


def test_bare_numbers_count_in_the_unit_that_the_table_states() -> None:
    items = found(
        "Beløb i 1.000 kr.", ("#", "FORSLAG", "ANSVAR LIG", "2032", "2033"), ("3", "Lys", "ØKB", "700", "-50")
    )
    assert [amount.kroner for amount in items[0].amounts] == [700_000, -50_000]


def test_prices_are_items_and_totals_and_comparisons_are_not() -> None:
    items = found(
        ("Anlæg", "Pris", "År"),
        ("Havnebadet", "1.450.000 kr.", "2032"),
        ("I alt", "1.450.000 kr.", ""),
        ("Årlig udgift", "5 mio. kr.", "6 mio. kr."),
        "Pladserne fordeles sådan:",
        ("Havnebadet", "18", "20"),
        title="Havnens anlæg",
    )
    assert [item.what for item in items] == ["Havnebadet"]


def test_the_budget_of_the_demo_corpus_is_found_whole() -> None:
    reading = read(DEMO / "pdf" / "raadmandsmoede-2023-12-04.pdf")
    items = [item for meeting in reading.meetings for punkt in meeting.punkter for item in punkt.budget_items]
    assert [item.number for item in items] == [str(number) for number in range(1, 14)]
    assert [amount.kroner for amount in items[0].amounts] == [18_000_000]
    assert items[1].due is not None


def test_the_long_follow_up_of_a_seed_is_found_whole(seeds: Path) -> None:
    reading = read(next(seeds.glob("001_*.txt")))
    items = [item for meeting in reading.meetings for punkt in meeting.punkter for item in punkt.budget_items]
    assert [item.number for item in items] == [str(number) for number in range(1, 28)]
    assert sum(bool(item.amounts) for item in items) == 17
    assert all(item.who for item in items)


def test_a_row_whose_text_mentions_money_is_no_head_of_columns() -> None:
    items = found(
        HEAD, ("1", "Lys 3 mio. kr. i alt", "ØKB", "I gang", ""), ("2", "Bænke", "ØKB", "I gang", "")
    )
    assert [item.number for item in items] == ["1", "2"]


def test_a_table_within_a_follow_up_has_columns_of_its_own() -> None:
    items = found(
        HEAD,
        ("1", "Lys", "ØKB", "", ""),
        ("Fordeling af 1 mio. kr. afsat til lys i budgettet", "Andel", "%", "Kr."),
        ("Havnen", "2", "48,4", "483.871"),
    )
    assert [amount.kroner for amount in items[-1].amounts] == [483_871]


def test_what_the_follow_up_itself_ends_has_ended() -> None:
    items = found(
        HEAD,
        ("1", "Lys på stien", "ØKB", "I gang.", "Afsluttes"),
        ("2", "Bænke", "ØKB", "Afsluttes, når der er bænke nok.", "1. kvartal 2032"),
        ("3", "Skraldespande", "ØKB", "Sat op.", ""),
    )
    assert [item.ended for item in items] == [True, False, False]


def test_a_row_has_ended_too_where_a_line_below_it_says_so() -> None:
    items = found(
        HEAD, ("1", "Lys", "ØKB"), "Pengene er delt ud.", "Afsluttes", ("2", "Bænke", "ØKB"), "I gang."
    )
    assert [item.ended for item in items] == [True, False]


def test_who_answers_for_a_row_is_no_due_date() -> None:
    (item,) = found(("#", "OPGAVE", "ANSVARLIG"), ("7", "Lys på stien 0,4 mio. kr.", "Maj"))
    assert item.who == ("Maj",)
    assert item.due is None


@pytest.mark.parametrize(
    "name",
    [
        "Udgifter til specialundervisning",
        "Samlet indsats for unge",
        "Drift af havnebadet",
        "Pris på busdrift",
        "Prisen på lys",
        "Beløb til frivillige foreninger",
        "Driftsleder på havnen",
    ],
)
def test_a_row_that_names_what_the_money_is_for_is_an_item(name: str) -> None:
    assert [item.what for item in found(("Tilbud", "Pris"), (name, "2 mio. kr."))] == [name]


@pytest.mark.parametrize(
    "name",
    [
        "I alt",
        "I alt for hele havnen",
        "Sum",
        "Total 2031-2033",
        "Samlet udgift",
        "Samlede udgifter, netto",
        "Samlet besparelse 2031",
        "Udgifter i alt (kr.)",
        "Drift 2024",
        "Drift og anlæg",
        "Drifts- og anlægsudgifter",
        "Årlig drift",
        "Pris pr. plads",
        "Pris ekskl. moms",
        "Beløb i 1.000 kr.",
        "Nettoudgift om året",
    ],
)
def test_a_total_or_a_kind_of_money_is_no_item(name: str) -> None:
    assert found(("Tilbud", "Pris"), (name, "2 mio. kr.")) == []
