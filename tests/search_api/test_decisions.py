import pytest

from search_api.answer import choose_answer
from search_api.decision_words import words_a_conclusion, words_a_decision
from search_api.decisions import told_by_who_decided
from search_api.keyword_query import ENOUGH
from search_api.understanding import understand
from tests.search_api.invented import Json, beslutning, hit

LAMPS = understand("hvad blev besluttet om broens lamper")
BY_TITLE = {"title": 0.0}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rådet godkendte i maj, at broen males.",
        "Planen er blevet godkendt.",
        "I maj blev det besluttet, at broen males.",
        "Udvalget har taget planen til efterretning.",
        "Der var enighed om farven.",
        "2) Godkendt.",
    ],
)
def test_a_sentence_words_a_decision(sentence: str) -> None:
    assert words_a_decision(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "1) at rådet godkender planen",
        "Det indstilles, at planen bliver godkendt.",
        "Hvis planen bliver godkendt, males broen.",
        "Boliger til udsatte er en del af planen.",
        "Broen er rød.",
    ],
)
def test_what_is_only_proposed_or_told_is_no_decision(sentence: str) -> None:
    assert not words_a_decision(sentence)


def test_a_conclusion_says_what_comes_of_the_matter() -> None:
    assert words_a_conclusion("Det aftales, at Anna ringer.")
    assert not words_a_conclusion("Anna fortalte om broen.")


def test_where_no_punkt_decides_it_the_sentence_that_says_so_answers() -> None:
    told = hit("p1", part="bilag", text="Broens lamper skiftes. Rådet godkendte broens lamper i maj.")
    answer = choose_answer(LAMPS, [told], None)
    assert answer is not None
    assert (answer.kind, answer.text) == ("fakta", "Rådet godkendte broens lamper i maj.")
    in_minutes = hit("p1", text="Broens lamper er blevet godkendt.")
    answer = choose_answer(LAMPS, [in_minutes], None)
    assert answer is not None
    assert answer.kind == "referat"


def test_a_sentence_that_holds_more_of_the_topic_leads_over_the_punkts_decision() -> None:
    of_bridge = hit("p1", matched=BY_TITLE, decided=beslutning("Godkendt."))
    of_lamps = hit("p2", score=0.8, part="bilag", text="Rådet besluttede, at broens lamper slukkes.")
    answer = choose_answer(LAMPS, [of_bridge, of_lamps], None)
    assert answer is not None
    assert answer.text == "Rådet besluttede, at broens lamper slukkes."


def test_minutes_without_a_decision_are_quoted_by_their_conclusion() -> None:
    found = hit("p1", matched=BY_TITLE, text="Anna fortalte. Sagen drøftes igen i maj. Alle takkede.")
    answer = choose_answer(understand("hvad blev der besluttet om broen"), [found], None)
    assert answer is not None
    assert answer.text == "Sagen drøftes igen i maj."


def test_a_decision_whose_passage_was_not_found_is_not_quoted() -> None:
    elsewhere = hit(
        "p1", matched=BY_TITLE, decided=beslutning("Broens lamper godkendt."), text="Anna fortalte."
    )
    assert choose_answer(LAMPS, [elsewhere], None) is None


def decided(punkt: str, day: str, text: str, **more: Json) -> Json:
    return hit(punkt, day=day, matched=BY_TITLE, decided=beslutning(text), **more)


def test_decisions_of_several_meetings_make_a_timeline_newest_first() -> None:
    hits = [
        decided("p1", "2030-05-01", "Broens lamper slukkes."),
        decided("p2", "2031-05-01", "Broens lamper tændes."),
        decided("p3", "2029-05-01", "Broens lamper sættes op."),
    ]
    answer = choose_answer(LAMPS, hits, None)
    assert answer is not None
    assert answer.text == "Broens lamper tændes."
    assert [one.date for one in answer.timeline] == ["2031-05-01", "2030-05-01", "2029-05-01"]
    assert answer.timeline[0].text == answer.text
    assert answer.timeline[0].url == answer.url


def test_what_answers_each_proposal_speaks_for_its_punkt_though_it_was_first_discussed() -> None:
    bridge = understand("hvad blev besluttet om broen over åen")
    each = beslutning("1) Drøftet. 2) Udsat til maj.", kind="drøftet")
    answer = choose_answer(bridge, [hit("p1", matched=BY_TITLE, decided=each)], None)
    assert answer is not None
    assert answer.text == "1) Drøftet. 2) Udsat til maj."
    heard = beslutning("Anna fortalte om farven.", kind="drøftet")
    assert choose_answer(bridge, [hit("p1", matched=BY_TITLE, decided=heard)], None) is None


def test_a_single_decision_has_no_timeline() -> None:
    answer = choose_answer(LAMPS, [decided("p1", "2030-05-01", "Broens lamper slukkes.")], None)
    assert answer is not None
    assert answer.timeline == ()


def test_a_decision_on_another_matter_is_not_on_the_timeline() -> None:
    other = decided("p2", "2029-01-01", "Godkendt.")
    other["_source"]["punkt"]["title"] = "Dagsorden"
    answer = choose_answer(LAMPS, [decided("p1", "2030-05-01", "Broens lamper slukkes."), other], None)
    assert answer is not None
    assert answer.timeline == ()


def test_minutes_that_know_what_the_decision_does_not_lead_over_it() -> None:
    approved = beslutning("Planen godkendt.")
    minutes = "Planen godkendt. Det aftales, at bænkene ved broen males til foråret."
    found = hit("p1", matched=BY_TITLE, decided=approved, text=minutes)
    whole = choose_answer(understand("hvad blev aftalt om broen"), [found], None)
    part = choose_answer(understand("hvad blev aftalt om bænke ved broen"), [found], None)
    assert whole is not None
    assert part is not None
    assert (whole.text, part.text) == (
        "Planen godkendt.",
        "Det aftales, at bænkene ved broen males til foråret.",
    )


def test_what_was_said_is_quoted_where_that_is_asked_and_the_decision_where_it_is_not() -> None:
    minutes = "Broen godkendt. Rådmanden understregede, at broen skal være smal."
    found = hit("p1", matched=BY_TITLE, decided=beslutning("Broen godkendt."), text=minutes)
    said = choose_answer(understand("hvad sagde rådmanden om broen"), [found], None)
    decided = choose_answer(understand("hvad besluttede rådmanden om broen"), [found], None)
    assert said is not None
    assert decided is not None
    assert (said.text, decided.text) == (
        "Rådmanden understregede, at broen skal være smal.",
        "Broen godkendt.",
    )


def test_what_was_merely_said_is_no_decision() -> None:
    found = hit("p1", text="Der er et notat om broens lamper på vej, og det bør læses.")
    assert choose_answer(LAMPS, [found], None) is None
    assert choose_answer(understand("hvad blev der sagt om broens lamper"), [found], None) is not None


def test_an_agenda_decides_nothing() -> None:
    agenda = hit("p1", part="dagsorden", text="Rådet besluttede i maj at se på broens lamper.")
    assert choose_answer(LAMPS, [agenda], None) is None


def test_what_the_one_who_is_asked_about_said_leads_over_what_others_did() -> None:
    minutes = "Maja sagde, at broen på ingen måde er bred nok. Rådmanden mente, at broen er god."
    answer = choose_answer(understand("hvad sagde rådmanden om broen"), [hit("p1", text=minutes)], None)
    assert answer is not None
    assert answer.text == "Rådmanden mente, at broen er god."


def test_a_conclusion_is_on_what_was_said_before_it() -> None:
    in_minutes = {"matched": {ENOUGH: 0.0}, "text": "Hvad skal bænkene koste? Anna spørger på værkstedet."}
    found = hit("p1", decided=beslutning("Anna spørger på værkstedet.", "andet"), **in_minutes)
    answer = choose_answer(understand("hvad blev aftalt om bænkene"), [found], None)
    assert answer is not None
    assert answer.text == "Anna spørger på værkstedet."
    assert choose_answer(understand("hvad blev aftalt om rækværket"), [found], None) is None


@pytest.mark.parametrize(
    "question",
    [
        *("hvad besluttede byrådet om broen", "byrådets beslutning om broen"),
        *("Hvad har byrådet besluttet om broen?", "Har Nordby Byråd godkendt broen?"),
        *("Hvad blev vedtaget af byrådet?", "Hvad blev godkendt i byrådet?", "Blev broen afvist i byrådet?"),
        *(
            "Hvad er der besluttet om broen og de nye lamper i byrådet?",
            "er broen endelig vedtaget af byrådet",
        ),
    ],
)
def test_a_council_that_is_asked_about_by_name_decides_itself(question: str) -> None:
    elsewhere, theirs = hit("p1", text="Broen godkendt."), hit("p2", text="Byrådet godkendte broen.")
    assert told_by_who_decided(question, [elsewhere, theirs]) == [theirs]


@pytest.mark.parametrize(
    "question",
    [
        *("hvad blev besluttet om broen", "hvad har udvalget besluttet om broen til byrådet"),
        *("hvad blev besluttet om valget til byrådet", "hvad blev besluttet om mødet i byrådets sal"),
        *("hvad blev godkendt, før sagen kom i byrådet", "har byrådet en mening om broen"),
    ],
)
def test_a_council_that_is_named_in_passing_decides_nothing(question: str) -> None:
    hits = [hit("p1", text="Broen godkendt."), hit("p2", text="Byrådet godkendte broen.")]
    assert told_by_who_decided(question, hits) == hits


@pytest.mark.parametrize("question", ["blev broens lamper flyttet", "hvad kostede broens lamper at flytte"])
def test_that_something_else_became_of_it_is_no_answer(question: str) -> None:
    told = hit("p1", text="Rådet besluttede i maj, at broens lamper slukkes.")
    assert choose_answer(understand(question), [told], None) is None
