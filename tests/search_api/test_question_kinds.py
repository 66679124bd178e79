import pytest

from search_api.question_kinds import Kind, asks_what_others_said, kinds_asked_for
from search_api.understanding import understand


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
        ("cykelstien, fortsætter den i 2031", {"yes or no"}),
        ("overlevede broen vinteren", {"yes or no"}),
        ("klagede flere over broen end før", {"yes or no"}),
        ("males broerne, eller rammer sparekniven dem?", {"yes or no"}),
        ("hvad koster broen og båden, er prisen fast", {"number"}),
        ("andelen af brede broer", {"number"}),
    ],
)
def test_what_is_asked_for_is_known_wherever_it_is_said(question: str, kinds: set[Kind]) -> None:
    assert kinds_asked_for(question) == kinds


@pytest.mark.parametrize(
    "words",
    [
        *(
            "broer og stier",
            "cyklister med hjelm",
            "Broer, Ansatte og Havne",
            "malede broer",
            "broer der males",
        ),
        *("sag om broen", "kostpolitik", "prismodtager", "andelsboliger ved broen", "kost og motion"),
    ],
)
def test_bare_words_ask_for_nothing(words: str) -> None:
    assert kinds_asked_for(words) == set()
    assert not understand(words).asks


@pytest.mark.parametrize(
    "question",
    [
        *(
            "fik vi godkendt broen",
            "bliver cykelstien flyttet",
            "må man fiske fra broen",
            "koster broen noget",
        ),
        *("holder broen?", "cykelstien – lukker man den til vinter"),
    ],
)
def test_questions_in_words_of_ones_own_ask(question: str) -> None:
    assert understand(question).asks


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
