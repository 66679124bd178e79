"""Running heads and feet are taken out wherever a page's edge repeats them, and nothing else is."""

from indexer.reading.furniture import set_aside
from indexer.reading.line import Line, Page


def page(number: int, *lines: tuple[str, float, bool]) -> Page:
    return Page(number, tuple(Line(text, number, size=size, bold=bold) for text, size, bold in lines))


def text(number: int) -> list[tuple[str, float, bool]]:
    return [
        (f"Side {number} fortæller i linje {place} om stien langs åen.", 10.0, False) for place in range(8)
    ]


def test_a_small_head_and_foot_are_taken_out_of_the_first_page_too() -> None:
    pages = [
        page(n, ("Egevang Kommune", 8.0, False), *text(n), ("Referat", 8.0, False), (f"{n} af 2", 8.0, False))
        for n in (1, 2)
    ]
    texts = [line.text for line in set_aside(pages).lines]
    assert texts == [words for n in (1, 2) for words, *_ in text(n)]


def test_a_heading_that_stands_on_top_of_two_pages_is_kept() -> None:
    pages = [page(n, ("Beslutning", 11.0, True), *text(n)) for n in (1, 2)]
    assert next(line.text for line in set_aside(pages[:1]).lines) == "Beslutning"
    three = [page(1, *text(1)), pages[1], page(3, *text(3)), page(4, ("Beslutning", 11.0, True), *text(4))]
    assert sum(line.text == "Beslutning" for line in set_aside(three).lines) == 2


def test_a_decision_that_ends_two_pages_in_the_size_of_the_text_is_kept() -> None:
    pages = [page(n, *text(n), ("Godkendt.", 10.0, False)) for n in (1, 2)]
    assert sum(line.text == "Godkendt." for line in set_aside(pages).lines) == 2


def test_case_numbers_on_top_of_pages_are_no_page_numbers() -> None:
    pages = [page(n, (f"26/0001{n}8", 8.0, False), *text(n)) for n in (1, 2, 3)]
    assert [line.text for line in set_aside(pages).lines if "/" in line.text] == [
        "26/000118",
        "26/000128",
        "26/000138",
    ]
