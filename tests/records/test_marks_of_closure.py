"""What a line, a cover or a file's name says of access."""

import pytest

from records.marks_of_closure import (
    closes_what_follows,
    is_closed_meeting,
    marks_page,
    named_access,
    stated_access,
)
from records.models import Access


@pytest.mark.parametrize(
    "line",
    [
        "Lukket: Salg af en grund",
        "LUKKET - Salg af en grund",
        "Lukket punkt",
        "Lukket dagsordenspunkt: Salg af en grund",
        "Lukkede døre: Salg af en grund",
        "Salg af en grund – lukket punkt",
        "Salg af en grund (Lukket)",
        "Salg af en grund (ikke offentlig)",
        "[Lukket]",
        "Lukket, jf. lovens § 10",
        "Punktet behandles for lukkede døre.",
        "Punktet er lukket.",
        "Ikke offentligt",
        "Sagstype: Lukket",
        "Lukket bilag 2: Bud",
        "Bud (lukkede bilag)",
    ],
)
def test_a_line_is_known_as_closed_however_houses_write_it(line: str) -> None:
    assert stated_access([line]) is Access.CLOSED


@pytest.mark.parametrize(
    "line",
    [
        "Bud (fortroligt/lukket bilag)",
        "Bud - fortroligt bilag",
        "FORTROLIG - Bud",
        "FORTROLIGT NOTAT",
        "Strengt fortroligt",
        "Bilag 2 er fortroligt.",
        "Undtaget fra aktindsigt",
    ],
)
def test_a_line_is_known_as_confidential(line: str) -> None:
    assert stated_access([line]) is Access.CONFIDENTIAL


@pytest.mark.parametrize(
    "line",
    [
        "Værestedet holder lukket i uge 28",
        "Lukkedage i dagtilbud",
        "Lukningen af en skole",
        "Lukkede afdelinger på sygehuset",
        "Fortrolige samtaler med unge",
        "Offentlighed i forvaltningen",
    ],
)
def test_what_is_about_closing_closes_nothing(line: str) -> None:
    assert stated_access([line]) is None


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("LUKKET DAGSORDEN", True),
        ("Lukkede punkter:", True),
        ("Dagsorden – lukket møde", True),
        ("Følgende punkter behandles for lukkede døre:", True),
        ("Åbne punkter", False),
        ("ÅBEN DAGSORDEN", False),
        ("Lukket punkt", None),
        ("Lukket dagsorden blev drøftet sidst.", None),
    ],
)
def test_some_headings_close_or_open_all_below_them(line: str, closes: bool | None) -> None:
    assert closes_what_follows(line) is closes


@pytest.mark.parametrize(
    ("cover", "closed"),
    [
        (["Havneudvalget", "Referat (lukket)"], True),
        (["LUKKET REFERAT", "4. marts 2031"], True),
        (["Dagsorden for lukket møde i Havneudvalget"], True),
        (["Åben og lukket dagsorden"], False),
        (["Havneudvalget", "Referat"], False),
    ],
)
def test_a_cover_closes_its_meeting_unless_a_part_is_open(cover: list[str], closed: bool) -> None:
    assert is_closed_meeting(cover) is closed


def test_a_mark_alone_closes_its_page_and_a_sentence_does_not() -> None:
    assert marks_page("FORTROLIGT BILAG")
    assert not marks_page("Fortroligt, sagde formanden.")


def test_a_files_own_name_may_close_it() -> None:
    assert named_access("Bilag 2 - Bud (fortroligt bilag).pdf") is Access.CONFIDENTIAL
    assert named_access("Lukket_dagsorden_marts.pdf") is Access.CLOSED
    assert named_access("Dagsorden marts.pdf") is Access.OPEN
