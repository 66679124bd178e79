import pytest

from search_api.evidence import said
from search_api.particulars import tells_particular
from search_api.understanding import understand
from tests.search_api.invented import hit


def tells(question: str, text: str, part: str = "indstilling") -> bool:
    (one,) = said(understand(question).words, [hit("havnen", part=part, text=text)], bool)
    return tells_particular(question, one)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Formand Gerda Holmstrup bød velkommen.", True),
        ("Gerda Holmstrup, formand, bød velkommen.", True),
        ("Gerda Holmstrup er ny formand for udvalget.", True),
        ("Gerda Holmstrup aftaler det med formanden.", False),
        ("Formandens kontor har sendt en plan.", False),
    ],
)
def test_who_somebody_is_takes_a_name_beside_what_they_are(text: str, is_told: bool) -> None:
    assert tells("hvem er formand for havneudvalget", text) is is_told


def test_where_something_lies_takes_a_place() -> None:
    assert tells("hvor ligger havnekontoret", "Havnekontoret har til huse på Søndre Mole.")
    assert tells("hvor ligger havnekontoret", "Havnekontoret, Strandgade 4, er åbent.")
    assert not tells("hvor ligger havnekontoret", "Udvalget tog status for havnekontoret til efterretning.")


@pytest.mark.parametrize("question", ["blev havnekontoret lukket", "hvilke både blev valgt"])
def test_a_proposal_does_not_tell_what_came_of_it(question: str) -> None:
    text = "Forslag om at holde havnekontoret lukket og vælge de små både."
    assert not tells(question, text)
    assert tells(question, text, part="referat")
    assert tells(question, "Udvalget godkendte, at havnekontoret holder lukket.")
    assert tells("hvad med havnekontoret", text)
