import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from reportlab.pdfgen.canvas import Canvas

from records.errors import NotFound
from records.recognised import RecognisedWord
from search_api.pages.marking import marks
from search_api.pages.pdf_page import Box, page_layout, page_png, with_recognised
from search_api.pages.png import png

WIDTH, HEIGHT = 400, 300


def pdf(folder: Path, rotation: int = 0) -> Path:
    file = folder / "side.pdf"
    canvas = Canvas(str(file), pagesize=(WIDTH, HEIGHT))
    canvas.setPageRotation(rotation)
    canvas.setFont("Helvetica", 20)
    canvas.drawString(50, 200, "Broen males")
    canvas.drawString(50, 100, "igen")
    canvas.save()
    return file


def decoded(picture: bytes) -> NDArray[np.uint8]:
    """Undo what :func:`png` did: the chunks, the compression and the mark before each row."""
    width, height, _, colour = struct.unpack(">IIBB", picture[16:26])
    depth = {0: 1, 2: 3}[colour]
    start = picture.index(b"IDAT")
    length = struct.unpack(">I", picture[start - 4 : start])[0]
    rows = np.frombuffer(zlib.decompress(picture[start + 4 : start + 4 + length]), np.uint8)
    rows = rows.reshape(height, width * depth + 1)
    assert set(rows[:, 0]) == {0}
    return rows[:, 1:].reshape(height, width, depth)


def test_words_are_where_they_were_set(tmp_path: Path) -> None:
    layout = page_layout(pdf(tmp_path), 1)
    assert (layout.width, layout.height) == (WIDTH, HEIGHT)
    first, second, third = layout.runs
    assert [run.text for run in layout.runs] == ["Broen", "males", "igen"]
    assert first.box.left == pytest.approx(50, abs=2)
    assert first.box.top < HEIGHT - 200 < first.box.bottom
    assert second.box.left > first.box.right
    assert third.box.top > first.box.bottom


def test_a_turned_page_has_its_words_where_they_are_seen(tmp_path: Path) -> None:
    layout = page_layout(pdf(tmp_path, rotation=90), 1)
    boxes = {run.text: run.box for run in layout.runs}
    assert boxes.keys() == {"Broen", "males", "igen"}
    box = boxes["Broen"]
    assert box.left < 200 < box.right
    assert box.top == pytest.approx(50, abs=2)
    assert box.bottom - box.top > box.right - box.left


def test_the_picture_is_as_wide_as_asked_and_dark_where_the_words_are(tmp_path: Path) -> None:
    file = pdf(tmp_path)
    pixels = decoded(page_png(file, 1, 800))
    assert pixels.shape == (600, 800, 1)
    box = page_layout(file, 1).runs[0].box
    inside = pixels[int(box.top * 2) : int(box.bottom * 2), int(box.left * 2) : int(box.right * 2)]
    assert inside.min() < 80
    assert pixels[:100].min() == 255


def test_colours_survive() -> None:
    pixels = np.zeros((3, 2, 3), np.uint8)
    pixels[1] = (200, 10, 30)
    assert (decoded(png(pixels)) == pixels).all()


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there_is_not_found(tmp_path: Path, number: int) -> None:
    with pytest.raises(NotFound):
        page_layout(pdf(tmp_path), number)


def test_a_file_that_cannot_be_drawn_is_not_found_as_a_picture(tmp_path: Path) -> None:
    broken = tmp_path / "knust.pdf"
    broken.write_bytes(b"%PDF-1.7\nintet")
    with pytest.raises(NotFound):
        page_png(broken, 1, 100)


def test_on_a_scanned_page_the_words_that_were_recognised_are_marked(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    canvas = Canvas(str(file), pagesize=(WIDTH, HEIGHT))
    canvas.rect(50, 50, 100, 100)
    canvas.save()
    recognised = [
        RecognisedWord("Broen", 0.9, 50, 80, 100, 95),
        RecognisedWord("males", 0.9, 105, 80, 150, 95),
        RecognisedWord("igen", 0.9, 50, 100, 90, 115),
    ]
    bare = page_layout(file, 1)
    assert marks(bare, ["Broen"], "Broen males igen").words == ()
    found = marks(with_recognised(bare, recognised), ["Broen"], "Broen males igen")
    assert found.words == (Box(50, 80, 100, 95),)
    assert found.passage == (Box(50, 80, 150, 95), Box(50, 100, 90, 115))
