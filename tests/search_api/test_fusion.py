"""Fusion: what a hit's parts say, on their scales."""

import pytest

from search_api.floor import Calibration
from search_api.fusion import EQUAL_Z, LEADS, LEADS_BY_KIND, ON_THE_DAY, Lead, fused, scales
from search_api.semantic_query import score_of_cosine
from search_api.thesaurus import Thesaurus
from search_api.understanding import understand

CALIBRATION = Calibration(mean=0.8, deviation=0.01)
BRIDGE = understand("rød bro", Thesaurus(()))


def test_a_hit_no_nearer_than_the_background_scores_nothing_for_meaning() -> None:
    parts = scales(BRIDGE, CALIBRATION).parts({"semantic": score_of_cosine(0.8)})
    assert parts["semantic"] == pytest.approx(0)


def test_meaning_counts_as_much_as_every_word_at_equal_z() -> None:
    found = scales(BRIDGE, CALIBRATION)
    far_above = score_of_cosine(CALIBRATION.cosine(EQUAL_Z))
    assert found.parts({"semantic": far_above})["semantic"] == pytest.approx(1)


def test_the_parts_add_up_to_the_score() -> None:
    found = scales(BRIDGE, CALIBRATION)
    matched = {"keyword": 7.0, "semantic": 1.9, "boosts": 0.4}
    raw = 7.0 * found.keyword + 1.9 * found.semantic + 0.4
    assert sum(found.parts(matched).values()) == pytest.approx(found.score(raw))


def test_a_longer_question_asks_more_of_the_words() -> None:
    longer = understand("rød bro over den lange å", Thesaurus(()))
    assert scales(longer, None).keyword < scales(BRIDGE, None).keyword


def test_of_a_long_question_a_passage_need_not_hold_every_word() -> None:
    nine = [f"bro{sign}" for sign in "abcdefghi"]
    worth = [scales(understand(" ".join(nine * times), Thesaurus(())), None).keyword for times in (1, 2)]
    assert worth[0] == pytest.approx(worth[1])


def lead(question: str) -> Lead:
    """Return what each part counts for by itself in a search for the question."""
    understanding = understand(question, Thesaurus(()))
    (boosts,) = fused({}, scales(understanding, None), understanding)
    terms = [one["constant_score"] for one in boosts["bool"]["should"] if "constant_score" in one]
    return {one["filter"]["term"]["part"]: one["boost"] for one in terms if "term" in one["filter"]}


@pytest.mark.parametrize(
    ("question", "leading"),
    [
        ("hvornår males broen", LEADS["when"]),
        ("broen, på hvilke vilkår", LEADS_BY_KIND["decision"]),
        ("formand for broudvalget?", LEADS_BY_KIND["holder"]),
        ("må man fiske fra broen", LEADS_BY_KIND["yes or no"]),
        ("broen over åen", LEADS["none"]),
    ],
)
def test_what_is_asked_for_leads_by_the_rules_or_else_by_its_words(question: str, leading: Lead) -> None:
    assert lead(question) == leading


def test_the_meeting_of_a_day_that_is_named_is_lifted() -> None:
    understanding = understand("broen den 5. januar 2031", Thesaurus(()))
    (boosts,) = fused({}, scales(understanding, None), understanding)
    day = {"terms": {"meeting.date": ["2031-01-05"]}}
    assert {"constant_score": {"filter": day, "boost": ON_THE_DAY}} in boosts["bool"]["should"]
