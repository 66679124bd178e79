"""Paragraphs break into lines that fit, hyphenate where they may, and lose nothing."""

import pytest

from corpus.press.fonts import BOLD, RAISED
from corpus.press.paragraphs import Style, break_lines, paragraph

PLAIN = Style("Helvetica", 10, 13)
HYPHENATED = Style("Helvetica", 10, 13, hyphenate=True)
TEXT = "Havnefogeden og sejlklubben forelægger rekrutteringsplanen for bådehusets bestyrelse en af dagene."


@pytest.mark.parametrize("style", [PLAIN, HYPHENATED])
@pytest.mark.parametrize("width", [120, 160, 240])
def test_every_line_fits_and_no_character_is_lost(style: Style, width: float) -> None:
    par = paragraph(TEXT, style)
    lines = list(break_lines(par, width))
    assert all(par.width(line.start, line.end) <= width for line in lines)
    assert "".join(par.text[line.start : line.end] for line in lines).replace(" ", "") == TEXT.replace(
        " ", ""
    )


def test_only_a_hyphenating_style_breaks_words() -> None:
    assert not any(line.hyphen for line in break_lines(paragraph(TEXT, PLAIN), 120))
    assert any(line.hyphen for line in break_lines(paragraph(TEXT, HYPHENATED), 120))


def test_a_compound_with_a_hyphen_of_its_own_breaks_there_without_another() -> None:
    par = paragraph("MED-udvalgenes", PLAIN)
    lines = [(par.text[line.start : line.end], line.hyphen) for line in break_lines(par, 60)]
    assert lines == [("MED-", False), ("udvalgenes", False)]


def test_markup_becomes_faces_and_leaves_the_text() -> None:
    par = paragraph("**Tid:** kl. 9^1", PLAIN)
    assert par.text == "Tid: kl. 91"
    assert par.faces[:4] == (BOLD,) * 4
    assert par.faces[-1] == RAISED
