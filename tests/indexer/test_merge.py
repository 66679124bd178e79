from dataclasses import replace
from datetime import date

import pytest

from indexer.merge import merged_meetings
from records.models import (
    Access,
    Ansvarlig,
    Beslutning,
    Bilag,
    BudgetItem,
    DateSource,
    Meeting,
    PageSpan,
    Paragraph,
    Part,
    PartKind,
    Punkt,
)

SPAN = PageSpan(1, 1)


def punkt(
    number: int, *, access: Access = Access.OPEN, beslutning: str | None = None, text: str = ""
) -> Punkt:
    return Punkt(
        id=f"m-p{number}",
        number=str(number),
        title="Titel",
        pages=SPAN,
        access=access,
        beslutning=Beslutning("godkendt", beslutning, 1) if beslutning else None,
        parts=(Part(PartKind.REFERAT, (Paragraph(text, 1, 1),)),) if text else (),
    )


def meeting(*punkter: Punkt, source: DateSource = "stated", evidence: str = "") -> Meeting:
    return Meeting("m", "Udvalg", date(2024, 1, 1), source, (evidence,) if evidence else (), SPAN, punkter)


def test_a_dagsorden_and_a_referat_in_two_files_become_one_meeting() -> None:
    agenda = meeting(punkt(1, text="Dagsordenens tekst."), punkt(2))
    minutes = meeting(punkt(1, beslutning="Godkendt.", text="Referatets tekst."))
    (merged,) = merged_meetings([agenda, minutes])
    assert [one.number for one in merged.punkter] == ["1", "2"]
    assert merged.punkter[0].beslutning == Beslutning("godkendt", "Godkendt.", 1)
    texts = [part.paragraphs[0].text for part in merged.punkter[0].parts]
    assert texts == ["Dagsordenens tekst.", "Referatets tekst."]


def test_the_surest_date_tells_how_the_date_is_known_and_all_evidence_is_kept() -> None:
    (merged,) = merged_meetings(
        [meeting(source="inferred", evidence="nabomødet"), meeting(source="stated", evidence="forsiden")]
    )
    assert merged.date_source == "stated"
    assert set(merged.evidence) == {"nabomødet", "forsiden"}


def test_closure_in_either_file_closes_the_punkt() -> None:
    for first, second in ((Access.OPEN, Access.CLOSED), (Access.CLOSED, Access.OPEN)):
        (merged,) = merged_meetings([meeting(punkt(1, access=first)), meeting(punkt(1, access=second))])
        assert merged.punkter[0].access is Access.CLOSED


def test_a_punkt_that_one_file_holds_twice_becomes_one() -> None:
    (merged,) = merged_meetings([meeting(punkt(1, text="Før pausen."), punkt(1, text="Efter pausen."))])
    assert [len(one.parts) for one in merged.punkter] == [2]


def test_a_bilag_that_another_file_closes_has_its_text_closed_and_no_other() -> None:
    listed = replace(punkt(1), bilag=(Bilag(1, "Bud", access=Access.CONFIDENTIAL), Bilag(2, "Kort")))
    text = (Paragraph("Budet lyder på ti kroner.", 1, 1),)
    shown = replace(
        punkt(1, text="Referatets tekst."),
        bilag=(Bilag(1, "Bud"), Bilag(2, "Kort")),
        parts=(
            Part(PartKind.REFERAT, text),
            *(Part(PartKind.BILAG, text, n, title) for n, title in ((1, "Bud"), (2, "Kort"))),
        ),
    )
    for both in ((listed, shown), (shown, listed)):
        (merged,) = merged_meetings([meeting(one) for one in both])
        parts = {part.bilag: part.access for part in merged.punkter[0].parts}
        assert parts == {None: Access.OPEN, 1: Access.CONFIDENTIAL, 2: Access.OPEN}


def test_a_bilag_that_either_file_closes_is_closed_and_stands_once() -> None:
    opened = replace(punkt(1), bilag=(Bilag(1, "Notat"), Bilag(2, "Kort")))
    closed = replace(punkt(1), bilag=(Bilag(1, "Notat om en sag", access=Access.CONFIDENTIAL),))
    for both in ((opened, closed), (closed, opened)):
        (merged,) = merged_meetings(meeting(one) for one in both)
        accesses = {one.number: one.access for one in merged.punkter[0].bilag}
        assert len(merged.punkter[0].bilag) == 2
        assert accesses == {1: Access.CONFIDENTIAL, 2: Access.OPEN}


@pytest.mark.parametrize("is_told_openly", [False, True])
def test_what_only_a_closed_bilag_says_shows_nowhere_on_its_open_punkt(is_told_openly: bool) -> None:
    said = "Sag: 31/004711. Gerda Holmstrup: Bænke – 40.000 kr. At grunden købes."
    amount = BudgetItem("Bænke", (), (), None, "Bænke – 40.000 kr.", 1)
    shown = replace(
        punkt(1, text=said if is_told_openly else "Godkendt."),
        sag=("31/004711",),
        ansvarlig=(Ansvarlig("Gerda Holmstrup", "sagsbehandler", "brevhoved"),),
        indstilling="At grunden købes.",
        budget_items=(amount,),
    )
    shown = replace(shown, parts=(*shown.parts, Part(PartKind.BILAG, (Paragraph(said, 2, 2),), 1, "Bud")))
    listed = replace(punkt(1), bilag=(Bilag(1, "Bud", access=Access.CONFIDENTIAL),))
    (merged,) = merged_meetings([meeting(shown), meeting(listed)])
    (one,) = merged.punkter
    told = (one.sag, one.ansvarlig, one.indstilling, one.budget_items)
    assert told == (
        (shown.sag, shown.ansvarlig, shown.indstilling, shown.budget_items)
        if is_told_openly
        else ((), (), None, ())
    )


def test_a_closed_punkt_keeps_what_its_closed_bilag_say() -> None:
    hidden = replace(
        punkt(1, access=Access.CLOSED),
        sag=("31/004711",),
        bilag=(Bilag(1, "Bud", access=Access.CONFIDENTIAL),),
        parts=(Part(PartKind.BILAG, (Paragraph("Sag: 31/004711", 1, 1),), 1, "Bud"),),
    )
    (merged,) = merged_meetings([meeting(hidden)])
    assert merged.punkter[0].sag == ("31/004711",)
