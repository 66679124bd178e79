"""The corpus's source format reads as its docstring says."""

from corpus.source import parse

TEXT = """=== møde | organ=Havneudvalget | dato=2024-05-02

=== bilag 3.2 | titel=Om fyrtårnet | fil=Om fyrtårnet.docx

## Lamper

@opfølgning FST; Ane Lund | hvad=nye pærer | frist=2024-06-01..2024-06-10 primo juni 2024
FST skifter pærerne
primo juni 2024.\\
Ane Lund hjælper.^1

- den røde
- den grønne

|: 1 3
| # | Opgave
| 1 | Mal // døren

^1: Hvis det er stille vejr.
"""


def test_sections_have_kind_name_and_values() -> None:
    meeting, bilag = parse(TEXT)
    assert (meeting.kind, meeting.values["organ"]) == ("møde", "Havneudvalget")
    assert (bilag.kind, bilag.name, bilag.values["fil"]) == ("bilag", "3.2", "Om fyrtårnet.docx")


def test_blocks_keep_their_order_and_kind() -> None:
    kinds = [block.kind for block in parse(TEXT)[1].blocks]
    assert kinds == ["heading", "text", "item", "item", "table", "footnote"]


def test_an_annotation_belongs_to_the_block_below_it() -> None:
    note = parse(TEXT)[1].blocks[1].annotations[0]
    assert (note.kind, note.words) == ("opfølgning", "FST; Ane Lund")
    assert note.values == {"hvad": "nye pærer", "frist": "2024-06-01..2024-06-10 primo juni 2024"}


def test_lines_are_joined_unless_a_backslash_ends_them() -> None:
    assert parse(TEXT)[1].blocks[1].text == "FST skifter pærerne primo juni 2024.\nAne Lund hjælper.^1"


def test_a_table_has_shares_and_cells_with_lines() -> None:
    table = parse(TEXT)[1].blocks[4]
    assert table.shares == (0.25, 0.75)
    assert table.rows == (("#", "Opgave"), ("1", "Mal\ndøren"))
