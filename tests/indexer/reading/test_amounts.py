import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.amounts import amounts_in, bare_amount, unit_of


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("1,2 mio. kr. om året", [1_200_000]),
        ("450.000 kr.", [450_000]),
        ("1 200 000 kr.", [1_200_000]),
        ("2.300 t.kr. og 14 tkr.", [2_300_000, 14_000]),
        ("et underskud på -3,4 mio.", [-3_400_000]),
        ("÷ 3,4 mio. kr.", [-3_400_000]),
        ("puljen – 3 mio. kr. – deles", [3_000_000]),
        ("2-3 mio. kr.", [2_000_000, 3_000_000]),
        ("mellem 1,5 og 2 mio. kr.", [1_500_000, 2_000_000]),
        ("i 2031 og 2 mio. kr. i 2032", [2_000_000]),
        ("1. mio. kr.", [1_000_000]),
        ("kr. 450.000,- og 99,-", [450_000, 99]),
        ("6 mio. kr. 25.000 pladser", [6_000_000]),
        ("2 milliarder kroner", [2_000_000_000]),
        ("5 mio. årligt", [5_000_000]),
        ("19,5 kr.", [20]),
        ("kr. 500", [500]),
        ("Bænken koster kr. 2000.", [2000]),
        ("DKK 450.000", [450_000]),
        ("dkk 1 200 000,00 og 300 DKK", [1_200_000, 300]),
        ("kr. 500-600 pr. barn", [500, 600]),
        ("DKK 3 millioner blev brugt", [3_000_000]),
        ("kr. 450.000. 12 børn kom.", [450_000]),
    ],
)
def test_an_amount_is_told_in_whole_kroner(text: str, kroner: list[int]) -> None:
    assert [amount.kroner for amount in amounts_in(text)] == kroner


@pytest.mark.parametrize(
    "text",
    [
        "3 mio. indbyggere",
        "Beløb i 1.000 kr.",
        "12 timer",
        "2031",
        f"{'9' * 40} kr.",
        "i mio. kr.",
        "mio. kr. 3,4",
        "Kr. 2031 2032",
        "kr. 5/1-2031",
        "kr. 5.1.2031",
    ],
)
def test_what_is_no_amount_gives_none(text: str) -> None:
    assert list(amounts_in(text)) == []


def test_an_amount_keeps_the_words_it_was_read_from() -> None:
    assert [amount.said for amount in amounts_in("Der afsættes 0,5 mio. kr. til lys.")] == ["0,5 mio. kr."]


@pytest.mark.parametrize(
    ("text", "unit"), [("Beløb i 1.000 kr.", 1000), ("Udgift i mio. kr.", 10**6), ("hele kr.", None)]
)
def test_a_table_tells_its_unit(text: str, unit: int | None) -> None:
    assert unit_of(text) == unit


def test_a_bare_number_counts_in_its_columns_unit() -> None:
    found = [bare_amount(cell, 1000) for cell in ("2.100", "-7", "Gul")]
    assert [amount and amount.kroner for amount in found] == [2_100_000, -7_000, None]


@given(st.text(alphabet="0123456789.,- kmiotr", max_size=60))
def test_what_the_index_cannot_hold_is_no_amount(text: str) -> None:
    assert all(abs(amount.kroner) <= 10**15 for amount in amounts_in(text))
