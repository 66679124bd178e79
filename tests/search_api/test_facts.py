import pytest

from search_api.answer import choose_answer
from search_api.understanding import understand
from tests.search_api.invented import hit

PRICE = understand("hvad koster lamperne på broen")


def test_the_sentence_that_holds_the_amount_answers_word_for_word() -> None:
    found = hit("p1", part="bilag", text="Broen males. Lamperne på broen koster 40.000 kr. De er gule.")
    answer = choose_answer(PRICE, [found], None)
    assert answer is not None
    assert (answer.kind, answer.text, answer.page) == ("fakta", "Lamperne på broen koster 40.000 kr.", 3)
    assert (answer.date, answer.url) == ("2031-01-05", "/api/v1/documents/d1/file#page=3")


def test_an_amount_of_something_else_answers_nothing() -> None:
    assert choose_answer(PRICE, [hit("p1", text="Bænkene i parken koster 40.000 kr.")], None) is None


def test_a_place_that_is_missing_all_around_keeps_the_answer_silent() -> None:
    found = hit("p1", text="Der kører 900 biler over broen i timen.")
    assert choose_answer(understand("hvor mange biler kører over broen"), [found], None) is not None
    assert choose_answer(understand("hvor mange biler kører over broen i Nordby"), [found], None) is None


def test_the_first_part_of_a_compound_is_not_the_thing() -> None:
    found = hit("p1", text="Det kostede 40.000 kr. at flytte skolen.")
    assert choose_answer(understand("hvad koster skolemad"), [found], None) is None


def test_a_sum_speaks_of_what_its_titles_name() -> None:
    found = hit("p1", part="indstilling", text="Der graves i maj. Den samlede udgift er 3 mio. kr.")
    answer = choose_answer(understand("hvad koster broen over åen"), [found], None)
    assert answer is not None
    assert answer.text == "Den samlede udgift er 3 mio. kr."


def test_what_was_decided_leads_over_what_is_proposed() -> None:
    proposed = hit("p1", part="indstilling", text="1) at broen åbner den 1. maj 2031")
    decided = hit("p2", score=0.9, text="Rådet vedtog, at broen åbner den 1. juni 2031.")
    answer = choose_answer(understand("hvornår åbner broen"), [proposed, decided], None)
    assert answer is not None
    assert answer.punkt_id == "p2"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("hvor længe er broen lukket", "Broen er lukket i op til 6 uger."),
        ("hvor længe er broen lukket", "Broen er lukket frem til nytår."),
        ("hvor tit vaskes broen", "Broen vaskes hver anden uge."),
        ("hvor ofte vaskes broen", "Broen vaskes to gange om året."),
        ("hvornår evalueres broen", "Broen evalueres efter 3 og 9 måneder."),
        ("hvornår lukker broen", "Broen lukker ved årets udgang."),
        ("hvad koster broen", "Broen koster kr. 2.100 om året."),
    ],
)
def test_spans_and_frequencies_and_days_after_something_answer(question: str, text: str) -> None:
    answer = choose_answer(understand(question), [hit("p1", text=text)], None)
    assert answer is not None
    assert answer.text == text


@pytest.mark.parametrize("question", ["hvor længe er broen lukket", "hvor tit lukkes broen"])
def test_a_span_or_a_frequency_is_not_told_by_any_number(question: str) -> None:
    assert choose_answer(understand(question), [hit("p1", text="Broen lukkes for 900 biler.")], None) is None


def test_a_year_that_is_asked_for_must_be_met() -> None:
    found = hit("p1", text="Budgettet for broen over åen er 3 mio. kr.")
    assert choose_answer(understand("hvad er budgettet for broen"), [found], None) is not None
    assert choose_answer(understand("hvad er budgettet for broen i 2031"), [found], None) is None


def test_a_day_without_what_happens_on_it_is_not_the_day() -> None:
    found = hit("p1", text="Broen over åen males den 1. maj 2031.")
    assert choose_answer(understand("hvornår evalueres broen over åen"), [found], None) is None


def test_a_number_that_stands_far_behind_the_best_is_not_the_one() -> None:
    best, behind = (
        hit("p1", text="Rådet mødtes."),
        hit("p2", score=0.7, text="Lamperne på broen koster 400 kr."),
    )
    assert choose_answer(PRICE, [best, behind], None) is None
    assert choose_answer(PRICE, [behind], None) is not None
