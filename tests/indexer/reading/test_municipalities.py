"""A house's codes resolve in its own files, and not in those that name another municipality."""

from pathlib import Path

import pytest

from indexer.reading import read_file
from indexer.reading.evidence import Evidence, RunningText
from indexer.reading.line import Line
from indexer.reading.municipalities import municipalities_in
from indexer.reading.register import Scope, department_of, departments
from records.settings import ReadingSettings

KNOWN = next(one for one in departments() if one.code != one.name and department_of(one.code))
MINUTES = """{head}
Havneudvalget
Referat
Mødedato: tirsdag den 5. maj 2026

1. Godkendelse af dagsorden
Beslutning
Godkendt.

2. Nye lygter
Ansvarlig: {code}
Beslutning
Udsat.
"""


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (f"{KNOWN.municipality} Kommune", KNOWN.name),
        ("", KNOWN.name),
        ("Egevang Kommune", KNOWN.code),
    ],
)
def test_a_code_resolves_in_its_own_house_s_files_and_where_none_is_named(
    tmp_path: Path, head: str, name: str
) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(MINUTES.format(head=head, code=KNOWN.code), encoding="utf-8")
    [meeting] = read_file(path, "0" * 16, ReadingSettings()).meetings
    assert [(person.name, person.code) for person in meeting.punkter[1].ansvarlig] == [(name, KNOWN.code)]


def test_every_department_is_of_a_municipality_that_its_own_files_can_name() -> None:
    for one in departments():
        assert Scope(None, frozenset({one.municipality.casefold()})).holds(one)
        assert not Scope(None, frozenset({"egevang"})).holds(one)


def test_the_cover_and_the_letterheads_tell_and_sentences_and_stamps_do_not() -> None:
    lines = (
        Line("Nørre Egevang Kommune", 1, top=True),
        Line("Der er skrevet til Sandby Kommune om molen.", 1),
        Line("Havnby Kommune har svaret", 2, top=True),
    )
    evidence = (
        Evidence("afsender", "Teknik, Lyngby Kommune", 2, 2),
        Evidence("stempel", "Punkt 1, Bilag 1: Aftale med Vestby Kommune", 2, 2),
    )
    assert municipalities_in(RunningText(lines, evidence)) == {"nørre egevang", "egevang", "lyngby"}
