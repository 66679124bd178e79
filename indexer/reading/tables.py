"""Tables in running lines: header and rows, each row a paragraph with its column names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.reading.line import Line

_ANSVARLIG = re.compile(r"^ansvarlig\w*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row's cells by column name."""

    columns: tuple[str, ...]
    cells: tuple[str, ...]

    @property
    def ansvarlig(self) -> str | None:
        """The cell of the column that names who answers for the row."""
        for column, cell in zip(self.columns, self.cells, strict=False):
            if _ANSVARLIG.match(column.replace("- ", "").replace(" ", "")):
                return cell
        return None


def rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the rows of tables whose first row of cells names the columns."""
    columns: tuple[str, ...] = ()
    for line in lines:
        if not line.cells:
            continue
        if _is_header(line.cells):
            columns = line.cells
        elif columns:
            yield Row(columns, line.cells)


def _is_header(cells: Sequence[str]) -> bool:
    named = [cell for cell in cells if cell]
    return len(named) > 2 and all(cell.isupper() or cell == "#" or _ANSVARLIG.match(cell) for cell in named)
