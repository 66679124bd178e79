"""What decides and who follows up, in words that no house's own rules were made for."""

import pytest

from indexer.reading.beslutning import decision_in_minutes, decision_under_heading, kind_of
from indexer.reading.follow_ups import follow_ups
from indexer.reading.people import People
from records.models import Paragraph


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tiltrådt.", "godkendt"),
        ("Indstillingen følges.", "godkendt"),
        ("Et flertal i udvalget stemte for indstillingen.", "godkendt"),
        ("For indstillingen stemte A, C og V.", "godkendt"),
        ("For indstillingen stemte kun F.", None),
        ("For indstillingen stemte A, C og V. Indstillingen bortfaldt.", None),
        ("Teknik- og Havneudvalget tilsluttede sig indstillingen.", "godkendt"),
        ("Ansøgningen imødekommes.", "godkendt"),
        ("Godkendt med den ændring, at punkt 4 blev taget først.", "godkendt"),
        ("Godkendt med den ændring, at lygterne bliver lavere.", "godkendt med bemærkninger"),
        ("Forslaget blev ikke vedtaget.", "afvist"),
        ("Ansøgningen imødekommes ikke.", "afvist"),
        ("Der meddeles afslag.", "afvist"),
        ("Redegørelsen taget til efterretning.", "taget til efterretning"),
        ("Anbefales over for Byrådet.", "oversendt"),
        ("Taget af dagsordenen.", "udgår"),
        ("Sagen genoptages på næste møde.", "udsat"),
        ("Stien er 400 meter lang.", None),
    ],
)
def test_formal_words_tell_the_kind_of_decision(text: str, kind: str | None) -> None:
    assert kind_of(text) == kind


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, 1, 1) for text in texts]


def test_votes_and_what_a_party_had_put_down_belong_to_the_decision_and_who_was_absent_does_not() -> None:
    decided = decision_under_heading(
        paragraphs(
            "Godkendt. For stemte 5 (A og V), imod stemte 2 (F).",
            "Liste F ønskede tilført protokollen, at stien burde være længere.",
            "Vejkontoret sender tegningerne til udvalget inden den 1. maj 2026.",
            "Fraværende: Ib Holt",
            "Mødet sluttede kl. 18.",
        ),
        whole=True,
    )
    assert decided.beslutning is not None
    assert decided.beslutning.text == (
        "Godkendt. For stemte 5 (A og V), imod stemte 2 (F).\n"
        "Liste F ønskede tilført protokollen, at stien burde være længere."
    )


def test_what_was_discussed_beside_a_decision_is_none_unless_it_is_numbered() -> None:
    decided = decision_in_minutes(paragraphs("1) Godkendt.", "Støjen blev drøftet."))
    assert decided.beslutning is not None
    assert decided.beslutning.text == "1) Godkendt."
    numbered = decision_in_minutes(paragraphs("1) Godkendt.", "2) Støjen blev drøftet."))
    assert numbered.beslutning is not None
    assert numbered.beslutning.text == "1) Godkendt.\n2) Støjen blev drøftet."


@pytest.mark.parametrize(
    ("outcome", "kind"), [("Indstillingen bortfaldt.", "afvist"), ("Sagen er udsat.", "udsat")]
)
def test_how_votes_fell_yields_to_what_came_of_it(outcome: str, kind: str) -> None:
    votes = "For indstillingen stemte C og Venstre. Imod stemte resten."
    for told in (paragraphs(f"{votes} {outcome}"), paragraphs(votes, outcome)):
        for decided in (decision_in_minutes(told), decision_under_heading(told, whole=True)):
            assert decided.beslutning is not None
            assert decided.beslutning.kind == kind
            assert votes in decided.beslutning.text


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Boligkontoret sender tallene senest den 1. maj 2026.", ("Boligkontoret",)),
        ("Plan og Byg holder et møde med børnehaven.", ("Plan og Byg",)),
        ("XQZ indhenter en pris.", ("XQZ",)),
        ("Natur, Havn og Strand forelægger en opgørelse i 4. kvartal 2026.", ("Natur, Havn og Strand",)),
        ("Rådmanden bestiller selv en bus.", ("Rådmanden",)),
        ("Ib Holt og Ea Lund giver foreningerne besked.", ("Ib Holt", "Ea Lund")),
    ],
)
def test_whoever_is_to_do_something_follows_up_in_a_register_or_not(
    sentence: str, who: tuple[str, ...]
) -> None:
    [found] = follow_ups(paragraphs(sentence), None, People([]))
    assert found.who == who


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("Ib følger op.", False),
        ("Ib følger op på det.", False),
        ("Ib følger op i maj 2027.", False),
        ("Ib følger op i samarbejde med Ea Lund.", False),
        ("Havnekontoret følger op med Ea.", False),
        ("Ib følger op over for sejlklubben.", True),
        ("Ib følger op med de berørte.", True),
        ("Ib sørger for, at klubben hører nyt.", True),
    ],
)
def test_what_is_to_be_done_stands_before_a_bare_sentence_and_in_it_where_it_says_more(
    sentence: str, is_told: bool
) -> None:
    wish = "Rådmanden ønsker, at broen aldrig er lukket om natten."
    [found] = follow_ups(paragraphs(f"{wish} {sentence}"), None, People([]))
    assert found.what == (f"{wish} {sentence}" if is_told else wish)
    assert found.quote == f"{wish} {sentence}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Udvalget sender sagen i høring.",
        "KL sender et brev til kommunerne.",
        "Plan og Byg holder fast i sin vurdering.",
        "Boligkontoret er åbent om torsdagen.",
        "Borgerforeningen sender hvert år et kort.",
    ],
)
def test_what_bodies_decide_and_others_do_is_no_follow_up(sentence: str) -> None:
    assert not list(follow_ups(paragraphs(sentence), None, People([])))
