"""Reading holds on any text: it never raises, keeps order, and gives the same twice."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.reading import read_file, reading_as_json
from records.errors import UnreadableFile
from records.settings import ReadingSettings

# Lines of the shapes that the rules look for, so that chance meets them often.
SHAPES = [
    "Referat",
    " Referat",
    "Punkt 1: Dagsorden",
    " Punkt 2: Stier i nord (5 min)",
    "Punkt 2, Bilag 1: Notat om",
    "stier.docx",
    "Side 2 af 53. Vej",
    "side 1 af 3",
    "4 / 9",
    "",
    " ",
    "",
    "INDSTILLING",
    "Indstilling",
    "BILAG",
    "Bilag 1: Kort",
    "Det indstilles,",
    "1) at kortet godkendes",
    "Godkendt.",
    "Emne:",
    "Em-",
    "ne:",
    "Hav- og Strandudvalgsmøde",
    "Mødedato: 3. maj 2019",
    "1. Godkendelse",
    "2. Strand",
    "Ansvarlig: Bo Ek/SFR",
    "Tid: 10.00 (5 min.)",
    "Bilag:",
    "- Kort over",
    "Havby Kommune",
    "8000 Havby",
    "Tlf.: 12 34 56 78",
    "E-post: a@b.dk",
    "Sagsbehandler:",
    "3. maj 2019",
    "Lukket: Grund",
    "Beslutning for Punkt 1: Dagsorden",
    "Kategori - Til drøftelse",
    "Havmøder (Havmøde)",
    "03-05-2019 10:00 - 11:00",
    "Indhold",
    "Punkt 1: Dagsorden.....1",
    "#	OPGAVE	ANSVARLIG	STATUS	NÆSTE",
    "1	Vej	SFR	Status: i gang	Maj",
    "Overblik: Noter",
    "# OPGAVE AN-",
    "SVAR",
    "LIG",
    "STATUS NÆSTE OP-",
    "FØLGNING",
    "1 Vej til",
    "MSB",
    "8.",
    "Sagsnr.: 2010-3",
    "Udvalgets beslutning den 1.1.2019",
    "SFR følger op primo maj.",
    "en lang linje, der går videre med et ord, der deles ved kan-",
    "ten af siden og ender her.",
    "30. februar 2020",
    "REFERAT",
    "Havudvalget",
    "d. 31-02-2020",
    "Mødedato Tirsdag d. 3. maj 2019",
    "Beslutninger",
    "\f",
]
LINES = st.lists(st.one_of(st.sampled_from(SHAPES), st.text(max_size=60)), max_size=60)


def read_text(folder: Path, text: str) -> dict[str, object] | str:
    path = folder / "tekst.txt"
    path.write_text(text, encoding="utf-8", errors="replace")
    try:
        return reading_as_json(read_file(path, "0" * 16, ReadingSettings()))
    except UnreadableFile as refused:
        return refused.reason


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tekst")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES)
def test_reading_never_raises_and_is_the_same_twice(folder: Path, lines: list[str]) -> None:
    text = "\n".join(lines)
    assert read_text(folder, text) == read_text(folder, text)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES)
def test_pages_ids_and_coverage_stay_within_bounds(folder: Path, lines: list[str]) -> None:
    path = folder / "sider.txt"
    path.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    try:
        reading = read_file(path, "0" * 16, ReadingSettings())
    except UnreadableFile:
        return
    ids = [meeting.id for meeting in reading.meetings]
    assert len(ids) == len(set(ids))
    assert 0 <= reading.coverage <= 1
    for meeting in reading.meetings:
        assert len({punkt.id for punkt in meeting.punkter}) == len(meeting.punkter)
        for part in (part for punkt in meeting.punkter for part in punkt.parts):
            assert all(1 <= p.page <= p.last_page <= reading.page_count for p in part.paragraphs)
