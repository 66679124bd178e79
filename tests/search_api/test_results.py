from search_api.results import SHARES_OF_A_LONG_QUESTION, by_punkt, read_hit
from search_api.semantic_query import cosine_of_score, score_of_cosine
from tests.search_api.invented import beslutning, hit


def test_a_hit_has_its_text_on_one_line_and_its_links() -> None:
    found = read_hit(hit("m1/p 1"), None)
    assert found.text == "Broen bliver rød."
    assert found.file_url == "/api/v1/documents/d1/file#page=3"
    assert found.url == "/punkt/m1%2Fp%201#m1%2Fp%201-referat"
    assert found.why is None


def test_a_hit_tells_how_surely_it_was_read_where_it_was_recognised() -> None:
    scanned = hit("p")
    scanned["_source"]["confidence"] = 0.71
    assert read_hit(scanned, None).confidence == 0.71
    assert read_hit(hit("p"), None).confidence is None


def test_a_hit_knows_what_its_punkt_decided_and_keeps_it_from_the_json() -> None:
    found = read_hit(hit("p", part="indstilling", decided=beslutning("Stien\nanlægges.")), None)
    assert found.decided == "Stien anlægges."
    assert "decided" not in found.model_dump()
    assert read_hit(hit("p"), None).decided is None


def test_grouping_keeps_the_order_and_every_hit() -> None:
    hits = [
        read_hit(hit(p, part=part), None) for p, part in (("a", "bilag"), ("b", "bilag"), ("a", "referat"))
    ]
    groups = by_punkt(hits)
    assert [(group.punkt.id, len(group.more)) for group in groups] == [("a", 1), ("b", 0)]
    assert groups[0].more[0].part == "referat"


def test_a_punkt_shows_what_is_said_twice_once() -> None:
    said, again = (read_hit(hit("a", part=part), None) for part in ("indstilling", "dagsorden"))
    (group,) = by_punkt([said, again.model_copy(update={"repeats": said.id})])
    assert (group.part, group.more) == ("indstilling", ())


def test_several_good_passages_lead_over_one_that_is_a_little_better_if_the_question_is_long() -> None:
    scored = (
        ("lone", "bilag", 0.8),
        ("rich", "bilag", 0.7),
        ("rich", "referat", 0.6),
        ("poor", "bilag", 0.1),
    )
    hits = [
        read_hit(hit(punkt, part=part), None).model_copy(update={"score": score})
        for punkt, part, score in scored
    ]
    long = by_punkt(hits, SHARES_OF_A_LONG_QUESTION)
    assert [group.punkt.id for group in long] == ["rich", "lone", "poor"]
    assert [group.punkt.id for group in by_punkt(hits)] == ["lone", "rich", "poor"]


def test_scores_and_cosines_are_each_others_inverse() -> None:
    for cosine in (-0.5, 0.0, 0.83):
        assert abs(cosine_of_score(score_of_cosine(cosine)) - cosine) < 1e-9
