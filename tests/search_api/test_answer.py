import pytest

from search_api.answer import choose_answer
from search_api.candidates import CERTAIN_Z
from search_api.floor import Calibration
from search_api.keyword_query import ENOUGH
from search_api.semantic_query import score_of_cosine
from search_api.understanding import understand
from tests.search_api.invented import beslutning, follow_up, hit

DECISION = understand("hvad blev besluttet om broen")
FOLLOW_UP = understand("hvem følger op på broen")
BY_TITLE = {"title": 0.0}
CALIBRATION = Calibration(mean=0.8, deviation=0.01)


def test_the_decision_is_quoted_word_for_word_with_its_source() -> None:
    answer = choose_answer(
        DECISION, [hit("p1", matched=BY_TITLE, decided=beslutning("Broen males rød."))], None
    )
    assert answer is not None
    assert (answer.text, answer.kind, answer.punkt_id) == ("Broen males rød.", "beslutning", "p1")
    assert (answer.page, answer.date, answer.url) == (
        3,
        "2031-01-05",
        "/api/v1/documents/d1/file#page=3",
    )


def test_the_newest_decision_on_the_topic_answers() -> None:
    hits = [
        hit("old", score=1.0, day="2030-01-01", matched=BY_TITLE, decided=beslutning("Gul.")),
        hit("new", score=0.9, day="2031-01-01", matched=BY_TITLE, decided=beslutning("Rød.")),
    ]
    answer = choose_answer(DECISION, hits, None)
    assert answer is not None
    assert answer.text == "Rød."


@pytest.mark.parametrize("kind", ["udsat", "taget til efterretning", "drøftet"])
def test_what_was_settled_leads_over_what_was_not(kind: str) -> None:
    hits = [
        hit("later", day="2031-06-01", matched=BY_TITLE, decided=beslutning("Senere.", kind)),
        hit("settled", day="2031-01-01", matched=BY_TITLE, decided=beslutning("Rød.")),
    ]
    answer = choose_answer(DECISION, hits, None)
    assert answer is not None
    assert answer.text == "Rød."


def test_a_punkt_that_is_not_shown_to_be_about_the_topic_never_answers() -> None:
    hits = [hit("p1", part="bilag", matched={"keyword": 9.0}, decided=beslutning("Rød."))]
    assert choose_answer(DECISION, hits, CALIBRATION) is None


@pytest.mark.parametrize(("z", "answered"), [(CERTAIN_Z + 0.1, True), (CERTAIN_Z - 0.1, False)])
def test_meaning_alone_answers_only_far_above_the_background(z: float, answered: bool) -> None:
    matched = {"semantic": score_of_cosine(CALIBRATION.cosine(z))}
    found = choose_answer(DECISION, [hit("p1", matched=matched, decided=beslutning("Rød."))], CALIBRATION)
    assert (found is not None) is answered


def test_a_punkt_far_below_the_best_is_about_something_else() -> None:
    hits = [
        hit("best", score=1.0, matched=BY_TITLE),
        hit("weak", score=0.2, matched=BY_TITLE, decided=beslutning("Rød.")),
    ]
    assert choose_answer(DECISION, hits, None) is None


def test_without_a_decision_there_is_no_answer() -> None:
    assert choose_answer(DECISION, [hit("p1", matched=BY_TITLE)], None) is None
    assert choose_answer(DECISION, [], None) is None


def test_a_discussion_is_quoted_as_what_it_is() -> None:
    hits = [hit("p1", matched=BY_TITLE, decided=beslutning("Broen blev drøftet.", "drøftet"))]
    answer = choose_answer(DECISION, hits, None)
    assert answer is not None
    assert answer.kind == "referat"


def test_a_follow_up_is_quoted_with_who_and_when() -> None:
    hits = [hit("p1", matched=BY_TITLE, follow_ups=[follow_up("Anna følger op i februar.")])]
    answer = choose_answer(FOLLOW_UP, hits, None)
    assert answer is not None
    assert (answer.kind, answer.text, answer.page) == ("opfølgning", "Anna følger op i februar.", 4)
    assert answer.model_dump(by_alias=True)["follow_ups"][0]["due"] == {
        "from": "2031-02-01",
        "to": "2031-02-28",
        "said": "i februar 2031",
    }


def test_a_search_that_asks_no_such_question_gets_no_answer() -> None:
    hits = [hit("p1", matched=BY_TITLE, decided=beslutning("Rød."))]
    assert choose_answer(understand("broen"), hits, None) is None


def test_a_punkt_of_many_matters_answers_only_with_what_speaks_of_the_topic() -> None:
    in_minutes = {"part": "referat", "matched": {ENOUGH: 0.0}}
    elsewhere = hit("p1", **in_minutes, decided=beslutning("Bordplanen blev vendt.", "drøftet"))
    about = hit("p2", **in_minutes, decided=beslutning("Broens farve blev vendt.", "drøftet"))
    assert choose_answer(DECISION, [elsewhere], None) is None
    answer = choose_answer(DECISION, [elsewhere, about], None)
    assert answer is not None
    assert answer.punkt_id == "p2"


def test_a_conclusion_that_is_no_formal_decision_does_not_speak_for_the_whole_punkt() -> None:
    by_title = hit("p1", matched=BY_TITLE, decided=beslutning("Anna afklarer lejen.", "andet"))
    assert choose_answer(DECISION, [by_title], None) is None


def test_what_leads_up_to_a_follow_up_says_what_it_is_about() -> None:
    quotes = [follow_up("Bo følger op."), follow_up("Anna følger op.")]
    text = "Lamperne i parken er gået. Bo følger op. Der var spørgsmål til bænkene ved søen. Anna følger op."
    answer = choose_answer(
        understand("hvem følger op på bænkene ved søen"),
        [hit("p1", matched=BY_TITLE, follow_ups=quotes, text=text)],
        None,
    )
    assert answer is not None
    assert answer.text == "Anna følger op."


def test_where_no_follow_up_was_read_the_sentence_that_gives_the_task_answers() -> None:
    told = hit(
        "p1", part="bilag", text="Broen males. Vejafdelingen står for lamperne på broen. Alle er glade."
    )
    answer = choose_answer(understand("hvem står for lamperne på broen"), [told], None)
    assert answer is not None
    assert answer.text == "Vejafdelingen står for lamperne på broen."
    untold = hit("p1", part="bilag", text="Det er vigtigt, at lamperne på broen lyser.")
    assert choose_answer(understand("hvem står for lamperne på broen"), [untold], None) is None


def test_of_several_follow_ups_the_one_with_the_topics_words_answers() -> None:
    quotes = [follow_up("Anna ringer til skolen."), follow_up("Bo efterser broens lamper.")]
    answer = choose_answer(FOLLOW_UP, [hit("p1", matched=BY_TITLE, follow_ups=quotes)], None)
    assert answer is not None
    assert answer.text == "Bo efterser broens lamper."
