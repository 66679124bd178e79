"""What is closed by a mark that stands elsewhere than at the punkt or the bilag itself."""

from pathlib import Path

import pytest

from indexer.reading import read_file
from indexer.reading.closed_groups import Closing
from records.models import Access, Punkt, Reading
from records.settings import ReadingSettings

HEAD = "Havneudvalget\n\nReferat\n\n{mark}Mødedato: 4. marts 2031\nMødested: Rådhuset\n\n"
OPEN = "1. Nye bænke\n\nSagsfremstilling\nDer mangler bænke ved søen.\n\nBeslutning\nGodkendt.\n\n"
SOLD = "2. Salg af en grund\n\nSagsfremstilling\nGerda vil købe grunden.\n\nBeslutning\nGodkendt.\n\n"
LAST = "3. Eventuelt\n\nBeslutning\nIntet.\n"
PAGE_BREAK = "\f"


def read(tmp_path: Path, *pages: str, name: str = "a.txt") -> Reading:
    file = tmp_path / name
    file.write_text(PAGE_BREAK.join(pages), encoding="utf-8")
    return read_file(file, "0" * 16, ReadingSettings(), name)


def punkter(reading: Reading) -> dict[str, Punkt]:
    return {punkt.number: punkt for meeting in reading.meetings for punkt in meeting.punkter}


def closed(reading: Reading) -> list[str]:
    return [number for number, punkt in punkter(reading).items() if punkt.access is not Access.OPEN]


def open_text(reading: Reading) -> str:
    return " ".join(
        paragraph.text
        for punkt in punkter(reading).values()
        for part in punkt.parts
        if punkt.access is part.access is Access.OPEN
        for paragraph in part.paragraphs
    )


@pytest.mark.parametrize(
    ("above", "below", "numbers"),
    [
        ("", "", []),
        ("LUKKET DAGSORDEN\n\n", "", ["2", "3"]),
        ("Punkter for lukkede døre\n\n", "", ["2", "3"]),
        ("Lukkede punkter\n\n", "Åbne punkter\n\n", ["2"]),
        # The mark of one punkt may be of the one above it too, so both are closed.
        ("Lukket punkt\n\n", "", ["1", "2"]),
    ],
)
def test_a_heading_closes_the_punkter_below_it(
    tmp_path: Path, above: str, below: str, numbers: list[str]
) -> None:
    reading = read(tmp_path, HEAD.format(mark="") + OPEN + above + SOLD + below + LAST)
    assert closed(reading) == numbers
    assert ("Gerda" in open_text(reading)) is not bool(numbers)


def test_a_lower_number_begins_another_list_which_is_open_again() -> None:
    closing = Closing()
    closing.follow(closes=True)
    assert [closing.takes(number) for number in ("3", "4", "1", "2")] == [True, True, False, False]


@pytest.mark.parametrize("mark", ["Lukket møde\n", "Referat (lukket)\n", "Lukket dagsorden\n"])
def test_a_cover_closes_its_meeting(tmp_path: Path, mark: str) -> None:
    assert closed(read(tmp_path, HEAD.format(mark=mark) + OPEN + SOLD + LAST)) == ["1", "2", "3"]


def test_a_cover_closes_what_comes_of_its_meeting_where_open_punkter_stand_above(tmp_path: Path) -> None:
    held_open = HEAD.format(mark="Åben dagsorden\n") + OPEN
    behind = HEAD.format(mark="Lukket dagsorden\n") + SOLD
    reading = read(tmp_path, held_open, behind)
    assert "Der mangler bænke" in open_text(reading)
    assert "Gerda" not in open_text(reading)


def test_titles_of_closed_punkter_above_all_others_are_not_shown(tmp_path: Path) -> None:
    listed = "Lukkede punkter\nAfsked af Gerda Holmstrup\n\n"
    assert "Holmstrup" not in open_text(read(tmp_path, HEAD.format(mark=listed) + OPEN + LAST))


def test_fields_may_stand_between_a_heading_and_its_mark(tmp_path: Path) -> None:
    marked = SOLD.replace("grund\n\n", "grund\n\nSagsnr.: 31-004711\nSagsbehandler: Bo Ek\nLukket sag\n\n", 1)
    assert closed(read(tmp_path, HEAD.format(mark="") + OPEN + marked + LAST)) == ["2"]


def test_a_running_head_or_the_files_name_closes_all_of_it(tmp_path: Path) -> None:
    pages = [
        f"FORTROLIGT\nNotatets side {word} handler om grunden.\n" for word in ("et", "to", "tre", "fire")
    ]
    assert open_text(read(tmp_path, *pages)) == ""
    text = "Notatet handler om grunden.\n"
    assert open_text(read(tmp_path, text, name="Bud (fortroligt bilag).txt")) == ""
    assert open_text(read(tmp_path, text)) != ""


def test_a_stamped_page_is_closed_whatever_is_made_of_it(tmp_path: Path) -> None:
    bid = " Bud\n\nGerda byder ti kroner.\n\nSag: EMN-2031-000123\n\n"
    minutes = " Referat\n\nPunkt 1: Dagsorden\n\nGodkendt.\n\nPunkt 2: Nye bænke\n\nRådmanden sagde ja.\n"
    reading = read(tmp_path, f"{bid}Punkt 1, Bilag 1: Bud (fortroligt bilag).docx\n", minutes)
    assert "Gerda" not in open_text(reading)
    assert not any(punkt.sag for punkt in punkter(reading).values() if punkt.access is Access.OPEN)
    assert "Godkendt." in open_text(reading)


@pytest.mark.parametrize(
    ("listed", "head"),
    [
        ("- Kort\n- Bud på grunden (fortroligt)", "Bilag til punkt 1: Bud på grunden"),
        ("Bilag 1: Kort\n\nLukkede bilag\nBilag 2: Bud på grunden", "Bilag 2: Bud på grunden"),
        ("Bilag 1: Kort\nBilag 2: Bud på grunden", "Bilag 2 (fortroligt): Bud på grunden"),
    ],
)
def test_a_bilag_is_closed_by_its_list_however_both_count(tmp_path: Path, listed: str, head: str) -> None:
    lists = OPEN.replace("Beslutning\n", f"Bilag\n{listed}\n\nBeslutning\n")
    bilag = f"{head}\n\nGerda byder ti kroner.\n"
    reading = read(tmp_path, HEAD.format(mark="") + lists + LAST, bilag)
    assert "Gerda" not in open_text(reading)
    assert "Der mangler bænke" in open_text(reading)


def test_a_name_that_stands_whole_behind_closed_doors_only_completes_no_other(tmp_path: Path) -> None:
    follows = OPEN.replace("Godkendt.", "Godkendt. Gerda vender tilbage senest den 1. april 2031.")
    sold = SOLD.replace("2. Salg", "2. Lukket: Salg").replace("Gerda vil", "Gerda Holmstrup vil")
    first = punkter(read(tmp_path, HEAD.format(mark="") + follows + sold + LAST))["1"]
    assert [one.who for one in first.follow_ups] == [("Gerda",)]
    assert "Holmstrup" not in repr(first)
