import pytest

from indexer.reading.attendance import is_attendance


@pytest.mark.parametrize(
    "text",
    [
        "Fraværende: Karl Bro",
        "Stabschef Lone Lund havde meldt afbud.",
        "Lokale 3 Information: Ida tager referat. Arkitekt Bo Dam deltager under pkt. 4.",
        "Mødedato 4. maj 2030 Mødested Salen Deltagere Bo Dam (A), Ida Hede (C)",
        "Centerchef Bo Dam deltog i behandlingen af sagen.",
    ],
)
def test_who_was_there_is_attendance(text: str) -> None:
    assert is_attendance(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "40 unge deltager i forløbet.",
        "Bo Dam deltog under punktet. Han fortalte, at broen åbner til maj.",
        "Udvalget godkendte planen. Fraværende: Karl Bro",
        "Skolerne skal nedbringe elevernes fravær.",
    ],
)
def test_what_says_more_is_not(text: str) -> None:
    assert not is_attendance(text)
