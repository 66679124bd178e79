"""Budget items: the rows of tables that follow up on a budget, or that say what something costs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from textwrap import shorten

from indexer.reading.amounts import amounts_in, bare_amount, unit_of
from indexer.reading.ansvarlig import from_table
from indexer.reading.due import due_in
from indexer.reading.line import Line
from indexer.reading.register import ANYWHERE, Scope
from indexer.reading.tables import answering_cell, is_header, row_text
from records.models import Amount, BudgetItem

# Where a document is titled so, the numbered rows of its tables are budget items, with an amount or without.
_ABOUT_BUDGET = re.compile(r"budget|besparelse|omprioriter|bevilling|forlig\b|forlig[es]", re.IGNORECASE)
_NUMBER_COLUMN = re.compile(r"^(?:#|nr\.?)$", re.IGNORECASE)
_ROW_NUMBER = re.compile(r"^\d{1,3}(?:\. ?\d{1,2})?\.?$")
# A column of money: "Kr.", "Pris", "Budget 2025", "Beløb i 1.000 kr."; and one of a year, below a unit.
_MONEY_COLUMN = re.compile(
    r"\bkr\b|^(?:beløb|pris|udgift|budget|bevilling|tilskud|bevilget)\b", re.IGNORECASE
)
_HEAD_CHARS = 40
_YEAR_COLUMN = re.compile(r"^(?:budget )?20\d{2}$", re.IGNORECASE)
# Rows that name no subject: totals, and kinds of money where the columns are what is compared, as "Samlet
# udgift", "Drift og anlæg 2031", "Pris pr. plads". "Drift af havnen" and "Udgifter til lys" name one.
_OF_MONEY = (
    r"(?:samle(?:t|de)(?: (?:budget|økonomi|sum|ramme|effekt|forbrug|resultat|tilskud|finansiering"
    r"|besparelse|bevilling|indtægt|merudgift)(?:er)?)?|årlig\w*"
    r"|(?:(?:anlægs?|drifts?|netto|brutto|total|års)-?)?(?:udgift\w*|pris(?:en)?|drift|beløb)|anlægs?|drifts"
    r"|netto|brutto|i alt|om året|(?:in|eks)kl\.? moms|pr\.? \w+|og|i|hele|kr|mio|mia|t|tkr|\d+)"
)
_NO_SUBJECT = re.compile(rf"^(?:i alt|sum|total|subtotal)\b|^(?:\W*{_OF_MONEY}\b)+\W*$", re.IGNORECASE)
# "15.2 Rådgivning": the number stands in the title's own cell.
_NUMBERED_TITLE = re.compile(r"^(?P<number>\d{1,3}\. ?\d{1,2})\.? (?=[A-ZÆØÅ])")
_LETTERS = re.compile(r"[^\W\d_]{2}")
# The last cell is a time ("4. kvartal 2031") and no status that mentions one.
_DUE_CHARS = 30
# What stands where the next follow-up would, or on a line of its own below the row.
_ENDS = re.compile(r"^Afslutte[st]\.?$", re.IGNORECASE)
# Where the title names no amount, the text below a row grants it within this many lines; what comes later is
# what has been spent.
_GRANTING_LINES = 12
# A status below its row fills two pages at most; further down a table that goes on would have.
_BELOW_LINES = 150
# A status can fill a page; a quotation is to be read.
_QUOTE_CHARS = 600


@dataclass(frozen=True, slots=True)
class _Table:
    """What is known of the table that is being read; ``unit`` tells how many kroner a bare one stands for."""

    columns: tuple[str, ...] = ()
    unit: int | None = None

    @property
    def is_numbered(self) -> bool:
        """Whether its rows bear numbers."""
        return bool(self.columns) and bool(_NUMBER_COLUMN.match(self.columns[0]))


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a row stands: the meeting's day, the document, and whose departments it may speak of."""

    day: date | None
    document_id: str
    scope: Scope


def budget_items(
    lines: Sequence[Line],
    titles: Iterable[str],
    day: date | None,
    document_id: str,
    scope: Scope = ANYWHERE,
) -> Iterator[BudgetItem]:
    """Yield the budget items of a document's tables.

    :param titles: what the document is called; where that speaks of a budget, numbered rows count that name
        no amount.
    :param day: the meeting's, for times that leave out the year.
    """
    about_budget = any(map(_ABOUT_BUDGET.search, titles))
    table, origin = _Table(), _Origin(day, document_id, scope)
    for index, line in enumerate(lines):
        if not line.cells:
            columns = table.columns if table.is_numbered else ()
            table = _Table(columns, unit_of(line.text) or table.unit)
        elif _is_head(line.cells):
            table = _Table(line.cells, next(filter(None, map(unit_of, line.cells)), table.unit))
        elif table.is_numbered and about_budget:
            yield from _numbered(line, table, _below(lines, index), origin)
        else:
            yield from _priced(line, table, origin)


def _is_head(cells: Sequence[str]) -> bool:
    """Tell whether a row names columns: as tables do, or money and no amount of it."""
    if is_header(cells):
        return True
    figures = any(_is_amount(cell) or bare_amount(cell, 1) for cell in cells if not _is_year(cell))
    return not figures and any(map(_names_money, cells))


def _names_money(cell: str) -> bool:
    """Tell whether a cell is the head of a column of money; long ones are text that mentions some."""
    return bool(_MONEY_COLUMN.search(cell)) and len(cell) <= _HEAD_CHARS and not any(amounts_in(cell))


def _is_year(cell: str) -> bool:
    return bool(_YEAR_COLUMN.match(cell))


def _numbered(line: Line, table: _Table, below: Sequence[str], origin: _Origin) -> Iterator[BudgetItem]:
    """Yield the item of a row in a follow-up on a budget, if the row names one."""
    number, rest = _parted_number(line.cells)
    if not rest or _NO_SUBJECT.match(rest[0]):
        return
    what = rest[0]
    granting = " ".join(below[:_GRANTING_LINES])
    granted = [amount for text in (*rest[1:], granting) for amount in amounts_in(text)]
    amounts = [*amounts_in(what)] or _in_columns(line.cells, table) or granted[:1]
    item = _item(what, amounts, line, table, origin, number)
    yield replace(item, ended=item.ended or any(map(_ENDS.match, below)))


def _priced(line: Line, table: _Table, origin: _Origin) -> Iterator[BudgetItem]:
    """Yield the item of a row that has amounts for cells, if it names what they are for."""
    number, rest = _parted_number(line.cells)
    amounts = _in_columns(line.cells, table)
    if amounts and rest and not _NO_SUBJECT.match(rest[0]) and not _is_amount(rest[0]):
        yield _item(rest[0], amounts, line, table, origin, number)


def _item(
    what: str,
    amounts: Sequence[Amount],
    line: Line,
    table: _Table,
    origin: _Origin,
    number: str,
) -> BudgetItem:
    answering = answering_cell(table.columns, line.cells)
    who = from_table([answering] if answering else [], origin.scope)
    last = line.cells[-1]
    # Maj and August answer for things too.
    tells_due = len(last) <= _DUE_CHARS and last != answering
    return BudgetItem(
        what=what,
        amounts=tuple(amounts),
        who=tuple(dict.fromkeys(person.name for person in who)),
        due=due_in(last, origin.day) if tells_due else None,
        quote=shorten(row_text(table.columns, line.cells), _QUOTE_CHARS, placeholder=" …"),
        page=line.page,
        number=number,
        document_id=origin.document_id,
        ended=bool(_ENDS.match(last)),
    )


def _parted_number(cells: Sequence[str]) -> tuple[str, list[str]]:
    """Return a row's own number, the last of those that it begins with, and the cells with words."""
    texts = [cell for cell in cells if cell]
    numbers = list(takewhile(_ROW_NUMBER.match, texts))
    rest = [cell for cell in texts[len(numbers) :] if _LETTERS.search(cell)]
    numbered = _NUMBERED_TITLE.match(rest[0]) if rest else None
    if numbered:
        return numbered["number"].replace(" ", ""), [rest[0][numbered.end() :], *rest[1:]]
    return numbers[-1].rstrip(".") if numbers else "", rest


def _in_columns(cells: Sequence[str], table: _Table) -> list[Amount]:
    """Return the amounts that are cells of their own: with their unit, or bare below a column of money."""
    columns = table.columns if len(table.columns) == len(cells) else ("",) * len(cells)
    found: list[Amount] = []
    for column, cell in zip(columns, cells, strict=True):
        if _is_amount(cell):
            found += amounts_in(cell)
        elif _names_money(column) or (table.unit and _is_year(column)):
            bare = bare_amount(cell, unit_of(column) or table.unit or 1)
            found += [bare] if bare else []
    return found


def _is_amount(cell: str) -> bool:
    """Tell whether a cell holds an amount and next to nothing else."""
    return any(len(amount.said) * 2 > len(cell) for amount in amounts_in(cell))


def _below(lines: Sequence[Line], index: int) -> list[str]:
    """Return the lines of text below a row, up to the next one."""
    return [
        line.text
        for line in takewhile(lambda line: not line.cells, lines[index + 1 : index + 1 + _BELOW_LINES])
    ]
