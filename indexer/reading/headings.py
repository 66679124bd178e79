"""Headings of punkter: number, title over one or more lines, minutes allotted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.reading.layouts import Layout
from indexer.reading.line import Line
from indexer.reading.sag import sag_numbers
from records.marks_of_closure import stated_access
from records.models import Access

# "Cykelstier i nord (5 min)", "Cykelstier i nord – 10 minutter"
_MINUTES = re.compile(r"\s*(?:\((\d{1,3}) ?min(?:utter|\.)?\)|[–-] (\d{1,3}) ?min(?:utter|\.)?)\s*$")
# "Lukket: Køb af grund", "(Åben) Ny sti": the mark is kept as access.
_CLOSED = re.compile(r"^(?:(?:Lukket|LUKKET|Fortrolig|Åben)(?: punkt)?: ?|\((?:Lukket|Åbent?)\) )")
_TITLE_LINES = 4
# A title that goes on to the next line fills its own: the shortest such line of the seeds has 55 characters.
_FULL_LINE = 40
_SIGN_LINES = 5
# "Cykelstier i nord.....3", "Cykelstier i nord,	1"
_TOC_ENTRY = re.compile(r"(?:\.{3,}|[,.]?\t|\. \. \.|,) ?\d{1,3}$|\.{5,}$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A punkt's heading of ``length`` lines."""

    number: str
    title: str
    minutes: int | None
    length: int
    closed: bool = False


def heading_at(lines: Sequence[Line], index: int, layout: Layout) -> Heading | None:
    """Return the punkt's heading that begins at a line, None where none does."""
    match = layout.punkt.match(lines[index].text) if lines[index].opens or not layout.counted else None
    if match is None or is_toc_entry(lines[index]):
        return None
    if layout.punkt_sign and not _sign_below(lines, index, layout):
        listed = index > 0 and layout.punkt.match(lines[index - 1].text)
        if listed or not is_closed(match["title"] or ""):
            return None
    words = [match["title"]] if match["title"] else []
    length = 1
    while _goes_on(lines, index, length, words, layout):
        words.append(lines[index + length].text)
        length += 1
    title, minutes = parted_title(_CLOSED.sub("", _title(words)))
    return Heading(match["number"], title, minutes, length, bool(words) and is_closed(words[0]))


def counted(number: str) -> int:
    """Return a punkt's number as it counts: 12 for "12a", 0 where it has no digit."""
    return int("".join(filter(str.isdigit, number)) or 0)


def is_closed(title: str) -> bool:
    """Tell whether a title marks its punkt as closed."""
    return stated_access([title]) not in (None, Access.OPEN)


def toc_title(entry: str) -> str:
    """Return an entry of a table of contents without its page number and mark."""
    return parted_title(
        _CLOSED.sub("", re.sub(r"[.,\s]*\d{0,3}$", "", entry) if _TOC_ENTRY.search(entry) else entry)
    )[0]


def is_toc_entry(line: Line) -> bool:
    """Tell whether a line is an entry of a table of contents."""
    text = "\t".join(line.cells) or line.text
    return bool(_TOC_ENTRY.search(text))


def parted_title(title: str) -> tuple[str, int | None]:
    """Return a title without its minutes, and the minutes."""
    match = _MINUTES.search(title)
    if match is None:
        return title.strip(" .,"), None
    return title[: match.start()].strip(" .,"), int(match[1] or match[2])


def _title(words: Sequence[str]) -> str:
    title = ""
    for word in words:
        breaks_word = title.endswith("-") and word[:1].islower() and not word.startswith(("og ", "eller "))
        title = title[:-1] + word if breaks_word else f"{title} {word}".strip()
    return title


def _goes_on(lines: Sequence[Line], index: int, length: int, words: Sequence[str], layout: Layout) -> bool:
    at = index + length
    if at >= len(lines) or length >= _TITLE_LINES:
        return False
    line, above = lines[at], lines[at - 1]
    if line.top or line.page != above.page or layout.punkt.match(line.text) or sag_numbers([line.text]):
        return False
    if layout.punkt_sign:
        return not layout.punkt_sign.match(line.text) and length < _TITLE_LINES
    if layout.counted and not words:
        return layout.part_under(line.text) is None
    if line.gap or not words or _MINUTES.search(words[-1]) or layout.part_under(line.text):
        return False
    if (line.size, line.bold) != (above.size, above.bold):
        return False
    return len(above.text) >= _FULL_LINE or above.text.endswith("-")


def _sign_below(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    """Tell whether the sign of a punkt stands below a line, before the next number."""
    for line in lines[index + 1 : index + 1 + _SIGN_LINES]:
        if layout.punkt_sign and layout.punkt_sign.match(line.text):
            return True
        if layout.punkt.match(line.text):
            return False
    return False
