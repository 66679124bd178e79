import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.embedding.text import MAX_PASSAGE_CHARS, clean, clean_passage
from records.errors import EmbeddingError


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("  Punkt\t3 \r\n Budget  ", "Punkt 3 Budget"),
        ("kom\N{SOFT HYPHEN}mune", "kommune"),
        ("a\x00b\x07c", "abc"),
        ("ﬁnansiering", "finansiering"),
        ("a\N{COMBINING RING ABOVE}ben sag", "åben sag"),
        ("halv \ud83d emoji", "halv emoji"),
        ("godkendt 👍", "godkendt 👍"),
        ("", ""),
    ],
)
def test_a_text_is_cleaned_to_what_a_reader_sees(written: str, seen: str) -> None:
    assert clean(written) == seen


@given(st.text(), st.integers(0, 50))
def test_cleaning_keeps_to_the_cap(text: str, cap: int) -> None:
    assert len(clean(text, cap)) <= cap


def test_a_character_that_grows_eighteenfold_keeps_to_the_cap() -> None:
    assert len(clean("\ufdfa" * 1000, 100)) == 100


def test_a_passage_far_too_long_is_refused_without_being_quoted() -> None:
    with pytest.raises(EmbeddingError) as raised:
        clean_passage("hemmelig " * MAX_PASSAGE_CHARS)
    assert "hemmelig" not in raised.value.message + (raised.value.detail or "")
