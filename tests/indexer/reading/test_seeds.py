"""The seeds read as a secretary reads them; facts only, none of their sentences."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from indexer.reading import read_file
from records.models import PartKind, Punkt, Reading
from records.settings import ReadingSettings

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds findes ikke her")

# Per file: (date, how it is known, first page, last page, numbers of the punkter) of each meeting.
MEETINGS = {
    "000": [
        (date(2023, 9, 11), "stated", 1, 3, "1234567"),
        (date(2023, 9, 18), "inferred", 4, 19, "123567"),
    ],
    "001": [(None, "unknown", 1, 1, "12345"), (date(2024, 2, 6), "stated", 2, 20, "123456")],
    "002": [(None, "unknown", 1, 1, "123456"), (date(2024, 1, 23), "stated", 2, 31, "12345678")],
    "003": [(date(2022, 10, 31), "stated", 1, 1, "1234567"), (date(2022, 10, 26), "stated", 1, 1, "12345")],
    "004": [(None, "unknown", 1, 1, "12456"), (date(2023, 11, 6), "inferred", 2, 16, "1234567")],
}
# Per file, meeting and punkt: (number, first page, last page) of each bilag.
BILAG = {
    ("000", 1, "3"): [(1, 5, 7), (2, 8, 10)],
    ("000", 1, "6"): [(1, 11, 15)],
    ("001", 1, "3"): [(1, 2, 3), (2, 4, 13)],
    ("001", 1, "5"): [(1, 14, 17)],
    ("002", 1, "3"): [(1, 2, 3), (2, 4, 7), (3, 8, 11)],
    ("002", 1, "4"): [(1, 12, 12), (2, 13, 16)],
    ("002", 1, "5"): [(1, 17, 18), (2, 19, 21)],
    ("002", 1, "7"): [(1, 23, 26)],
    ("003", 0, "3"): [(1, 1, 1)],
    ("003", 0, "6"): [(None, 1, 1)],
    ("004", 1, "3"): [(1, 4, 8)],
    ("004", 1, "4"): [(1, 9, 9)],
    ("004", 1, "6"): [(1, 11, 14)],
}
# Items of the dagsorden of another body that stands inside a bilag.
AGENDAS = {
    ("000", 1, "6"): 10,
    ("001", 1, "5"): 10,
    ("002", 1, "7"): 8,
    ("003", 0, "6"): 10,
    ("004", 1, "6"): 10,
}
KINDS = {
    ("000", 0, "3"): "godkendt med bemærkninger",
    ("000", 1, "3"): "godkendt",
    ("000", 1, "7"): None,
    ("001", 0, "5"): None,
    ("002", 0, "3"): "godkendt",
    ("002", 0, "4"): "ikke behandlet",
    ("002", 1, "8"): "udgår",
    ("003", 0, "3"): "godkendt med bemærkninger",
    ("003", 1, "5"): None,
}


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    settings = ReadingSettings()
    return {path.name[:3]: read_file(path, "0" * 16, settings) for path in sorted(SEEDS.glob("*.txt"))}


def punkt_of(readings: dict[str, Reading], key: tuple[str, int, str]) -> Punkt:
    file, meeting, number = key
    return next(punkt for punkt in readings[file].meetings[meeting].punkter if punkt.number == number)


@pytest.mark.parametrize("file", sorted(MEETINGS))
def test_a_file_gives_its_meetings_with_date_pages_and_punkter(
    readings: dict[str, Reading], file: str
) -> None:
    found = [
        (m.date, m.date_source, m.pages.first, m.pages.last, "".join(p.number for p in m.punkter))
        for m in readings[file].meetings
    ]
    assert found == MEETINGS[file]
    assert {meeting.body for meeting in readings[file].meetings} == {"Rådmandsmøde"}


@pytest.mark.parametrize("key", sorted(BILAG))
def test_bilag_stand_under_their_punkt_with_number_and_pages(
    readings: dict[str, Reading], key: tuple[str, int, str]
) -> None:
    found = [(b.number, b.pages.first, b.pages.last) for b in punkt_of(readings, key).bilag if b.pages]
    assert found == BILAG[key]


def test_no_other_punkt_has_a_bilag(readings: dict[str, Reading]) -> None:
    found = {
        (file, place, punkt.number)
        for file, reading in readings.items()
        for place, meeting in enumerate(reading.meetings)
        for punkt in meeting.punkter
        if punkt.bilag
    }
    assert found == set(BILAG)


@pytest.mark.parametrize("key", sorted(AGENDAS))
def test_the_dagsorden_of_another_body_is_its_bilags_and_no_punkt(
    readings: dict[str, Reading], key: tuple[str, int, str]
) -> None:
    punkt = punkt_of(readings, key)
    agenda = punkt.bilag[0].agenda
    assert [item.number for item in agenda] == [str(n + 1) for n in range(AGENDAS[key])]
    assert agenda[0].minutes == 3
    assert all(item.ansvarlig for item in (agenda[0], agenda[1], agenda[-1]))
    assert [part.bilag for part in punkt.parts if part.kind is PartKind.DAGSORDEN][-1] == punkt.bilag[
        0
    ].number


@pytest.mark.parametrize("key", sorted(KINDS))
def test_decisions_have_their_kind(readings: dict[str, Reading], key: tuple[str, int, str]) -> None:
    beslutning = punkt_of(readings, key).beslutning
    assert (beslutning.kind if beslutning else None) == KINDS[key]


def test_the_housing_first_decision_is_quoted_with_its_follow_up(readings: dict[str, Reading]) -> None:
    punkt = punkt_of(readings, ("000", 1, "3"))
    assert punkt.beslutning is not None
    assert punkt.beslutning.page == 17
    digest = hashlib.sha256(punkt.beslutning.text.encode()).hexdigest()
    assert digest[:12] == "244c14c262ec"
    assert len(punkt.follow_ups) == 1
    follow_up = punkt.follow_ups[0]
    assert follow_up.who[0] == "FAS"
    assert len(follow_up.who) == 2
    assert follow_up.due is not None
    assert (follow_up.due.first, follow_up.due.last) == (date(2024, 2, 1), date(2024, 2, 10))
    assert any(person.code == "FAS" and person.role == "følger op" for person in punkt.ansvarlig)


def test_a_slip_of_the_date_is_reported_and_the_inference_argued(readings: dict[str, Reading]) -> None:
    meeting = readings["000"].meetings[1]
    assert meeting.confidence < 1
    assert len(meeting.evidence) >= 4
    assert any("lørdag" in warning for warning in readings["000"].warnings)
    assert any(warning.endswith("Punkt 4 findes ikke i filen.") for warning in readings["000"].warnings)
    assert any("2024" in warning for warning in readings["004"].warnings)


def test_the_table_of_follow_ups_gives_a_row_to_each_matter(readings: dict[str, Reading]) -> None:
    punkt = punkt_of(readings, ("001", 1, "3"))
    rows = {
        paragraph.heading.split()[0]
        for part in punkt.parts
        if part.bilag == 2
        for paragraph in part.paragraphs
        if paragraph.heading and paragraph.heading[0].isdigit()
    }
    assert {str(number) for number in range(1, 28)} <= rows
    codes = {person.code for person in punkt.ansvarlig if person.source == "tabel"}
    assert {"MSB", "MØB", "FAS", "MBU", "MSO", "UJU", "VJH"} <= codes


def test_all_text_is_in_some_part(readings: dict[str, Reading]) -> None:
    assert all(reading.coverage >= 0.995 for reading in readings.values())


def test_furniture_stays_out_of_the_running_text(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        texts = [
            x.text for m in reading.meetings for p in m.punkter for part in p.parts for x in part.paragraphs
        ]
        for word in ("Sagsbehandler:", "Tlf.:", "8000 ", "Side 2 af", "Side 4 af", ", Bilag 1: Dagsorden"):
            assert not [text for text in texts if text.startswith(word)]
