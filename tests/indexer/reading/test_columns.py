"""Text in two columns is read down the first and then down the second; the rows of a table stay rows."""

from pdfminer.layout import LTTextBoxHorizontal, LTTextLineHorizontal

from indexer.reading.columns import by_columns

_WIDTH = 595.0


class _Line(LTTextLineHorizontal):
    def __init__(self, text: str) -> None:
        super().__init__(word_margin=0.1)
        self._text = text

    def get_text(self) -> str:
        return self._text


def box(x0: float, top: float, *texts: str, width: float = 220.0) -> LTTextBoxHorizontal:
    made = LTTextBoxHorizontal()
    for place, text in enumerate(texts):
        line = _Line(text)
        line.set_bbox((x0, top - 12 * place - 10, x0 + width, top - 12 * place))
        made.add(line)
    return made


PROSE = ("Stien langs åen er slidt efter vinteren.",) * 7


def test_the_second_column_is_read_behind_the_first_and_what_crosses_both_parts_them() -> None:
    head, foot = box(50, 800, "Referat", width=495), box(50, 90, "Side 1 af 2 i referatet", width=495)
    left, right = box(50, 700, *PROSE), box(320, 712, *PROSE)
    groups = [group for group in by_columns([right, head, left, foot], _WIDTH) if group]
    assert groups == [[head], [left], [right], [foot]]


def test_rows_of_a_table_with_long_cells_are_no_columns() -> None:
    cells = [box(x, 700 - 40 * row, *PROSE[:2]) for row in range(5) for x in (50, 320)]
    assert list(by_columns(cells, _WIDTH)) == [cells]
