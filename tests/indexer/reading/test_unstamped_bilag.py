"""Bilag that no stamp names: told by their own head at the top of a page, and given to their punkt."""

from pathlib import Path

import pytest

from indexer.reading import read_file
from indexer.reading.bilag_heads import BilagHead, bilag_head
from records.models import Meeting, PageSpan, PartKind
from records.settings import ReadingSettings
from tests.indexer.reading.invented import HAVNEUDVALGET

MINUTES = f"""{HAVNEUDVALGET}Der skal tolv lygter op.
Beslutning
Udsat.
\fBilag 1: Priser på lygter

1. Jern
En lygte koster 9.000 kr.
\fEn lygte af træ koster 4.000 kr.
\f3. Ny kran
Bilag
1. Kranens mål
Beslutning
Godkendt.
\fBilag 1
Kranens mål

Kranen er 14 meter høj.
\f4. Eventuelt
Beslutning
Intet.
\fBilag til punkt 2: Kort over molen

Kortet viser molen.
"""


def read(folder: Path, text: str) -> Meeting:
    path = folder / "referat.txt"
    path.write_text(text, encoding="utf-8")
    [meeting] = read_file(path, "0" * 16, ReadingSettings()).meetings
    return meeting


def test_a_bilag_belongs_to_the_punkt_that_it_names_or_stands_behind(tmp_path: Path) -> None:
    meeting = read(tmp_path, MINUTES)
    assert [
        (punkt.number, [(bilag.number, bilag.title, bilag.pages) for bilag in punkt.bilag])
        for punkt in meeting.punkter
    ] == [
        ("1", []),
        (
            "2",
            [(1, "Priser på lygter", PageSpan(2, 3)), (None, "Kort over molen", PageSpan(7, 7))],
        ),
        ("3", [(1, "Kranens mål", PageSpan(5, 5))]),
        ("4", []),
    ]
    assert [punkt.beslutning.text for punkt in meeting.punkter if punkt.beslutning] == [
        "Godkendt.",
        "Udsat.",
        "Godkendt.",
        "Intet.",
    ]


def test_a_bilag_behind_all_punkter_belongs_to_the_one_that_lists_it(tmp_path: Path) -> None:
    first, *others = MINUTES.split("\f")
    moved = "\f".join([first, *others[:2], others[2], others[4], others[3]])
    assert [bilag.pages for bilag in read(tmp_path, moved).punkter[2].bilag] == [PageSpan(6, 6)]


def test_a_list_of_bilag_that_a_page_turn_parts_is_none(tmp_path: Path) -> None:
    listed = MINUTES.replace(
        "\nBilag\n1. Kranens mål\n", "\nBilag\nBilag 1: Kranens mål\n\fBilag 2: Kranens pris\n"
    )
    kran = read(tmp_path, listed).punkter[2]
    assert ("Kranens pris", None) in [(bilag.title, bilag.pages) for bilag in kran.bilag]
    assert kran.beslutning is not None
    assert [part.bilag for part in kran.parts if part.kind is PartKind.BILAG] == [1]


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("Bilag 1: Kort", BilagHead(1, None, "Kort")),
        ("Bilag nr. 2 - Kort", BilagHead(2, None, "Kort")),
        ("BILAG 3", BilagHead(3, None, "")),
        ("Bilag til punkt 4: Kort", BilagHead(None, "4", "Kort")),
        ("Bilag 2 til pkt. 4 Kort", BilagHead(2, "4", "Kort")),
        ("Punkt 4, bilag 2: Kort", BilagHead(2, "4", "Kort")),
        ("Bilag 1 viser kortet", None),
        ("Bilag 1: Kortet er nyt.", None),
        ("Bilag", None),
        ("Bilag: Kort", None),
    ],
)
def test_a_head_tells_number_punkt_and_title(line: str, head: BilagHead | None) -> None:
    assert bilag_head(line) == head
