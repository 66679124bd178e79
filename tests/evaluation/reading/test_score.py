"""Facts are counted one by one: what is missed lowers recall, what is made up lowers precision."""

import copy
from typing import Any

import pytest

from evaluation.read_report import low_figures, table
from evaluation.reading.facts import KINDS, facts, mark
from evaluation.reading.marked import marked
from evaluation.reading.score import Score, differences, scores, summed


@pytest.fixture
def document() -> dict[str, Any]:
    punkt = {
        "number": "1", "title": "Nye bænke", "category": None, "minutes": 5, "access": "åben",
        "sag": ["24/1"], "pages": [1, 2, 3], "indstilling": "at bænkene males",
        "beslutning": {"kind": "godkendt", "text": "Godkendt.", "page": 3},
        "follow_ups": [
            {"who": ["Bo Ek", "FST"], "what": "maling", "page": 3, "quote": "Bo Ek og FST følger op i maj.",
             "due": {"from": "2024-05-01", "to": "2024-05-31", "said": "i maj"}},
        ],
        "ansvarlig": [{"name": "Bo Ek", "role": "følger op", "code": None, "source": "prosa"}],
        "bilag": [
            {"number": 1, "title": "Farver", "file_name": "Farver.pdf", "pages": [2], "access": "åben",
             "agenda": [{"number": "1", "title": "Evt.", "minutes": 3, "ansvarlig": [], "bilag": []}]},
        ],
    }  # fmt: skip
    meeting = {"body": "Parkråd", "date": "2024-03-04", "date_source": "stated", "pages": [1, 2, 3]}
    return {"meetings": [{**meeting, "punkter": [punkt]}]}


def test_a_document_is_right_about_itself_and_its_marks(document: dict[str, Any]) -> None:
    found = facts(document)
    assert all(found[kind] for kind in KINDS)
    assert not differences(found, facts(document))
    assert not differences(found, facts(marked(document)))


def test_marks_hold_none_of_the_text(document: dict[str, Any]) -> None:
    said = repr(marked(document))
    assert "bænke" not in said
    assert "Bo Ek" not in said
    assert mark("Nye \n bænke") in said


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        (("date",), "2024-03-05", "datoer"),
        (("pages",), [1, 2], "møder"),
        (("punkter", 0, "title"), "Nye borde", "punkter"),
        (("punkter", 0, "minutes"), None, "oplysninger"),
        (("punkter", 0, "indstilling"), "at bænkene fjernes", "indstillinger"),
        (("punkter", 0, "beslutning", "page"), 2, "beslutninger"),
        (("punkter", 0, "follow_ups", 0, "who"), ["Bo Ek"], "opfølgninger"),
        (("punkter", 0, "ansvarlig", 0, "role"), "tovholder", "ansvarlige"),
        (("punkter", 0, "bilag", 0, "file_name"), None, "bilag"),
        (("punkter", 0, "bilag", 0, "agenda", 0, "minutes"), 4, "dagsordener"),
    ],
)
def test_one_thing_read_wrongly_is_one_wrong_fact(
    document: dict[str, Any], path: tuple[str | int, ...], value: object, kind: str
) -> None:
    read = copy.deepcopy(document)
    place = read["meetings"][0]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    wrong = differences(facts(read), facts(document))
    assert set(wrong) == {kind}


def test_what_is_said_twice_is_right_once(document: dict[str, Any]) -> None:
    read = copy.deepcopy(document)
    read["meetings"][0]["punkter"][0]["ansvarlig"] *= 2
    score = scores(facts(read), facts(document))["ansvarlige"]
    assert (score.found, score.true, score.right) == (2, 1, 1)
    assert (score.precision, score.recall) == (0.5, 1.0)


def test_nothing_found_has_no_precision_and_counts_as_low(document: dict[str, Any]) -> None:
    nothing = scores(facts({"meetings": []}), facts(document))
    assert nothing["bilag"] == Score(0, 1, 0)
    assert nothing["bilag"].precision is None
    assert "demo: bilag" in low_figures({"demo": [nothing]})
    assert "– / 0.000 af 1" in table({"demo": [nothing]})


def test_scores_add_over_files(document: dict[str, Any]) -> None:
    one = scores(facts(document), facts(document))
    assert summed([one, one])["bilag"] == Score(2, 2, 2)
