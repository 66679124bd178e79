"""Minutes of houses that no layout names: cover, numbered items and parts in any of the usual words."""

from datetime import date
from pathlib import Path

import pytest

from indexer.reading import read_file
from indexer.reading.covers import body_in, day_in
from records.models import Meeting
from records.settings import ReadingSettings


def meetings(folder: Path, text: str) -> tuple[Meeting, ...]:
    path = folder / "protokol.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, "0" * 16, ReadingSettings()).meetings


MINUTES = """Egevang Kommune

Trafikudvalget

Protokol fra mødet mandag den 7. maj 2007 kl. 15.00

Til stede: Ib Holt, Ea Lund

{first} Godkendelse af dagsorden

{decision}
Godkendt.

{second} Bom ved havnevejen
Sagsnr. 2007-1188

Sagsbeskrivelse
Der har været tre påkørsler. De vigtigste forslag er:

1. Bom med lys
2. Bom uden lys

Indstilling
Vejkontoret indstiller, at der sættes en bom op.

{decision}
Udvalget vedtog indstillingen.
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.", "2."),
        ("1", "2"),
        ("Punkt 1.", "Punkt 2."),
        ("Pkt. 1:", "Pkt. 2:"),
        ("Punkt nr. 1 -", "Punkt nr. 2 -"),
        ("Sag nr. 1.", "Sag nr. 2."),
        ("§ 41.", "§ 42."),
    ],
)
@pytest.mark.parametrize("decision", ["Beslutning", "Trafikudvalgets beslutning", "Udvalgets beslutning:"])
def test_items_are_found_however_they_are_numbered(
    tmp_path: Path, first: str, second: str, decision: str
) -> None:
    [meeting] = meetings(tmp_path, MINUTES.format(first=first, second=second, decision=decision))
    assert (meeting.body, meeting.date, meeting.date_source) == (
        "Trafikudvalget",
        date(2007, 5, 7),
        "stated",
    )
    assert [punkt.title for punkt in meeting.punkter] == ["Godkendelse af dagsorden", "Bom ved havnevejen"]
    assert [punkt.beslutning.kind for punkt in meeting.punkter if punkt.beslutning] == ["godkendt"] * 2
    assert meeting.punkter[1].indstilling == "Vejkontoret indstiller, at der sættes en bom op."
    assert meeting.punkter[1].sag == ("2007-1188",)


def test_a_report_with_numbered_chapters_is_no_meeting(tmp_path: Path) -> None:
    chapters = "\n\n".join(
        f"{number}. {title}\n\nBaggrund\nStien er slidt, og broen mangler brædder på midten."
        for number, title in enumerate(("Indledning", "Stiens tilstand", "Forslag"), start=1)
    )
    [meeting] = meetings(tmp_path, f"Rapport om stien\n\n{chapters}\n")
    assert meeting.date_source == "unknown"
    assert [punkt.number for punkt in meeting.punkter] == ["1"]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("REFERAT AF MØDE I BYRÅDET TIRSDAG DEN 3. MAJ 2022", "Byrådet"),
        ("Dagsorden til Fritids- og Havneudvalget", "Fritids- og Havneudvalget"),
        ("Udvalget for Kultur, Fritid og Unge", "Udvalget for Kultur, Fritid og Unge"),
        ("Egevang Kommune - Ældrerådet", "Ældrerådet"),
        ("Byrådet i Egevang", "Byrådet"),
        ("Havneudvalgsmøde 3/5-2022", "Havneudvalget"),
        ("Ekstraordinært møde i Magistraten den 2. maj 2024", "Magistraten"),
        ("Egevang Kommune", None),
        ("Mødelokale 3, rådhuset", None),
        ("Medlemmer: Ea Lund, formand for Havneudvalget", None),
    ],
)
def test_the_body_is_taken_from_the_cover_s_own_words(line: str, body: str | None) -> None:
    assert body_in(line) == body


def test_a_cover_s_other_days_are_not_the_meeting_s() -> None:
    assert day_in("Udsendt den 2. maj 2024") is None
    assert day_in("Møde den 07.05.07 kl. 15") == date(2007, 5, 7)
