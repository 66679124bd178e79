"""Another body's dagsorden inside a bilag, however it is set; and what only looks like one."""

from pathlib import Path

import pytest

from indexer.reading import read_file
from records.models import AgendaItem, Bilag
from records.settings import ReadingSettings
from tests.indexer.reading.invented import HAVNEUDVALGET

MEETING = (
    HAVNEUDVALGET
    + """Bilag
1. {title}
Beslutning
Udsat.
\f{bilag}

Punkt 2, Bilag 1: {title}.docx
\f3. Eventuelt
Beslutning
Intet at bemærke.
"""
)

NUMBERED = """Dagsorden for Kystrådet
tirsdag den 12. maj 2026 kl. 9.00-10.00

Deltagere: Ib Holt, Ea Lund

1. Velkomst v/ Ib Holt (10 min.)

2. Havnens bund – hvad gør vi ved den?
v/ Ea Lund
kl. 9.10-9.40
Bilag:
- Kort over bunden
- Pris på en dykker

3. Eventuelt (20 min.)
"""
PARENS = """Kystrådet den 12. maj 2026

Dagsorden

1) Velkomst (v/ Ib Holt, 10 min.)
2) Havnens bund – hvad gør vi ved den? (ved Ea Lund, 9.10-9.40)
Bilag: Kort over bunden; Pris på en dykker
3) Eventuelt, 20 minutter
"""
PREFIXED = """Kystrådets dagsorden

Punkt 1: Velkomst
Oplæg ved: Ib Holt
Varighed: 10 min.

Punkt 2: Havnens bund – hvad gør vi ved den?
Ansvarlig: Ea Lund
Tidspunkt: 9.10 – 9.40
Bilag: Kort over bunden; Pris på en dykker

Punkt 3: Eventuelt
Tid: 20 min.
Bilag: Ingen
"""
DRAWN = """Dagsorden til møde i Kystrådet

Punkt\tEmne\tTid\tAnsvarlig\tBilag
1\tVelkomst\t10 min.\tIb Holt\t
2\tHavnens bund – hvad gør vi ved den?\t9.10-9.40\tEa Lund\tKort over bunden; Pris på en dykker
3\tEventuelt\t20 min.\t\t
"""
IN_TWO_COLUMNS = """Dagsorden til møde i Kystrådet

Punkt\tMinutter\tHvem\tBilag
1. Velkomst\t10\tIb Holt\t
2. Havnens bund – hvad gør vi ved den?\t30\tEa Lund\tKort over bunden; Pris på en dykker
3. Eventuelt\t20\t\t
"""
ITEMS = (
    AgendaItem("1", "Velkomst", 10, ("Ib Holt",), ()),
    AgendaItem(
        "2",
        "Havnens bund – hvad gør vi ved den?",
        30,
        ("Ea Lund",),
        ("Kort over bunden", "Pris på en dykker"),
    ),
    AgendaItem("3", "Eventuelt", 20, (), ()),
)
WITHOUT_RULES = """Dagsorden til møde i Kystrådet

Nr. Emne Tid Ansvarlig
1 Velkomst 10 min. Ib Holt
2 Havnens bund 9.10-9.40 Ea Lund
3 Eventuelt 20 min.
"""


def bilag_of(folder: Path, bilag: str, title: str = "Papirer til Kystrådet") -> Bilag:
    path = folder / "referat.txt"
    path.write_text(MEETING.format(bilag=bilag, title=title), encoding="utf-8")
    [meeting] = read_file(path, "0" * 16, ReadingSettings()).meetings
    assert [punkt.number for punkt in meeting.punkter] == ["1", "2", "3"]
    [found] = meeting.punkter[1].bilag
    assert found.title == title
    return found


@pytest.mark.parametrize("bilag", [NUMBERED, PARENS, PREFIXED, DRAWN, IN_TWO_COLUMNS])
def test_items_are_read_with_minutes_those_who_answer_and_bilag(tmp_path: Path, bilag: str) -> None:
    assert bilag_of(tmp_path, bilag).agenda == ITEMS


def test_numbered_bilag_keep_the_names_they_are_listed_by(tmp_path: Path) -> None:
    numbered = PARENS.replace("Bilag: Kort over bunden; ", "Bilag 2.1: Kort over bunden\nBilag 2.2: ")
    [_, item, _] = bilag_of(tmp_path, numbered).agenda
    assert item.bilag == ("Bilag 2.1: Kort over bunden", "Bilag 2.2: Pris på en dykker")


def test_a_table_without_rules_is_read_by_its_head(tmp_path: Path) -> None:
    assert [
        (item.title, item.minutes, item.ansvarlig) for item in bilag_of(tmp_path, WITHOUT_RULES).agenda
    ] == [
        ("Velkomst", 10, ("Ib Holt",)),
        ("Havnens bund", 30, ("Ea Lund",)),
        ("Eventuelt", 20, ()),
    ]


def test_a_dagsorden_below_a_heading_within_a_letter_is_read(tmp_path: Path) -> None:
    letter = f"Brev til Kystrådet\n\nKære alle\n\nVi ses i skuret, og der er kaffe.\n\n{PARENS[26:]}"
    assert bilag_of(tmp_path, letter).agenda == ITEMS


def test_a_dagsorden_is_told_by_the_name_it_was_attached_under(tmp_path: Path) -> None:
    lines = "Kystrådet den 12. maj 2026\n\n1. Velkomst\n\n2. Havnens bund\n"
    found = bilag_of(tmp_path, lines, title="Dagsorden for Kystrådet")
    assert [item.title for item in found.agenda] == ["Velkomst", "Havnens bund"]
    assert bilag_of(tmp_path, lines).agenda == ()


@pytest.mark.parametrize(
    "bilag",
    [
        "Notat om lygterne\n\n1. Pris\nHver lygte koster 9.000 kr.\n\n2. Farve\nDe er grønne.\n",
        "Handleplan\n\nNr.\tEmne\tTid\tAnsvarlig\n1\tMaling\t2026\tIb Holt\n2\tPærer\t2027\tEa Lund\n",
        "Notat\n\nDagsordenen for havnen er lang:\n1. Pris\n2. Farve\n",
        "Notat om dagsorden og frister\n\n1. Pris\n\n2. Farve\n",
        "Dagsordenen er godkendt af\n1. Ib Holt\n2. Ea Lund\n",
    ],
)
def test_what_merely_lists_numbered_things_is_no_dagsorden(tmp_path: Path, bilag: str) -> None:
    assert bilag_of(tmp_path, bilag).agenda == ()
