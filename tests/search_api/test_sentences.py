from typing import Any

import pytest

from search_api.sentences import sentences


def passage(*paragraphs: str, page: int = 3, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    starts = [len(" ".join(paragraphs[:number])) + (number > 0) for number in range(len(paragraphs))]
    return {"text": " ".join(paragraphs), "page": page, "last_page": page, "starts": starts, **fields}


def texts(found: dict[str, Any]) -> list[str]:
    return [one.text for one in sentences(found)]


def test_sentences_end_at_marks_and_paragraphs() -> None:
    found = passage("Broen males. Er den rød? Ja!", "Uden punktum", "“Det haster.” Anna ringer.")
    assert texts(found) == [
        "Broen males.",
        "Er den rød?",
        "Ja!",
        "Uden punktum",
        "“Det haster.”",
        "Anna ringer.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Se jf. Bilag 2 og pkt. 4 om broen.",
        "Fristen er d. 19. november kl. 12.",
        "Den 1. november 2031 åbner broen.",
        "Prisen er ca. 3,5 mio. kr. i alt.",
        "2. Broen males.",
    ],
)
def test_abbreviations_and_days_end_no_sentence(sentence: str) -> None:
    assert texts(passage(sentence)) == [sentence]


def test_an_amount_may_end_a_sentence() -> None:
    assert texts(passage("Det koster 3 mio. kr. Broen males.")) == ["Det koster 3 mio. kr.", "Broen males."]


def test_a_short_row_is_quoted_across_and_a_long_one_cell_by_cell() -> None:
    short = "Broen | 400.000 kr. | 2031"
    long = "Broen | Den males rød af kommunens egne folk. Det tager en uge. | 2031"
    assert texts(passage(short, long)) == [
        short,
        "Broen",
        "Den males rød af kommunens egne folk.",
        "Det tager en uge.",
        "2031",
    ]


def test_the_names_of_columns_are_no_part_of_what_stands_in_a_row() -> None:
    assert texts(passage("OPGAVE: Broen | PRIS: 400 kr.")) == ["Broen", "400 kr."]


def test_every_sentence_knows_the_page_on_which_it_stands() -> None:
    found = passage("Broen males.", "Åen renses.", last_page=4, turns=[[13, 4]])
    assert [(one.text, one.page) for one in sentences(found)] == [("Broen males.", 3), ("Åen renses.", 4)]


def test_what_runs_over_a_page_break_is_never_quoted() -> None:
    found = passage("Broen males rød. Åen renses til foråret.", last_page=4, turns=[[28, 4]])
    assert texts(found) == ["Broen males rød."]
    assert texts(passage("Broen males. Åen renses.", last_page=4)) == []
