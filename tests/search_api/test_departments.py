import pytest

from mappings.loader import department_entries
from search_api import departments
from search_api.departments import by_one_name


@pytest.mark.parametrize(
    "written", ["ØKB", "Økonomi og Boliger", "Økonomi & Boliger", "Økonomi og Boliger (ØKB)"]
)
def test_a_department_goes_by_one_name_however_it_is_written(written: str) -> None:
    assert by_one_name(written) == "Økonomi og Boliger (ØKB)"


def test_a_person_keeps_their_name_and_a_code_without_a_name_stands_alone() -> None:
    assert by_one_name("Niels") == "Niels"
    assert by_one_name("DIG") == "DIG"


def test_a_code_that_two_departments_share_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = {"code": "ØKB", "name": "Øster Kirkeby", "variants": [], "municipality": "Lyngby"}
    monkeypatch.setattr(departments, "department_entries", lambda: [*department_entries(), shared])
    departments._names.cache_clear()
    assert by_one_name("ØKB") == "ØKB"
    assert by_one_name("Øster Kirkeby") == "Øster Kirkeby (ØKB)"
    departments._names.cache_clear()
