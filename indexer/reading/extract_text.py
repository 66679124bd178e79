"""Plain text, drawn from a PDF or typed, as pages of lines."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from indexer.reading.characters import mended
from indexer.reading.encodings import decoded
from indexer.reading.line import Line, Page
from records.errors import UnreadableFile

FORM_FEED = "\f"
# What a page ends with where a tool has made the page break into blank lines: "4 / 9", or a stamp.
_PAGE_NUMBER = re.compile(r"^\d+ / \d+$")
_STAMP = re.compile(r"^Punkt \d+, Bilag \d+:")
# How far above the blank lines a stamp may begin: file names run over five lines at most in the seeds.
_STAMP_LINES = 6
_BREAK_BLANKS = 3
_TAG = re.compile(r"</?(?:i|b|u|p|ul|ol|li|em|strong|span|div|br|table|tr|td)\b[^>]{0,200}>", re.IGNORECASE)
_LIST_TAG = re.compile(r"<li\b[^>]{0,200}>", re.IGNORECASE)
# Share of single-blank steps that run on inside a sentence, above which the spacing is doubled:
# doubled pages of the seeds show 0.4 and more, pages of one-line paragraphs at most 0.05.
_DOUBLED_SHARE = 0.15
_DOUBLED_STEPS = 8
# A file of fewer lines may be spaced by chance.
_SPACED_LINES = 40


def extract_text(path: Path) -> tuple[Page, ...]:
    """Return the pages of a text file.

    :raises UnreadableFile: if the file is empty or is not text.
    """
    text = mended(decoded(path.read_bytes()))
    if not text.strip():
        raise UnreadableFile("tom", "Filen er tom. Gem den igen fra kilden.")
    return tuple(_pages(text))


def _pages(text: str) -> Iterator[Page]:
    lines = text.split("\n")
    # Where no line stands right below another, none can tell a page from chance by doing so.
    spaced = len(lines) > _SPACED_LINES and not any(map(_adjoin, lines, lines[1:]))
    for number, raw in enumerate(_raw_pages(text, spaced), start=1):
        yield Page(number, tuple(_lines(raw, number, spaced)))


def _raw_pages(text: str, spaced: bool) -> Iterator[list[str]]:
    if FORM_FEED in text:
        pages = text.removesuffix(FORM_FEED).split(FORM_FEED)
        yield from (page.split("\n") for page in pages)
        return
    page: list[str] = []
    for line in text.split("\n"):
        if page and (_hints_at_page(line, page[-1], spaced) or _breaks_by_blanks(line, page)):
            yield page
            page = []
        page.append(line)
    yield page


def _adjoin(line: str, below: str) -> bool:
    return bool(line.strip()) and bool(below.strip())


def _hints_at_page(line: str, above: str, spaced: bool) -> bool:
    """Tell whether a line that begins with one blank starts a page: one right below text does.

    :param spaced: that the file's lines are spaced throughout, so that nothing stands right below text.
    """
    begins = line.startswith(" ") and bool(line.strip())
    return begins and (not line.startswith("  ") if spaced else bool(above.strip()))


def _breaks_by_blanks(line: str, page: list[str]) -> bool:
    """Tell whether a page ended in a stamp or a page number, its break left as blank lines."""
    end = page[:-_BREAK_BLANKS]
    if page[-_BREAK_BLANKS:] != [""] * _BREAK_BLANKS or not end:
        return False
    if _PAGE_NUMBER.match(end[-1]):
        return True
    return bool(line.strip()) and any(_STAMP.match(above) for above in _cluster_above(end))


def _cluster_above(lines: list[str]) -> Iterator[str]:
    for line in reversed(lines[-_STAMP_LINES:]):
        if not line.strip():
            return
        yield line


def _lines(raw: list[str], number: int, spaced: bool) -> Iterator[Line]:
    gap_blanks = 2 if spaced or _is_doubled(raw) else 1
    blanks, top = 0, True
    for untidy in raw:
        text = _without_tags(untidy)
        if not text.strip():
            blanks += 1
            continue
        cells = tuple(" ".join(cell.split()) for cell in text.split("\t")) if "\t" in text.strip() else ()
        yield Line(" ".join(text.split()), number, gap=top or blanks >= gap_blanks, top=top, cells=cells)
        blanks, top = 0, False


def _is_doubled(raw: list[str]) -> bool:
    """Tell whether each line is followed by a blank one, sentences running on across it."""
    steps = running_on = 0
    above, blanks = "", 0
    for line in raw:
        text = line.strip()
        if not text:
            blanks += 1
            continue
        if above and blanks == 1:
            steps += 1
            running_on += text[0].islower() or above.endswith("-")
        above, blanks = text, 0
    return steps >= _DOUBLED_STEPS and running_on / steps >= _DOUBLED_SHARE


def _without_tags(line: str) -> str:
    if "<" not in line and "&" not in line:
        return line
    return html.unescape(_TAG.sub("", _LIST_TAG.sub("• ", line)))
