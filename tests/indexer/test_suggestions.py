from datetime import date

import pytest

from indexer.suggestions import MAX_CHARS, STANDING, suggestion_documents
from records.models import Access, Ansvarlig, Beslutning, Meeting, PageSpan, Punkt

SPAN = PageSpan(1, 1)
DECIDED = Beslutning("godkendt", "Godkendt.", 1)


def meeting(day: int, *punkter: Punkt) -> Meeting:
    return Meeting(f"m{day}", "Vejudvalget", date(2031, 1, day), "stated", (), SPAN, punkter)


def suggested(*meetings: Meeting) -> list[tuple[str, str, str]]:
    found = [document for _, document in suggestion_documents(meetings)]
    return [(one["access"], one["suggestion"]["kind"], one["suggestion"]["text"]) for one in found]


def test_titles_cases_names_and_codes_are_suggested_each_once() -> None:
    people = (
        Ansvarlig("Veje og Parker", "ansvarlig", "felt", "VEP"),
        Ansvarlig("Bo Krog", "ansvarlig", "felt"),
    )
    punkt = Punkt("p", "1", "Bro  over åen", SPAN, sag=("31/000001",), ansvarlig=(*people, people[1]))
    assert suggested(meeting(1, punkt)) == [
        ("åben", "punkt", "Bro over åen"),
        ("åben", "sag", "31/000001"),
        ("åben", "ansvarlig", "Veje og Parker"),
        ("åben", "ansvarlig", "VEP"),
        ("åben", "ansvarlig", "Bo Krog"),
    ]


def test_who_takes_the_minutes_is_not_suggested_as_ansvarlig() -> None:
    punkt = Punkt("p", "1", "Dagsorden", SPAN, ansvarlig=(Ansvarlig("Mille Ravn", "referent", "prosa"),))
    assert suggested(meeting(1, punkt)) == [("åben", "punkt", "Dagsorden")]


def test_a_title_used_again_is_suggested_once_as_the_newest_spells_it() -> None:
    old, new = Punkt("gammel", "1", "BRO OVER ÅEN", SPAN), Punkt("ny", "1", "Bro over åen", SPAN)
    ((_, document),) = suggestion_documents([meeting(1, old), meeting(2, new)])
    assert document["suggestion"]["text"] == "Bro over åen"
    assert document["suggestion"]["newest"] == "2031-01-02"
    assert document["record"] == {"punkt_id": "ny"}


@pytest.mark.parametrize("access", [Access.CLOSED, Access.CONFIDENTIAL])
def test_what_is_both_open_and_closed_is_kept_apart(access: Access) -> None:
    person = (Ansvarlig("Bo Krog", "ansvarlig", "felt"),)
    here = Punkt("her", "1", "Bro over åen", SPAN, ansvarlig=person)
    closed = Punkt("der", "2", "Køb af jord", SPAN, access=access, ansvarlig=person)
    found = suggested(meeting(1, here, closed))
    assert {text for of, _, text in found if of == "åben"} == {"Bro over åen", "Bo Krog"}
    assert {text for of, _, text in found if of == access} == {"Køb af jord", "Bo Krog"}
    assert len({key for key, _ in suggestion_documents([meeting(1, here, closed)])}) == len(found)


def test_a_standing_item_is_no_matter_to_ask_about() -> None:
    def asked(times: int) -> list[str]:
        punkter = [Punkt(f"p{n}", "1", "Eventuelt", SPAN, beslutning=DECIDED) for n in range(times)]
        ((_, document),) = suggestion_documents([meeting(n + 1, p) for n, p in enumerate(punkter)])
        asks: list[str] = document["suggestion"]["asks"]
        return asks

    assert asked(STANDING - 1) == ["decision"]
    assert asked(STANDING) == []


def test_a_title_that_was_misread_as_half_a_page_is_left_out() -> None:
    assert suggested(meeting(1, Punkt("p", "1", "a" * (MAX_CHARS + 1), SPAN))) == []
