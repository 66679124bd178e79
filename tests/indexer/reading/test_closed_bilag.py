"""What stands in a closed bilag shows nowhere outside it."""

from pathlib import Path

import pytest

from indexer.reading import read_file
from indexer.reading.characters import mended
from records.models import Access, PartKind
from records.personal_numbers import PERSONAL_NUMBER
from records.settings import ReadingSettings

REFERAT = """ Referat

Punkt 1: Dagsorden

Godkendt.

Punkt 2: Nye bænke

Rådmanden godkendte indstillingen.
"""
BILAG = """ Notat om en plads

Notatet gennemgår pladsen i detaljer, og hvad den kan bruges til.

Tolv bænke	1.400.000 kr.

Park og Vej
Tranvig Kommune

Rådhuspladsen 1
9999 Tranvig

Direkte telefon: 11 22 33 44

Sag: EMN-2031-000123
Sagsbehandler:
Gerda Holmstrup

Punkt 2, Bilag 1: Notat om en
plads{closure}.docx
"""
PAGE_BREAK = "\f"


@pytest.mark.parametrize(
    ("closure", "access"), [("", Access.OPEN), (" (fortroligt bilag)", Access.CONFIDENTIAL)]
)
def test_a_closed_bilag_gives_its_punkt_no_names_no_cases_and_no_budget(
    tmp_path: Path, closure: str, access: Access
) -> None:
    file = tmp_path / "a.txt"
    pages = ("Punkt 2: Nye bænke\n", BILAG.format(closure=closure), REFERAT)
    file.write_text(PAGE_BREAK.join(pages), encoding="utf-8")
    reading = read_file(file, "0" * 16, ReadingSettings(), file.name)
    (punkt,) = [punkt for meeting in reading.meetings for punkt in meeting.punkter if punkt.number == "2"]
    assert punkt.access is Access.OPEN
    assert [bilag.access for bilag in punkt.bilag] == [access]
    shown = access is Access.OPEN
    assert ("EMN-2031-000123" in punkt.sag) is shown
    assert any("Holmstrup" in person.name for person in punkt.ansvarlig) is shown
    assert bool(punkt.budget_items) is shown


def test_a_bilag_that_the_referat_names_as_closed_is_closed_and_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    spoken = "\nRådmanden takkede for arbejdet med pladsen og bænkene.\n"
    named = REFERAT + spoken + "\nBilag 1: Notat om en plads (fortroligt bilag)\n"
    file.write_text(
        PAGE_BREAK.join(("Punkt 2: Nye bænke\n", BILAG.format(closure=""), named)), encoding="utf-8"
    )
    (meeting,) = read_file(file, "0" * 16, ReadingSettings(), file.name).meetings
    (punkt,) = [punkt for punkt in meeting.punkter if punkt.number == "2"]
    assert punkt.access is Access.OPEN
    assert (punkt.sag, punkt.ansvarlig, punkt.budget_items) == ((), (), ())
    closed = [part.access for part in punkt.parts if part.kind is PartKind.BILAG]
    assert closed
    assert set(closed) == {Access.CONFIDENTIAL}


NUMBERS = ("Sagen om 010203-1234 er lukket.", "cpr-nr.: 0102031234", "Født 31.12., 311299 – 4321.")


@pytest.mark.parametrize("text", NUMBERS)
def test_no_personal_number_is_read(text: str) -> None:
    assert PERSONAL_NUMBER in mended(text)
    assert "234" not in mended(text)
    assert "4321" not in mended(text)


@pytest.mark.parametrize(
    "text", ["Sagsnr. 2013-012209", "Tlf. 11 22 33 44", "EMN-2031-000123", "450000-1234"]
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert mended(text) == text


def test_who_reads_the_ledger_is_told_of_personal_numbers(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(REFERAT + "\nBarnet 010203-1234 får en plads.\n", encoding="utf-8")
    reading = read_file(file, "0" * 16, ReadingSettings(), file.name)
    assert any("personnumre" in warning for warning in reading.warnings)
    assert "010203" not in repr(reading)


def test_who_reads_the_ledger_is_told_of_numbers_in_what_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    pages = (f"Barnet 010203-1234\nDer er lyst på side {word}.\nOg højt.\n" for word in ("et", "to", "tre"))
    file.write_text(PAGE_BREAK.join(pages), encoding="utf-8")
    reading = read_file(file, "0" * 16, ReadingSettings(), file.name)
    assert any(PERSONAL_NUMBER in text for text in reading.furniture)
    assert any("personnumre" in warning for warning in reading.warnings)
