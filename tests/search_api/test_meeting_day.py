import pytest

from search_api.answer import choose_answer
from search_api.meeting_day import asks_of_a_meeting
from search_api.understanding import understand
from tests.search_api.invented import beslutning, hit


@pytest.mark.parametrize(
    "question",
    [
        "hvad blev besluttet den 5. januar 2031",
        "Hvad blev der besluttet på rådmandsmødet d. 5/1-31?",
        "hvad skete der på udvalgets møde 5. januar 2031",
        "hvad besluttede byrådet i januar 2031",
        "mødet den 5. januar 2031: hvad blev besluttet",
        "hvad blev besluttet på sidste møde",
        "hvad skete der på det seneste rådmandsmøde",
    ],
)
def test_a_day_alone_asks_of_its_meeting_and_no_single_decision_answers(question: str) -> None:
    understanding = understand(question)
    assert asks_of_a_meeting(understanding)
    found = hit("p", matched={"title": 0.0}, decided=beslutning("Godkendt."))
    assert choose_answer(understanding, [found], None) is None


@pytest.mark.parametrize(
    "question",
    [
        "hvad blev besluttet om broen den 5. januar 2031",
        "hvad blev besluttet om beboermøder den 5. januar 2031",
        "hvad blev besluttet om udvalgsstrukturen i januar 2031",
        'hvad blev besluttet om "rød maling" den 5. januar 2031',
        "hvad blev besluttet",
        "hvad blev besluttet om sidste mødes støj",
        "rådmandsmødet 5/1-31",
        "hvem følger op den 5. januar 2031",
    ],
)
def test_a_matter_on_a_day_is_asked_of_as_a_matter(question: str) -> None:
    assert not asks_of_a_meeting(understand(question))
