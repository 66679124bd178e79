"""A line of which only the beginning is bold begins a paragraph, and is no heading."""

from dataclasses import replace
from pathlib import Path

from indexer.reading import read_file
from indexer.reading.hyphens import Vocabulary
from indexer.reading.line import Line
from indexer.reading.paragraphs import paragraphs
from records.settings import ReadingSettings

DEMO = Path(__file__).parents[3] / "corpus" / "pdf"
BOLD = Line("Formål: Broen over åen er så slidt, at den", 1, gap=True, size=10.0, bold=True)
BELOW = Line("skal rives ned.", 1, size=10.0)


def test_what_a_label_begins_stays_whole() -> None:
    (found,) = paragraphs([replace(BOLD, label=True), BELOW], Vocabulary(()))
    assert (found.text, found.heading) == (f"{BOLD.text} {BELOW.text}", None)


def test_a_line_that_is_bold_to_its_end_is_a_heading() -> None:
    (found,) = paragraphs([BOLD, BELOW], Vocabulary(()))
    assert (found.text, found.heading) == (BELOW.text, BOLD.text)


def test_the_labels_of_an_agenda_are_read_with_what_they_begin() -> None:
    reading = read_file(DEMO / "raadmandsmoede-2023-05-22.pdf", "0" * 16, ReadingSettings())
    read = [
        paragraph
        for meeting in reading.meetings
        for punkt in meeting.punkter
        for part in punkt.parts
        for paragraph in part.paragraphs
    ]
    assert any("helhedsplan udløber ved årsskiftet." in paragraph.text for paragraph in read)
    assert not any((paragraph.heading or "").startswith("Baggrund/formål") for paragraph in read)
