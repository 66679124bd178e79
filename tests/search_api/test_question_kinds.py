import pytest

from search_api.question_kinds import Kind, asks_what_others_said, kinds_asked_for


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("åbning af broen, hvilken ugedag", {"time"}),
        ("malingen af broen, start og slut", {"time"}),
        ("tilskud til broen, samlet beløb", {"number"}),
        ("maling af broen, hvis bord ligger den på", {"holder"}),
        ("hvem er de på broen", set()),
        ("broen, kom den igennem i udvalget", {"decision"}),
        ("broen: ja eller nej", {"yes or no"}),
        ("fik foreningen lov at bruge broen", {"yes or no"}),
        ("hvad står der om broen", set()),
        ("broen over åen", set()),
    ],
)
def test_what_is_asked_for_is_known_wherever_it_is_said(question: str, kinds: set[Kind]) -> None:
    assert kinds_asked_for(question) == kinds


@pytest.mark.parametrize(
    ("question", "of_others"),
    [
        ("hvad sagde lodsejerne til cykelstien", True),
        ("Hvad mener de nærmeste naboer om broen?", True),
        ("hvad sagde rådmanden til cykelstien", False),
        ("hvad sagde Teknik- og Miljøudvalget til broen", False),
        ("sagde de ja til broen", False),
        ("hvad blev der sagt om broen", False),
    ],
)
def test_what_others_said_is_told_from_what_was_decided(question: str, of_others: bool) -> None:
    assert asks_what_others_said(question) == of_others
