from search_api.answer import choose_answer
from search_api.understanding import understand
from tests.search_api.invented import beslutning, hit

BRIDGE = understand("sidste nyt om broen")
BY_TITLE = {"title": 0.0}


def test_the_newest_decision_or_conclusion_answers() -> None:
    hits = [
        hit("p1", day="2030-01-01", matched=BY_TITLE, decided=beslutning("Broen er godkendt.")),
        hit("p2", day="2031-01-01", score=0.8, text="Det aftales, at broen lukkes i maj."),
        hit("p3", day="2029-01-01", text="Det aftales, at broen males."),
    ]
    answer = choose_answer(BRIDGE, hits, None)
    assert answer is not None
    assert (answer.text, answer.kind) == ("Det aftales, at broen lukkes i maj.", "referat")


def test_of_one_meeting_the_decision_answers() -> None:
    hits = [
        hit("p1", text="Det aftales, at broen lukkes i maj."),
        hit("p2", matched=BY_TITLE, decided=beslutning("Broen er godkendt.")),
    ]
    answer = choose_answer(BRIDGE, hits, None)
    assert answer is not None
    assert answer.text == "Broen er godkendt."


def test_what_is_on_something_else_is_no_news() -> None:
    about_the_park = hit("p1", text="Det aftales, at parken lukkes.")
    assert choose_answer(understand("sidste nyt om skolen"), [about_the_park], None) is None


def test_what_the_minutes_tell_of_it_by_name_is_news_though_it_settles_nothing() -> None:
    hits = [
        hit("p1", day="2030-01-01", text="Det aftales, at broen males."),
        hit("p2", day="2031-01-01", text="De første cyklister er kørt over broen."),
        hit("p3", day="2032-01-01", text="De første fisk er set i åen."),
    ]
    answer = choose_answer(BRIDGE, hits, None)
    assert answer is not None
    assert answer.text == "De første cyklister er kørt over broen."
