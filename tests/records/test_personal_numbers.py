import pytest

from records.ledger import LedgerFile
from records.personal_numbers import PERSONAL_NUMBER, masked


@pytest.mark.parametrize(
    "text",
    [
        "010203-1234",
        "010203 - 1234",
        "010203−1234",
        "010203\u00ad1234",
        "010203 1234",
        "010203-\n1234",
        "01.02.03-1234",
        "cpr-nr. 0102031234",
        "cpr-nummeret er 0102031234",
        "personnummer: 0102031234",
        "Personnr.\n010203 1234",
        "cpr-numre: 0102031234, 0203041234 og 0304051234",
    ],
)
def test_a_personal_number_is_known_however_it_is_written(text: str) -> None:
    hidden = masked(f"Barnet, {text}, får en plads.")
    assert hidden == f"Barnet, {PERSONAL_NUMBER}, får en plads."
    assert masked(hidden) == hidden


@pytest.mark.parametrize("text", ["12.03.31 1500", "01.02.2031-31.03.2031", "Sag 2031-010203", "450000-1234"])
def test_days_and_other_numbers_are_left_alone(text: str) -> None:
    assert masked(text) == text


def test_no_files_name_shows_one() -> None:
    assert (
        LedgerFile("/indbakke/Ansøgning 010203-1234.pdf", "d", 1).name == f"Ansøgning {PERSONAL_NUMBER}.pdf"
    )
