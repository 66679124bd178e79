"""What stands in a closed bilag shows nowhere outside it."""

from pathlib import Path

import pytest

from indexer.reading import read_file
from records.models import Access
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
