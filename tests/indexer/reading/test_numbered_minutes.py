"""Minutes of houses that no layout names: cover, numbered items and parts in any of the usual words."""

from datetime import date
from pathlib import Path

import pytest

from indexer.reading import read_file
from indexer.reading.covers import body_in, day_in
from records.models import Meeting, PageSpan
from records.settings import ReadingSettings
from tests.indexer.reading.invented import HAVNEUDVALGET


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


TWO_BODIES = """Egevang Kommune

KULTUR- OG FRITIDSUDVALGET

BESLUTNINGSPROTOKOL

Dato:\ttirsdag den 14. april 2009
Tid:\tKl. 16.00
Sted:\tRådhuset, mødelokale 2
Medlemmer:\tIb Holt (A), Ea Lund (V), Per Vang (F)
Fraværende:\tPer Vang

Indholdsfortegnelse
                                                       Side
1.\tGodkendelse af dagsorden\t2
2.\tTilskud til Egevang Garden\t2
3.\tOrientering fra formanden\t3


1. Godkendelse af dagsorden
J.nr.: 00.22.02A00

Beslutning i Kultur- og Fritidsudvalget den 14. april 2009:
Godkendt.
Fraværende: Per Vang

2. Tilskud til Egevang Garden
J.nr.: 20.11.00Ø34
Sagsfremstilling:
Garden søger om 40.000 kr. til nye uniformer. Garden har 45 medlemmer.

Økonomiske konsekvenser:
Beløbet kan afholdes af puljen.

Administrationen indstiller,
at der bevilges 25.000 kr.

Bilag:
Ansøgning fra Egevang Garden
Regnskab for 2008

Beslutning i Kultur- og Fritidsudvalget den 10. marts 2009:
Udsat.

Beslutning i Kultur- og Fritidsudvalget den 14. april 2009:
Indstillingen følges.
Ea Lund (V) stemte imod.
Fritidsafdelingen giver Garden besked.

3. Orientering fra formanden
Intet.

Mødet slut kl. 17.15
"""


def test_the_decision_is_that_of_the_body_and_day_whose_minutes_they_are(tmp_path: Path) -> None:
    [meeting] = meetings(tmp_path, TWO_BODIES)
    case = meeting.punkter[1]
    assert (meeting.body, meeting.date) == ("Kultur- og Fritidsudvalget", date(2009, 4, 14))
    assert case.beslutning is not None
    assert (case.beslutning.kind, case.beslutning.text) == (
        "godkendt",
        "Indstillingen følges. Ea Lund (V) stemte imod.",
    )
    assert case.indstilling == "Administrationen indstiller, at der bevilges 25.000 kr."
    assert [bilag.title for bilag in case.bilag] == ["Ansøgning fra Egevang Garden", "Regnskab for 2008"]
    assert [follow_up.who for follow_up in case.follow_ups] == [("Fritidsafdelingen",)]


WITHOUT_HEADINGS = """Referat fra mødet i Ældrerådet
Torsdag d. 12. marts 2020 kl. 10-12

Deltagere: Ib Holt, Ea Lund
Afbud: Per Vang
Referent: Anna Bro

Dagsorden:
1. Godkendelse af dagsorden
2. Nyt fra plejecentrene
3. Eventuelt

Ad 1. Godkendelse af dagsorden
Godkendt.

Ad 2. Nyt fra plejecentrene
Ea Lund fortalte om besøget på Solgården. Rådet tog orienteringen til efterretning.
Anna Bro sender referatet til centrene inden 1. april 2020.

Ad 3. Eventuelt
Næste møde er den 9. april 2020.
"""


def test_minutes_without_headings_are_minutes_below_each_item_and_their_list_is_contents(
    tmp_path: Path,
) -> None:
    [meeting] = meetings(tmp_path, WITHOUT_HEADINGS)
    assert (meeting.body, meeting.date) == ("Ældrerådet", date(2020, 3, 12))
    assert [punkt.beslutning.kind for punkt in meeting.punkter if punkt.beslutning] == [
        "godkendt",
        "taget til efterretning",
    ]
    assert [(person.name, person.role) for person in meeting.punkter[0].ansvarlig] == [
        ("Anna Bro", "referent")
    ]


BELOW_THE_NUMBER = """Åbent referat

til

Miljø- og Teknikudvalget

Mødedato: 5. maj 2014
Mødetidspunkt: 15.00 - 17.30
Mødelokale: Udvalgsværelset
Mødenr.: 5

Fraværende: Ingen

Pkt. 51
Vejvedligehold 2014

Sagsnr. 14/1234

Resumé
Der skal laves asfalt på ti veje.

Forvaltningen indstiller

1. at programmet godkendes
2. at der afsættes 3 mio. kr.

Beslutning
Ad 1) Godkendt.
Ad 2) Godkendt, idet 0,5 mio. kr. holdes tilbage.

Pkt. 52
Lukket punkt: Ejendomssag

Pkt. 53
Gensidig orientering

Beslutning
Til efterretning.
"""


def test_a_title_below_its_number_is_the_punkt_s(tmp_path: Path) -> None:
    [meeting] = meetings(tmp_path, BELOW_THE_NUMBER)
    assert [(punkt.number, punkt.title, punkt.access) for punkt in meeting.punkter] == [
        ("51", "Vejvedligehold 2014", "åben"),
        ("52", "Ejendomssag", "lukket"),
        ("53", "Gensidig orientering", "åben"),
    ]
    assert meeting.punkter[0].indstilling == "1. at programmet godkendes\n2. at der afsættes 3 mio. kr."


RUN_IN = """Kommunalbestyrelsen
Referat af møde nr. 3
Mandag den 30. marts 2015 kl. 19:00 i byrådssalen

Sag nr. 1
Meddelelser

Beslutning: Ingen meddelelser.

Sag nr. 2
Budgetopfølgning pr. 28. februar 2015
Sags ID: 2015-003344

Indstilling: Økonomiudvalget anbefaler Kommunalbestyrelsen, at opfølgningen tages til efterretning.

Beslutning fra Økonomiudvalget, 17. marts 2015, pkt. 4:
Anbefales.

Beslutning: Tiltrådt.
Liste B stemte imod.

Bilag:
Bilag 1 - Opfølgning (pdf)
Bilag 2 - Notat om renter

Sag nr. 3
Lukket: Personalesag
"""


def test_headings_may_run_into_their_text(tmp_path: Path) -> None:
    [meeting] = meetings(tmp_path, RUN_IN)
    budget = meeting.punkter[1]
    assert budget.beslutning is not None
    assert budget.beslutning.text == "Tiltrådt. Liste B stemte imod."
    assert (budget.indstilling or "").startswith("Økonomiudvalget anbefaler Kommunalbestyrelsen")
    assert [(bilag.number, bilag.title) for bilag in budget.bilag] == [
        (1, "Opfølgning (pdf)"),
        (2, "Notat om renter"),
    ]


def test_a_day_that_its_weekday_contradicts_gives_way_to_the_one_that_fits(tmp_path: Path) -> None:
    slip = """Havneudvalget
Referat

Mødedato: tirsdag den 28. april 2014

1. Godkendelse af dagsorden

Havneudvalget den 29. april 2014
Godkendt.
"""
    [meeting] = meetings(tmp_path, slip)
    assert (meeting.date, meeting.date_source) == (date(2014, 4, 29), "inferred")
    assert meeting.punkter[0].beslutning is not None
    [alone] = meetings(tmp_path, slip.replace("Havneudvalget den 29. april 2014", "Beslutning"))
    assert (alone.date, alone.date_source) == (date(2014, 4, 28), "inferred")


EMBEDDED = """Rådmandsmøde

Dagsorden

Dato: onsdag den 6. maj 2026 kl. 9.00
Deltagere: Ib Holt, Ea Lund

Punkt 1: Godkendelse af dagsorden

Punkt 2: Havneudvalgets møde (10 min)
Ansvarlig: Ea Lund/HAV
\fDagsorden
Havneudvalget den 13. maj 2026, kl. 16.00

1. Godkendelse

Ansvarlig: Per Vang
Tid: 16.00 – 16.05 (5 min.)

2. Nye lygter

Ansvarlig: Ea Lund
Bilag:
- Tegning af lygten

Punkt 2, Bilag 1: Dagsorden til Havneudvalget.docx
\fReferat

Punkt 1: Godkendelse af dagsorden
Godkendt.

Punkt 2: Havneudvalgets møde (10 min)
Dagsordenen blev drøftet.
"""


def test_another_body_s_dagsorden_in_a_bilag_keeps_its_items_and_those_who_answer_for_them(
    tmp_path: Path,
) -> None:
    [meeting] = meetings(tmp_path, EMBEDDED)
    assert (meeting.body, meeting.date) == ("Rådmandsmøde", date(2026, 5, 6))
    punkt = meeting.punkter[1]
    assert [(item.title, item.minutes, item.ansvarlig) for item in punkt.bilag[0].agenda] == [
        ("Godkendelse", 5, ("Per Vang",)),
        ("Nye lygter", None, ("Ea Lund",)),
    ]
    assert [person.name for person in punkt.ansvarlig] == ["Ea Lund", "HAV"]


WITH_BILAG = f"""{HAVNEUDVALGET}Bilag
1. Notat om lygterne
2. Dagsorden til Kystrådet den 12. maj 2026
Beslutning
Udsat.
\fNotat om lygterne

Lygterne er af jern og fra 1950.
1. Pris
Hver lygte koster 9.000 kr.

Punkt 2, Bilag 1: Notat om lygterne.docx
\fDagsorden
Kystrådet tirsdag den 12. maj 2026

1. Velkomst
Ansvarlig: Ib Holt

2. Havnens bund (20 min.)
Ansvarlig: Ea Lund

Punkt 2, Bilag 2: Dagsorden til Kystrådet den 12. maj 2026.docx
\f3. Eventuelt
Beslutning
Intet at bemærke.
"""


def test_a_bilag_that_is_listed_and_stands_in_the_file_is_one_and_its_numbers_are_no_punkter(
    tmp_path: Path,
) -> None:
    [meeting] = meetings(tmp_path, WITH_BILAG)
    assert [punkt.number for punkt in meeting.punkter] == ["1", "2", "3"]
    note, agenda = meeting.punkter[1].bilag
    assert (note.number, note.title, note.pages) == (1, "Notat om lygterne", PageSpan(2, 2))
    assert (agenda.number, agenda.pages) == (2, PageSpan(3, 3))
    assert [(item.title, item.minutes) for item in agenda.agenda] == [
        ("Velkomst", None),
        ("Havnens bund", 20),
    ]


def test_a_meeting_s_dagsorden_and_referat_in_one_file_are_one_meeting(tmp_path: Path) -> None:
    cover = "{kind}\nHavneudvalget\nMødedato: tirsdag den 5. maj 2026\n\n"
    agenda = (
        "1. Godkendelse af dagsorden\n\n2. Ny kran\nSagsnr.: 2026-00112\n\nIndstilling\nAt kranen købes.\n"
    )
    minutes = "1. Godkendelse af dagsorden\nBeslutning\nGodkendt.\n\n2. Ny kran\nBeslutning\nUdsat.\n"
    text = "\f".join([cover.format(kind="Dagsorden") + agenda, cover.format(kind="Referat") + minutes])
    [meeting] = meetings(tmp_path, text)
    assert [punkt.number for punkt in meeting.punkter] == ["1", "2"]
    assert meeting.punkter[1].indstilling == "At kranen købes."
    assert [punkt.beslutning.kind for punkt in meeting.punkter if punkt.beslutning] == ["godkendt", "udsat"]
    later = text.replace("5. maj", "12. maj").replace("12. maj", "5. maj", 1)
    assert len(meetings(tmp_path, later)) == 2
