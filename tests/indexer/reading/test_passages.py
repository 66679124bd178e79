"""What is indexed of real files: each passage is of one matter and on its page, and nothing is made up."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from evaluation.read_report import read
from evaluation.reading.cases import BESIDE, DEMO, HELD_DEMO
from indexer.chunk import passages
from indexer.reading.coverage import placed_texts, runs_of
from records.models import Meeting, Part, Punkt

PDFS = [
    path
    for path in (*sorted((BESIDE / "pdf").glob("*.pdf")), *sorted((DEMO / "pdf").glob("*.pdf")))
    if "1537646" not in path.name and path.stem not in HELD_DEMO
]
SEEDS = sorted((BESIDE / "seeds").glob("*.txt"))
# A word of a passage that pdfminer's own order tears apart, as in a narrow column, is not to be found.
TORN = 0.02
STAMP = re.compile(r"^Punkt (\d+), Bilag (\d+):", re.MULTILINE)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def parts(meetings: tuple[Meeting, ...]) -> Iterator[tuple[Punkt, Part]]:
    return ((punkt, part) for meeting in meetings for punkt in meeting.punkter for part in punkt.parts)


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_the_words_of_a_passage_stand_on_its_pages(path: Path) -> None:
    pages = [letters(page) for page in extract_text(path).split("\f")]
    for passage in passages(read(path).meetings, lambda _: True):
        there = "".join(pages[passage.page - 1 : passage.last_page])
        # Column names are told again on every row, also where the table runs over to a page without them.
        said = re.sub(r"(?:^|(?<=\| ))[A-ZÆØÅ#][^|:]{0,30}: ", "", passage.text)
        words = [word for word in map(letters, said.split()) if word]
        missing = [word for word in words if word not in there]
        assert len(missing) <= 1 + TORN * len(words), (passage.page, missing)


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_what_stands_on_a_stamped_page_belongs_to_the_stamps_punkt_and_bilag(path: Path) -> None:
    stamps = {
        number: (match[1], int(match[2]))
        for number, text in enumerate(extract_text(path).split("\f"), start=1)
        if (match := STAMP.search(text))
    }
    for passage in passages(read(path).meetings, lambda _: True):
        stamped = {stamps[page] for page in range(passage.page, passage.last_page + 1) if page in stamps}
        if stamped:
            assert stamped == {(passage.punkt_number, passage.bilag_number)}


@pytest.mark.parametrize("path", [*PDFS, *SEEDS], ids=lambda path: path.stem)
def test_a_passage_is_a_stretch_of_one_part_alone(path: Path) -> None:
    meetings = read(path).meetings
    whole: dict[tuple[object, ...], str] = {}
    for punkt, part in parts(meetings):
        key = (punkt.id, part.kind, part.bilag)
        whole[key] = whole.get(key, "") + "".join(letters(p.text) for p in part.paragraphs)
    for passage in passages(meetings, lambda _: True):
        assert letters(passage.text) in whole[(passage.punkt_id, passage.part, passage.bilag_number)]


@pytest.mark.parametrize("path", [*PDFS, *SEEDS], ids=lambda path: path.stem)
def test_no_text_is_told_twice_or_made_up(path: Path) -> None:
    reading = read(path)
    rows = [text for text in placed_texts(reading.meetings) if " | " not in text]
    told = Counter(run for text in rows for run in runs_of(text))
    source = extract_text(path) if path.suffix == ".pdf" else path.read_text(encoding="utf-8")
    stands = Counter(runs_of(re.sub(r"<[^>]*>", " ", source)))
    assert (told - stands).total() <= 0.02 * max(1, told.total())
