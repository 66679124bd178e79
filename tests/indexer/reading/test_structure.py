"""Structure that the seeds do not show: repeated numbers, closed punkter, the common agenda system."""

from datetime import date
from pathlib import Path

from indexer.reading import read_file
from records.models import Access, Reading
from records.settings import ReadingSettings


def read(folder: Path, text: str, settings: ReadingSettings | None = None) -> Reading:
    path = folder / "referat.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, "0" * 16, settings or ReadingSettings())


MINUTES = """ Referat

Punkt 1: Dagsorden

Godkendt.

Punkt 2: Cykelstier i nord (5 min)

Rådmanden godkendte indstillingen.

Punkt 2: Svømmehallens tag

Udsat.

Punkt 4: Lukket: Køb af grund

Drøftet.
"""

AGENDA = """REFERAT
Havneudvalget d. 27-08-2019

Mødedato Tirsdag d. 27. august 2019 kl. 16:00

Indholdsfortegnelse

Punkt 1: Lokalplan for molen.....................2
Punkt 2: Lukket: Køb af kran.....................3

Punkt 1: Lokalplan for molen
19/00871

Indstilling
Forvaltningen indstiller,
1. at planen sendes i høring

Bilag
Bilag 1: Forslag til lokalplan
Bilag 2: Kort over bunden (fortroligt)

Beslutninger
Indstillingen blev godkendt med den ændring, at høringen varer otte uger.
"""


def test_a_number_used_for_two_matters_gives_two_punkter(tmp_path: Path) -> None:
    (meeting,) = read(tmp_path, MINUTES).meetings
    assert [punkt.number for punkt in meeting.punkter] == ["1", "2", "2", "4"]
    assert [punkt.id.rpartition("-p")[2] for punkt in meeting.punkter] == ["1", "2", "2-2", "4"]
    assert [punkt.beslutning.kind for punkt in meeting.punkter if punkt.beslutning] == [
        "godkendt",
        "godkendt",
        "udsat",
        "drøftet",
    ]


def test_a_missing_number_is_noted_without_a_cause(tmp_path: Path) -> None:
    reading = read(tmp_path, MINUTES)
    assert [w.partition(": ")[2] for w in reading.warnings] == ["Punkt 3 findes ikke i filen."]


def test_a_mark_of_closure_wins_over_the_archives_default(tmp_path: Path) -> None:
    (meeting,) = read(tmp_path, MINUTES).meetings
    closed = meeting.punkter[-1]
    assert (closed.access, closed.title) == (Access.CLOSED, "Køb af grund")
    assert all(part.access is Access.CLOSED for part in closed.parts)
    assert meeting.punkter[0].access is Access.OPEN


def test_an_internal_archive_closes_what_says_nothing(tmp_path: Path) -> None:
    (meeting,) = read(tmp_path, MINUTES, ReadingSettings(default_access="lukket")).meetings
    assert {punkt.access for punkt in meeting.punkter} == {Access.CLOSED}


def test_the_common_agenda_system_gives_sag_recommendation_decision_and_bilag(tmp_path: Path) -> None:
    (meeting,) = read(tmp_path, AGENDA).meetings
    assert meeting.id == "havneudvalget-2019-08-27"
    plan, kran = meeting.punkter
    assert (plan.sag, kran.access, kran.title) == (("19/00871",), Access.CLOSED, "Køb af kran")
    assert plan.indstilling is not None
    assert plan.beslutning is not None
    assert plan.beslutning.kind == "godkendt med bemærkninger"
    assert [(bilag.number, bilag.access) for bilag in plan.bilag] == [
        (1, Access.OPEN),
        (2, Access.CONFIDENTIAL),
    ]
    assert plan.access is Access.OPEN


def test_ids_are_the_same_in_every_run(tmp_path: Path) -> None:
    first, second = read(tmp_path, MINUTES), read(tmp_path, MINUTES)
    assert first == second
    assert first.meetings[0].id.startswith("ukendt-organ-udateret-")


OPEN_ITEMS_TEXT = """
Parkudvalget
Referat

Mødedato: 4. marts 2019
Mødelokale: Drivhuset

Indholdsfortegnelse
1 (Åben) Nye bænke	2
2 (Lukket) Salg af et skur	2
Underskriftsside	3
\f1 (Åben) Nye bænke
Sags ID: EMN-2019-00012

Sagsfremstilling
Bænkene ved søen er rådnet.

Indstilling
Forvaltningen indstiller, at der købes fire bænke.

Beslutning i Parkudvalget den 04-03-2019
Godkendt. Parkchef Bo Ek vender tilbage med farven senest den 1. april 2019.

Bilag
1 Kort over bænkene
2 (Lukket) Salg af et skur
Sags ID: EMN-2019-00013
"""


def test_items_marked_open_or_closed_are_a_layout_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "park.txt"
    path.write_text(OPEN_ITEMS_TEXT, encoding="utf-8")
    reading = read_file(path, "0" * 16, ReadingSettings())
    (meeting,) = reading.meetings
    assert (meeting.body, meeting.date, meeting.date_source) == ("Parkudvalget", date(2019, 3, 4), "stated")
    bench, shed = meeting.punkter
    assert (bench.title, bench.access, bench.sag) == ("Nye bænke", Access.OPEN, ("EMN-2019-00012",))
    assert (shed.title, shed.access) == ("Salg af et skur", Access.CLOSED)
    assert bench.beslutning is not None
    assert (bench.beslutning.kind, bench.beslutning.text, bench.beslutning.page) == (
        "godkendt",
        "Godkendt.",
        2,
    )
    assert [follow_up.who for follow_up in bench.follow_ups] == [("Bo Ek",)]
    assert [(bilag.number, bilag.title) for bilag in bench.bilag] == [(1, "Kort over bænkene")]
    assert reading.coverage >= 0.99


def test_no_text_hides_behind_contents_that_never_end(tmp_path: Path) -> None:
    path = tmp_path / "skjult.txt"
    path.write_text(OPEN_ITEMS_TEXT.replace(" (Åben)", "").replace(" (Lukket)", ""), encoding="utf-8")
    reading = read_file(path, "0" * 16, ReadingSettings())
    texts = [p.text for m in reading.meetings for k in m.punkter for part in k.parts for p in part.paragraphs]
    assert any("rådnet" in text for text in texts)
    assert reading.coverage >= 0.99
