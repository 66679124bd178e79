import pytest

from search_api.operators import MOST_OPERATORS, NO_OPERATORS, Narrowing, without_operators
from search_api.thesaurus import NO_THESAURUS, Thesaurus
from search_api.understanding import understand


@pytest.mark.parametrize(
    ("question", "rest", "left_out"),
    [
        ("broen -maling", "broen", ("maling",)),
        ('broen -"rød maling" over åen', "broen over åen", ("rød maling",)),
        ("-maling -kalk", "", ("maling", "kalk")),
    ],
)
def test_a_word_after_a_hyphen_is_left_out(question: str, rest: str, left_out: tuple[str, ...]) -> None:
    found, operators = without_operators(question, NO_THESAURUS)
    assert (" ".join(found.split()), operators.left_out) == (rest, left_out)


@pytest.mark.parametrize(
    "question",
    [
        *("vuggestuer og -haver", "børne- og ungepolitik", "frost ned til -5 grader", "bro - og tunnel"),
        *("skoler, -haver og stier", "by-cykel", "møder samt -referater"),
    ],
)
def test_a_hyphen_that_spares_a_word_or_is_a_sign_leaves_nothing_out(question: str) -> None:
    assert without_operators(question, NO_THESAURUS) == (question, NO_OPERATORS)


@pytest.mark.parametrize(
    ("question", "narrowing"),
    [
        ("broen ansvarlig:Lund", Narrowing("ansvarlig", ("Lund",))),
        ("broen Type:Beslutning", Narrowing("type", ("beslutning",))),
        ("punkt:3, broen", Narrowing("punkt", ("3",))),
        ('udvalg:"By og Vej" broen', Narrowing("udvalg", ("By og Vej",))),
    ],
)
def test_a_field_narrows(question: str, narrowing: Narrowing) -> None:
    understood = understand(question)
    assert (understood.topic, understood.operators.narrowed) == ("broen", (narrowing,))


@pytest.mark.parametrize(
    ("written", "name"), [("RÅDSMØDE", "Rådsmøde"), ("æblestien", "Æblestien"), ("bro og å", "Bro og Å")]
)
def test_a_committee_is_found_in_whatever_case_its_danish_letters_are(written: str, name: str) -> None:
    (narrowing,) = understand(f'udvalg:"{written}"').operators.narrowed
    assert any(_as_the_engine_folds(name) == _as_the_engine_folds(value) for value in narrowing.values)


def _as_the_engine_folds(text: str) -> str:
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


def test_a_department_is_known_by_its_code_and_its_name() -> None:
    thesaurus = Thesaurus([("VT", ["Vej og Trafik"])])
    narrowed = understand("ansvarlig:VT", thesaurus).operators.narrowed
    assert narrowed == (Narrowing("ansvarlig", ("VT", "Vej og Trafik")),)


@pytest.mark.parametrize("question", ["type:sukkersyge", "klokken:10", "ansvarlig: hvem"])
def test_what_is_no_field_or_no_value_of_it_is_words(question: str) -> None:
    assert not understand(question).operators


def test_a_case_number_may_stand_as_a_field() -> None:
    understood = understand("sag:31/01234")
    assert (understood.cases, understood.topic) == (("31/01234",), "")


def test_of_very_many_operators_the_first_count() -> None:
    operators = understand(" ".join(f"-ord{n} punkt:{n}" for n in range(2 * MOST_OPERATORS))).operators
    assert (len(operators.left_out), len(operators.narrowed)) == (MOST_OPERATORS, MOST_OPERATORS)
