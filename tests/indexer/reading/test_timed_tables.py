"""Plans whose cells stand one below the other become rows again."""

from indexer.reading.line import Line
from indexer.reading.tables import answering_cells
from indexer.reading.timed_tables import with_timed_rows

# Blank lines part the cells; the first row's last cell begins on the line of the one before it.
PLAN = """
Planen ser sådan ud.

Tidspunkt Aktivitet Ansvarlig
Område: Bænke
Igangsat 2.
kvartal 2019

Male bænkene i parken Parkleder-
ne

3. kvartal
2019

Samtaler
- om farven

Prøve en ny slags maling af på broen, hvor der tit er fug-
tigt

Parkleder,
maler

4. kvartal
2019

Flytte de gamle bænke.

Når planen er gennemført
Der bliver set på flere bænke til næste sommer, når maleren er færdig.
"""


def lines_of(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = True
    for raw in text.splitlines():
        if raw.strip():
            lines.append(Line(raw.strip(), 1, gap=gap))
        gap = not raw.strip()
    return lines


def test_each_time_begins_a_row_with_its_activity_and_who_answers() -> None:
    rows = [line.cells for line in with_timed_rows(lines_of(PLAN)) if line.cells]
    assert rows == [
        ("Tidspunkt", "Aktivitet", "Ansvarlig"),
        ("Igangsat 2. kvartal 2019", "Male bænkene i parken", "Parklederne"),
        (
            "3. kvartal 2019",
            "Samtaler - om farven Prøve en ny slags maling af på broen, hvor der tit er fugtigt",
            "Parkleder, maler",
        ),
        ("4. kvartal 2019", "Flytte de gamle bænke.", ""),
    ]


def test_what_is_no_row_stays_as_it_is_and_nothing_is_lost() -> None:
    before = lines_of(PLAN)
    after = with_timed_rows(before)
    assert [line.text for line in after if not line.cells] == [
        "Planen ser sådan ud.",
        "Område: Bænke",
        "Når planen er gennemført",
        "Der bliver set på flere bænke til næste sommer, når maleren er færdig.",
    ]
    assert " ".join(line.text for line in after) == " ".join(line.text for line in before)


def test_those_in_the_last_column_answer() -> None:
    assert list(answering_cells(with_timed_rows(lines_of(PLAN)))) == ["Parklederne", "Parkleder, maler"]


def test_without_the_columns_names_a_time_is_no_row() -> None:
    lines = lines_of("3. kvartal\n2019\n\nEn sætning om bænke.\n")
    assert with_timed_rows(lines) == lines
