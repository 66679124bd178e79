"""Table rows: their column names, and who the column for it says answers for them."""

import re
from collections.abc import Iterator, Sequence

from indexer.reading.line import Line
from indexer.reading.people import FULL_NAME
from indexer.reading.register import written_forms

_ANSVARLIG = re.compile(r"^ansvarlig\w*$", re.IGNORECASE)
_NAME = re.compile(rf"^(?:{FULL_NAME}|[A-ZÆØÅ]{{2,4}})$")
_BETWEEN_CODES = re.compile(r"[\s/(),.&]|og|samt")


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row names the columns: in capitals, or with one for who answers."""
    named = [cell for cell in cells if cell]
    capitals = len(named) > 2 and all(cell.isupper() or cell == "#" for cell in named)
    return capitals or any(map(_names_ansvarlig, named))


def answering_cells(lines: Sequence[Line]) -> Iterator[str]:
    """Yield, row by row, the cell of the column that names who answers."""
    columns: tuple[str, ...] = ()
    for line in lines:
        if not line.cells:
            continue
        if is_header(line.cells):
            columns = line.cells
        elif any(map(_names_ansvarlig, columns)):
            cell = answering_cell(columns, line.cells)
            if cell:
                yield cell


def answering_cell(columns: Sequence[str], cells: Sequence[str]) -> str | None:
    """Return the cell below the column's name; where cells are missing, the one that holds codes only."""
    if len(columns) == len(cells):
        named = [c for column, c in zip(columns, cells, strict=True) if _names_ansvarlig(column)]
        return named[0] if named else None
    if codes := next((cell for cell in cells if cell and _is_codes(cell)), None):
        return codes
    # A cell of several lines may stand above or below the others, but the last column ends the row.
    last = cells[-1] if columns and _names_ansvarlig(columns[-1]) else ""
    return last if _NAME.match(last) else None


def row_text(columns: Sequence[str], cells: Sequence[str]) -> str:
    """Return a row as text, with its columns' names where the row has every column."""
    if len(columns) != len(cells) or is_header(cells):
        return " | ".join(filter(None, cells))
    return " | ".join(
        f"{column}: {cell}" if column else cell for column, cell in zip(columns, cells, strict=True) if cell
    )


def _names_ansvarlig(cell: str) -> bool:
    return bool(_ANSVARLIG.match(cell.replace("-", "").replace(" ", "")))


def _is_codes(cell: str) -> bool:
    rest = written_forms().sub("", cell)
    return rest != cell and not _BETWEEN_CODES.sub("", rest)
