import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.law_references import law_references, searchable_forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("støtte efter § 85", ["§ 85"]),
        ("§85a-støtten vokser", ["§ 85a"]),
        ("støtte efter § 85 a og § 99", ["§ 85a", "§ 99"]),
        ("§ 85a SEL", ["sel § 85a"]),
        ("pladser efter SEL § 110", ["sel § 110"]),
        ("servicelovens § 107, stk. 2, og", ["sel § 107, stk. 2"]),
        ("Lov om social service § 85, stk. 1 og 2", ["sel § 85, stk. 1"]),
        ("§ 18 i serviceloven", ["sel § 18"]),
        ("serviceloven (SEL) §§ 83, 83 a og 86", ["sel § 83", "sel § 83a", "sel § 86"]),
        ("efter §§ 76, stk. 3, nr. 2, og 104", ["§ 76, stk. 3", "§ 104"]),
        ("§§ 107-109", ["§ 107", "§ 108", "§ 109"]),
        ("de nye 18§-midler", ["§ 18"]),
        ("paragraf 110 og paragrafferne 83 og 84", ["§ 110", "§ 83", "§ 84"]),
        ("barnets lov § 32", ["bl § 32"]),
        ("§ 12 i en lov, som ingen kender", ["§ 12"]),
    ],
)
def test_a_reference_is_found_in_one_form(text: str, found: list[str]) -> None:
    assert list(law_references(text)) == found


@pytest.mark.parametrize("text", ["§", "§ 2031", "85 pladser", "paragraffen", "§-værksted", "salg 12"])
def test_what_names_no_paragraph_gives_none(text: str) -> None:
    assert law_references(text) == ()


@pytest.mark.parametrize(
    ("text", "found"), [("§ 18 og 3 andre puljer", ["§ 18"]), ("§§ 76 og 104, 2. pkt.", ["§ 76", "§ 104"])]
)
def test_what_is_counted_behind_a_paragraph_is_none(text: str, found: list[str]) -> None:
    assert list(law_references(text)) == found


def test_a_reference_is_found_with_and_without_its_law_and_subsection() -> None:
    assert searchable_forms("sel § 107, stk. 2") == ("sel § 107, stk. 2", "sel § 107", "§ 107")
    assert searchable_forms("§ 18") == ("§ 18",)


@given(st.text(alphabet="§ 0123456789-,.aiSEL stk", max_size=60))
def test_no_text_breaks_the_search_for_paragraphs(text: str) -> None:
    for reference in law_references(text):
        assert searchable_forms(reference)[-1].startswith("§ ")
