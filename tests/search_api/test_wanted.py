import pytest

from search_api.evidence import said
from search_api.understanding import understand
from search_api.wanted import NOT, fit, wanted
from tests.search_api.invented import follow_up, hit


def fits(question: str, text: str, part: str = "referat", follows_up: str | None = None) -> float:
    understanding = understand(question)
    found = hit("p1", part=part, text=text, follow_ups=[follow_up(follows_up)] if follows_up else None)
    (one,) = said(understanding.words, [found], bool)
    return fit(wanted(understanding), one)


@pytest.mark.parametrize(
    ("question", "well", "worse"),
    [
        ("broen, hvilken ugedag", "Broen åbner på en tirsdag.", "Broen åbner til efteråret."),
        ("broen, samlet beløb", "Broen har fået 400 kr. i tilskud.", "Broen har fået tilskud."),
        ("hvis ansvar er broen", "Anna følger op på broen.", "Broen blev vendt."),
        ("broen, blev man enige", "Det blev besluttet at male broen.", "Broen skal være rød."),
        ("broen, blev den malet", "Det blev besluttet at male broen.", "Broen skal være rød."),
    ],
)
def test_what_is_asked_for_fits_better_than_what_is_not(question: str, well: str, worse: str) -> None:
    assert fits(question, well) > fits(question, worse)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("broen, hvilken dato", "Broen er rød."),
        ("hvor mange broer er der", "Broen er rød."),
        ("hvem maler broen", "Broen er rød."),
        ("blev broen besluttet i udvalget", "Udvalget ventes at godkende broen."),
    ],
)
def test_what_holds_nothing_that_is_asked_for_does_not_fit(question: str, text: str) -> None:
    assert fits(question, text) == NOT


def test_what_was_read_as_a_follow_up_tells_who() -> None:
    text = "Broen males af os."
    assert fits("hvis opgave er broen", text) < fits("hvis opgave er broen", text, follows_up=text)
