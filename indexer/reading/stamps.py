"""Stamps that name the punkt, the bilag and the file of a page."""

import re
from collections.abc import Iterable, Sequence

from indexer.reading.evidence import Stamp
from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line

# "Punkt 4, Bilag 1: Notat om" / "cykelstier.docx"
_STAMP = re.compile(r"^Punkt (?P<punkt>\d+[a-z]?), Bilag (?P<bilag>\d+): ?(?P<name>.*)$")
_SUFFIX = re.compile(r"\.(?:docx?|docm|pdf|xlsx?|xlsm|pptx?|msg|eml|odt|rtf|txt|png|jpe?g)$", re.IGNORECASE)
# Stamps are set in a narrow column: 32 to 34 characters a line in the seeds, at most six lines.
_WIDTH = 45
_LINES = 7


def stamp_length(lines: Sequence[Line], start: int) -> int:
    """Return how many lines from ``start`` on are one stamp, 0 where none begins there."""
    if not _STAMP.match(lines[start].text):
        return 0
    end = start + 1
    while end < len(lines) and end - start < _LINES and not _SUFFIX.search(lines[end - 1].text):
        line = lines[end]
        if _is_page_number(lines, end):
            end += 2
            break
        if (
            line.gap
            or line.top
            or line.page != lines[start].page
            or len(line.text) > _WIDTH
            or line.text.isdigit()
        ):
            break
        end += 1
    return end - start


def _is_page_number(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a page's number, set beside the stamp, parts its last line from the others."""
    if not lines[index].text.isdigit() or index + 1 == len(lines):
        return False
    last = lines[index + 1]
    return last.page == lines[index].page and len(last.text) <= _WIDTH and bool(_SUFFIX.search(last.text))


def read_stamp(lines: Sequence[Line], vocabulary: Vocabulary) -> Stamp:
    """Return what the lines of one stamp tell; the file's own words decide on the hyphens at their ends."""
    match = _STAMP.match(lines[0].text)
    if match is None:
        raise ValueError("not a stamp")
    name = joined(
        [match["name"], *(line.text for line in lines[1:] if not line.text.isdigit())], vocabulary
    ).strip()
    suffix = _SUFFIX.search(name)
    return Stamp(
        match["punkt"], int(match["bilag"]), _SUFFIX.sub("", name).rstrip(" ."), name if suffix else None
    )


def completed(stamp: Stamp, titles: Iterable[str]) -> str:
    """Return a stamp's title; where the page cut it, the one known title that begins with it."""
    if stamp.file_name:
        return stamp.title
    longer = {
        title for title in titles if title.lower().startswith(stamp.title.lower()) and title != stamp.title
    }
    return longer.pop() if stamp.title and len(longer) == 1 else stamp.title


def fuller(first: Stamp | None, second: Stamp | None) -> Stamp | None:
    """Return the one of two stamps of the same bilag that says more; pages cut stamps short."""
    if first is None or second is None:
        return first or second
    return max(first, second, key=lambda stamp: (stamp.file_name is not None, len(stamp.title)))
