"""Follow-up tables whose cells a text file gives one below the other, put back into rows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line

# "#" "OPGAVE" "AN-" "SVAR" "LIG" "STATUS" "NÆSTE OP-" "FØLGNING", however the lines fall
_HEADER = "#OPGAVEANSVARLIGSTATUSNÆSTEOPFØLGNING"
COLUMNS = ("#", "OPGAVE", "ANSVARLIG", "STATUS", "NÆSTE OPFØLGNING")
_HEADER_LINES = 8
_CODE = r"(?:[A-ZÆØÅ]{2,4}|[A-ZÆØÅ]&[A-ZÆØÅ]|Flere|Alle)"
# "MSB", "SAF/", "(SOP", ")", "HUR/ FST", "Alle" above "afde-" "linger"
_CODES = re.compile(rf"^(?:\(?{_CODE}\)?(?: ?/ ?| (?=\(?[A-ZÆØÅ])|$))+$|^\)$|^(?:afde-|linger|afdelinger)$")
_TITLE_LINES = 9
_CODE_LINES = 9


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, the head of each row of a follow-up table made one line with cells."""
    found: list[Line] = []
    index, expected = 0, 0
    while index < len(lines):
        header = _header_length(lines, index)
        if header:
            found.append(replace(lines[index], text=" ".join(COLUMNS), cells=COLUMNS))
            index += header
            expected = expected or _first_number(lines, index)
            continue
        row = _row(lines, index, expected) if expected else None
        if row:
            found.append(row[0])
            index += row[1]
            expected += 1
            continue
        found.append(lines[index])
        index += 1
    return found


def _header_length(lines: Sequence[Line], index: int) -> int:
    if not lines[index].text.startswith("#") or lines[index].cells:
        return 0
    letters = ""
    for length, line in enumerate(lines[index : index + _HEADER_LINES], start=1):
        letters += line.text.replace("-", "").replace(" ", "")
        if letters == _HEADER:
            return length
    return 0


def _first_number(lines: Sequence[Line], index: int) -> int:
    for line in lines[index : index + _HEADER_LINES]:
        match = re.match(r"^(\d{1,3}) +[A-ZÆØÅ]", line.text)
        if match:
            return int(match[1])
    return 0


def _row(lines: Sequence[Line], index: int, number: int) -> tuple[Line, int] | None:
    """Return the head of the row of a number, and how many lines it takes."""
    if not re.match(rf"^{number} +\S", lines[index].text):
        return None
    titles = 1
    while (
        index + titles < len(lines) and titles < _TITLE_LINES and not _CODES.match(lines[index + titles].text)
    ):
        titles += 1
    codes = titles
    while (
        index + codes < len(lines)
        and codes - titles < _CODE_LINES
        and _CODES.match(lines[index + codes].text)
    ):
        codes += 1
    if codes == titles:
        return None
    vocabulary = Vocabulary(())
    title = joined([line.text for line in lines[index : index + titles]], vocabulary)
    who = joined([line.text for line in lines[index + titles : index + codes]], vocabulary).replace(" )", ")")
    cells = (str(number), title.removeprefix(str(number)).strip(), who, "", "")
    return replace(lines[index], text=" ".join(filter(None, cells)), cells=cells, gap=True), codes
