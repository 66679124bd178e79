from indexer.reading.hyphens import Vocabulary
from indexer.reading.line import Line
from indexer.reading.paragraphs import paragraphs


def test_a_row_that_runs_over_a_page_break_knows_where_its_second_page_begins() -> None:
    row = Line("Lys I gang med", 2, cells=("Lys", "I gang med"), gap=True)
    below = [Line("at grave langs", 3, top=True, gap=True), Line("stien mod nord.", 3)]
    (found,) = paragraphs([row, *below], Vocabulary(()))
    ((place, page),) = found.turns
    assert (found.page, found.last_page, page) == (2, 3, 3)
    assert found.text[place:].strip() == "at grave langs stien mod nord."


def test_a_paragraph_on_one_page_has_no_turns() -> None:
    (found,) = paragraphs([Line("Et punkt", 2, gap=True), Line("om lys.", 2)], Vocabulary(()))
    assert found.turns == ()
