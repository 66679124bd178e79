from search_api.pages.marking import PIECE, letters_of, marks
from search_api.pages.pdf_page import Box, PageLayout, Run

LINE_HEIGHT, LETTER = 12.0, 6.0


def layout(*lines: str) -> PageLayout:
    """Set the lines in letters of one width, a run for each stretch of letters and digits."""
    runs = []
    for row, line in enumerate(lines):
        place = 0
        for word in line.replace("-", " ").split(" "):
            if word:
                box = Box(place * LETTER, row * 20.0, (place + len(word)) * LETTER, row * 20.0 + LINE_HEIGHT)
                runs.append(Run(word, box))
            place += len(word) + 1
    return PageLayout(600, 800, tuple(runs))


def test_a_word_is_marked_where_it_stands_and_only_whole() -> None:
    page = layout("bro og cykelbro", "Broen")
    assert marks(page, ["Bro"], None).words == (Box(0, 0, 18, 12),)


def test_the_part_of_a_compound_with_a_hyphen_is_marked() -> None:
    assert marks(layout("First-teamet"), ["First"], None).words == (Box(0, 0, 30, 12),)


def test_a_word_divided_between_lines_is_marked_on_both() -> None:
    found = marks(layout("om bolig-", "politik her"), ["boligpolitik"], None).words
    assert found == (Box(18, 0, 48, 12), Box(0, 20, 42, 32))


def test_a_passage_fills_its_lines() -> None:
    page = layout("Overskrift", "Broen males rød", "til foråret.", "Andet")
    assert marks(page, [], "Broen males rød til foråret.").passage == (
        Box(0, 20, 90, 32),
        Box(0, 40, 72, 52),
    )


def test_a_passage_that_runs_over_to_the_next_page_is_marked_as_far_as_it_goes() -> None:
    begun = "Broen over åen bliver malet rød i løbet af foråret"
    page = layout("Andet", begun)
    found = marks(page, [], f"{begun} og åbner for cykler til sommer.").passage
    assert found == (Box(0, 20, len(begun) * LETTER, 32),)
    assert len(letters_of(begun)) > PIECE


def test_a_passage_that_is_elsewhere_marks_nothing() -> None:
    assert marks(layout("Broen males rød"), ["båd"], "Biblioteket holder åbent til klokken 22 hver dag.") == (
        marks(layout("x"), [], None)
    )
