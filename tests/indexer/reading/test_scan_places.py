"""Where the words of a scan stand on the page as it lies, however it was turned to be read."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from indexer.reading import read_file
from indexer.reading.page_image import SetRight, turned
from records.recognised import RecognisedPages
from records.settings import ReadingSettings
from tests.indexer.reading.scans import askew, needs_tesseract, page_image, scan

KEY = "0" * 16


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_place_in_a_turned_picture_leads_back_to_where_it_lay(turn: int) -> None:
    lay = Image.new("L", (400, 300), 255)
    ImageDraw.Draw(lay).rectangle((40, 60, 140, 80), fill=0)
    upright = SetRight(turned(lay, turn), turn, 0.0)
    black = upright.image.point(lambda value: 255 - value).getbbox()
    assert black
    assert upright.as_it_lay(black) == pytest.approx((40, 60, 141, 81), abs=1.5)


@needs_tesseract
@pytest.mark.parametrize(("quarter_turns", "degrees"), [(0, 0.0), (1, 0.0), (2, 2.0), (0, -3.0)])
def test_the_words_of_a_scan_are_kept_where_their_ink_is(
    tmp_path: Path, quarter_turns: int, degrees: float
) -> None:
    lay = askew(page_image(), quarter_turns, degrees)
    kept = RecognisedPages(tmp_path)
    read_file(scan(tmp_path / "scan.pdf", [lay]), KEY, ReadingSettings(), recognised=kept)
    words = {word.text: word for word in kept.words(KEY, 1)}
    assert {"bølgebryderen", "ålegræs", "84", "500"} <= words.keys()
    scale = 200 / 72
    for name in ("bølgebryderen", "Havneudvalget", "Formanden"):
        word = words[name]
        box = tuple(round(edge * scale) for edge in (word.left, word.top, word.right, word.bottom))
        ink = lay.crop(box).point(lambda value: 255 if value < 128 else 0)
        assert ink.getbbox()
        # Where the letters stand is dark by a fifth; beside them, one line up, hardly any of this is.
        assert sum(ink.histogram()[128:]) / (ink.width * ink.height) > 0.08
        assert word.confidence > 0.8
