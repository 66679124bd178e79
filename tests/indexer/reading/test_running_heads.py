"""Running heads and feet are taken out wherever a page's edge repeats them, and nothing else is."""

from indexer.reading.furniture import set_aside
from indexer.reading.line import Line, Page


def page(number: int, *lines: tuple[str, float, bool]) -> Page:
    return Page(number, tuple(Line(text, number, size=size, bold=bold) for text, size, bold in lines))


TEXT = [(f"Linje {place} om stien langs åen og broen ved møllen.", 10.0, False) for place in range(8)]


def test_a_small_head_and_foot_are_taken_out_of_the_first_page_too() -> None:
    pages = [
        page(n, ("Egevang Kommune", 8.0, False), *TEXT, ("Referat", 8.0, False), (f"{n} af 2", 8.0, False))
        for n in (1, 2)
    ]
    texts = [line.text for line in set_aside(pages).lines]
    assert texts == [text for text, *_ in TEXT] * 2


def test_a_heading_that_stands_on_top_of_two_pages_is_kept() -> None:
    pages = [page(n, ("Beslutning", 11.0, True), *TEXT) for n in (1, 2)]
    assert [line.text for line in set_aside([pages[0]]).lines][0] == "Beslutning"
    three = [page(1, *TEXT), pages[1], page(3, *TEXT), page(4, ("Beslutning", 11.0, True), *TEXT)]
    assert sum(line.text == "Beslutning" for line in set_aside(three).lines) == 2


def test_a_decision_that_ends_two_pages_in_the_size_of_the_text_is_kept() -> None:
    pages = [page(n, *TEXT, ("Godkendt.", 10.0, False)) for n in (1, 2)]
    assert sum(line.text == "Godkendt." for line in set_aside(pages).lines) == 2


def test_case_numbers_on_top_of_pages_are_no_page_numbers() -> None:
    pages = [page(n, (f"26/0001{n}8", 8.0, False), *TEXT) for n in (1, 2, 3)]
    assert [line.text for line in set_aside(pages).lines if "/" in line.text] == [
        "26/000118",
        "26/000128",
        "26/000138",
    ]
