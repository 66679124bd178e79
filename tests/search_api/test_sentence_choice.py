import pytest

from search_api.answer import choose_answer
from search_api.models import Answer
from search_api.understanding import understand
from tests.search_api.invented import Json, hit

RULE = "Cykler må ikke stå på broen om natten."


def answered(question: str, *hits: Json) -> Answer | None:
    return choose_answer(understand(question), list(hits), None)


@pytest.mark.parametrize(
    "question",
    [
        "må cykler stå på broen om natten",
        "må cykler stå på broen?",
        "cykler på broen, er det tilladt?",
        "hvad gør vi ved cykler på broen",
    ],
)
def test_a_question_of_any_form_is_answered_by_the_sentence_that_holds_it(question: str) -> None:
    answer = answered(question, hit("p1", part="bilag", text=f"Broen er smal. {RULE} Den er rød."))
    assert answer is not None
    assert (answer.text, answer.kind) == (RULE, "fakta")


def test_what_the_minutes_hold_is_quoted_as_such() -> None:
    answer = answered("må cykler stå på broen", hit("p1", text=RULE))
    assert answer is not None
    assert answer.kind == "referat"


def test_bare_words_are_not_answered() -> None:
    assert answered("cykler på broen", hit("p1", text=RULE)) is None


@pytest.mark.parametrize(
    "question",
    [
        "må cykler stå på torvet om natten",
        "må børn fiske fra broen",
        "hvor skal cykler så parkeres om natten",
        "skal bænke og lamper males på broen",
    ],
)
def test_what_the_sentence_does_not_hold_is_not_answered(question: str) -> None:
    assert answered(question, hit("p1", text=RULE)) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Der står mange cykler på broen.", False),
        ("Cykler på broen fjernes hver fredag.", True),
        ("Der er brug for en plan for cykler på broen.", True),
    ],
)
def test_what_is_done_is_not_told_by_what_only_tells_the_matter_again(text: str, told: bool) -> None:
    assert bool(answered("hvad gør vi ved cykler på broen", hit("p1", text=text))) is told


def test_the_agenda_answers_nothing() -> None:
    assert answered("må cykler stå på broen", hit("p1", part="dagsorden", text=RULE)) is None


@pytest.mark.parametrize("text", ["Cykler på broen", "Cykler på broen om natten 4. maj", "Cykler, broen."])
def test_a_heading_is_no_answer(text: str) -> None:
    assert answered("må cykler stå på broen", hit("p1", text=text)) is None


def test_what_the_search_put_far_behind_the_best_does_not_answer() -> None:
    best = hit("p1", score=1.0, text="Rådet mødtes.")
    assert answered("må cykler stå på broen", best, hit("p2", score=0.5, text=RULE)) is None


@pytest.mark.parametrize("text", ["Rådet drøftede OK31 og vagterne i byen.", "Rådet drøftede en ny OK31."])
def test_a_word_with_a_number_in_it_is_one_word(text: str) -> None:
    assert answered("skal rådet drøfte OK31", hit("p1", text=text)) is not None
    assert answered("skal rådet drøfte OK29", hit("p1", text=text)) is None
