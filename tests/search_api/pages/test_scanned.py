import pytest

from search_api.pages.scanned import UNSURE, quoted_note, whole_note


@pytest.mark.parametrize("confidences", [[], [None], [None, None]])
def test_nothing_is_said_of_text_that_was_there(confidences: list[float | None]) -> None:
    assert quoted_note(confidences) is None
    assert whole_note([("ord", one) for one in confidences]) is None


def test_the_least_sure_passage_decides() -> None:
    sure, unsure = quoted_note([None, 0.97, UNSURE]), quoted_note([0.97, UNSURE - 0.01, None])
    assert sure
    assert unsure
    assert not sure.is_unsure
    assert unsure.is_unsure
    assert unsure.label != sure.label


def test_a_short_unsure_stretch_does_not_speak_for_a_long_sure_one() -> None:
    sure, unsure = ("x" * 900, 0.95), ("x" * 100, 0.3)
    whole, turned_about = whole_note([sure, unsure]), whole_note([("x" * 100, 0.95), ("x" * 900, 0.3)])
    assert whole
    assert turned_about
    assert not whole.is_unsure
    assert turned_about.is_unsure
