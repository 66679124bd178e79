import pytest

from search_api.pages.scanned import UNSURE, scan_note


@pytest.mark.parametrize("confidences", [[], [None], [None, None]])
def test_nothing_is_said_of_text_that_was_there(confidences: list[float | None]) -> None:
    assert scan_note(confidences) is None


def test_the_least_sure_passage_decides() -> None:
    sure, unsure = scan_note([None, 0.97, UNSURE]), scan_note([0.97, UNSURE - 0.01, None])
    assert sure
    assert unsure
    assert not sure.is_unsure
    assert unsure.is_unsure
    assert unsure.label != sure.label
