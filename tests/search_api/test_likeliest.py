from collections.abc import Sequence

import numpy as np
import pytest

from search_api.floor import Calibration
from search_api.likeliest import MOST_WORDS, Likely, choose_likeliest, likely, settled
from search_api.models import Answer
from search_api.sentence_vectors import Vector
from search_api.understanding import understand
from tests.search_api.invented import Json, beslutning, hit

# A cosine of 1 stands ten deviations above what says nothing, one of 0 none.
CALIBRATION = Calibration(mean=0.0, deviation=0.1)
QUESTION = np.array([1.0, 0.0], dtype=np.float32)


def vectors(found: Sequence[Likely], near: str) -> dict[str, Vector]:
    """Return vectors of which only those of the sentences with the word are near the question."""
    return {
        one.meant: np.array([1.0, 0.0] if near in one.text else [0.0, 1.0], dtype=np.float32) for one in found
    }


def answered(question: str, near: str, *hits: Json) -> Answer | None:
    found = likely(understand(question), list(hits))
    return choose_likeliest(found, vectors(found, near), QUESTION, CALIBRATION)


MINUTES = hit("p1", text="Broen er smal. Rækværket over åen males i maj. Det var en god drøftelse.")


@pytest.mark.parametrize(
    "question", ["rækværket på broen får ny kulør, hvilken måned", "hvornår får broens rækværk en ny kulør"]
)
def test_a_question_in_other_words_is_answered_by_the_sentence_near_it_that_is_of_its_kind(
    question: str,
) -> None:
    answer = answered(question, "males", MINUTES)
    assert answer is not None
    assert (answer.text, answer.kind) == ("Rækværket over åen males i maj.", "referat")


def test_no_sentence_of_the_kind_that_is_asked_for_is_no_answer() -> None:
    assert answered("hvem maler rækværket på broen", "males", MINUTES) is None


def test_where_nothing_is_near_the_question_in_meaning_there_is_no_answer() -> None:
    assert answered("hvornår males rækværket på broen", "findes ikke", MINUTES) is None


@pytest.mark.parametrize("question", ["rækværket på broen", "hvad blev besluttet om rækværket på broen"])
def test_bare_words_and_what_the_rules_judge_better_have_no_likely_answer(question: str) -> None:
    assert likely(understand(question), [MINUTES]) == []


def test_the_number_of_something_elsewhere_is_no_answer() -> None:
    crossing = hit("p1", text="I myldretiden kører 900 cykler i timen over broen.")
    assert answered("hvor mange cykler er der i timen", "myldretiden", crossing) is not None
    assert answered("hvor mange cykler er der i timen på torvet", "myldretiden", crossing) is None


ASKED_FREELY = "må man fiske fra broen over åen om natten"


def test_what_the_punkt_decided_is_quoted_whole() -> None:
    decided = beslutning("1) Godkendt, men der må ikke fiskes om natten.\n2) Taget til efterretning.")
    answer = answered(ASKED_FREELY, "fiskes", hit("p1", part="beslutning", decided=decided))
    assert answer is not None
    assert (answer.text, answer.kind, answer.page) == (decided["text"], "beslutning", decided["page"])


def test_with_a_decision_comes_what_was_proposed() -> None:
    found = hit("p1", part="beslutning", decided=beslutning("Der må ikke fiskes om natten."))
    found["_source"]["matter"] = "at fiskeri fra broen forbydes"
    (one,) = likely(understand(ASKED_FREELY), [found])
    assert one.quoted().proposed == "at fiskeri fra broen forbydes"
    sentence, *_ = likely(understand(ASKED_FREELY), [MINUTES])
    assert sentence.quoted().proposed is None


def test_of_a_long_decision_the_sentence_is_quoted() -> None:
    decided = beslutning(f"Der må ikke fiskes fra broen om natten. {'Og så videre. ' * MOST_WORDS}")
    answer = answered(ASKED_FREELY, "fiskes", hit("p1", part="beslutning", decided=decided))
    assert answer is not None
    assert answer.text == "Der må ikke fiskes fra broen om natten."


def test_a_part_of_a_decision_means_what_was_proposed_too() -> None:
    found = hit("p1", part="beslutning", decided=beslutning("Godkendt."))
    found["_source"]["matter"] = "at fiskeri fra broen forbydes"
    (one,) = likely(understand(ASKED_FREELY), [found])
    assert (one.meant, one.quotation) == ("at fiskeri fra broen forbydes Godkendt.", "Godkendt.")


def test_what_others_decided_is_not_the_decision_of_the_council_that_is_asked_about() -> None:
    question = understand("fiskeri fra broen, byrådets afgørelse")
    assert likely(question, [hit("p1", part="beslutning", decided=beslutning("Fiskeri er godkendt."))]) == []


def test_the_likeliest_leads_where_the_rules_found_nothing_or_another() -> None:
    likeliest = answered("rækværket på broen får ny kulør, hvilken måned", "males", MINUTES)
    assert likeliest is not None
    longer = likeliest.model_copy(update={"text": f"Aftalt.\n{likeliest.text}"})
    another = likeliest.model_copy(update={"text": "Broen lukkes."})
    assert settled(None, likeliest) is likeliest
    assert settled(another, None) is another
    assert settled(another, likeliest) is likeliest
    assert settled(longer, likeliest) is longer
