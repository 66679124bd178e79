"""Dotted contents are read without their dots, and nothing else is taken out of a picture."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from indexer.reading.leader_dots import without_leader_dots
from indexer.reading.ocr import words_in
from tests.indexer.reading.scans import needs_tesseract, page_image

ENTRIES = ("Punkt 1: Lys ved stien", "Punkt 2: Lukket: Salg af grund")


def contents(dots: str) -> Image.Image:
    image = Image.new("L", (2480, 700), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(46)
    for row, entry in enumerate(ENTRIES):
        draw.text((200, 150 + 120 * row), f"{entry}{dots}{row + 2}", font=font, fill=0)
    return image


def darkness(image: Image.Image) -> int:
    return int((np.asarray(image) < 128).sum())


def test_the_dots_go_and_the_letters_stay() -> None:
    without = without_leader_dots(contents("." * 90))
    letters, all_of_it = darkness(contents("")), darkness(contents("." * 90))
    assert abs(darkness(without) - letters) < 0.1 * (all_of_it - letters)


@pytest.mark.parametrize("dots", ["", "...", " . . . "])
def test_what_is_no_row_of_dots_stays(dots: str) -> None:
    image = contents(dots)
    assert darkness(without_leader_dots(image)) == darkness(image)


def test_a_page_of_text_stays_as_it_is() -> None:
    page = page_image(dpi=300)
    assert darkness(without_leader_dots(page)) == darkness(page)


@needs_tesseract
def test_contents_are_read_without_words_that_are_not_there() -> None:
    words = words_in(without_leader_dots(contents("." * 90)), 60)
    said = [word for word in words if any(map(str.isalpha, word.text))]
    assert len(said) == len([word for word in " ".join(ENTRIES).split() if word[0].isalpha()])
    assert all(word.confidence > 0.5 for word in said)
