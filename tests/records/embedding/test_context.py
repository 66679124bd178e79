from dataclasses import replace
from datetime import date

import pytest

from records.danish_dates import danish_date
from records.embedding import Embedder, context_line, embedding_text
from records.models import Access, PartKind, Passage

PASSAGE = Passage(
    id="p1",
    meeting_id="m1",
    body="Rådmandsmøde",
    date=date(2023, 6, 12),
    date_source="stated",
    punkt_id="k1",
    punkt_number="3",
    punkt_title="Flere botilbud i nord",
    part=PartKind.BESLUTNING,
    ordinal=0,
    text="Indstillingen blev tiltrådt.",
    page=2,
    last_page=2,
    document_id="d1",
    file_name="referat.pdf",
    access=Access.OPEN,
)


def test_the_context_line_names_body_date_title_and_part() -> None:
    assert context_line(PASSAGE) == "Rådmandsmøde, 12. juni 2023 · Flere botilbud i nord · Beslutning"


def test_a_bilag_is_named_by_its_title() -> None:
    passage = replace(PASSAGE, part=PartKind.BILAG, bilag_title="Notat om ventelister")
    assert context_line(passage).endswith(" · Bilag: Notat om ventelister")
    assert context_line(replace(passage, bilag_title=None)).endswith(" · Bilag")


def test_what_is_unknown_leaves_no_trace() -> None:
    passage = replace(PASSAGE, date=None, body="", punkt_title="")
    assert context_line(passage) == "Beslutning"


def test_the_text_itself_follows_the_context_unchanged() -> None:
    assert embedding_text(PASSAGE).split("\n", 1)[1] == PASSAGE.text


def test_what_was_proposed_stands_before_what_was_decided_on_it_and_before_nothing_else() -> None:
    decision = replace(PASSAGE, matter="at der bygges to")
    assert embedding_text(decision).split("\n")[1:] == ["at der bygges to", PASSAGE.text]
    assert embedding_text(replace(decision, part=PartKind.REFERAT)).split("\n")[1:] == [PASSAGE.text]


@pytest.mark.parametrize(
    ("day", "written"), [(date(2024, 1, 1), "1. januar 2024"), (date(2022, 12, 31), "31. december 2022")]
)
def test_a_date_is_written_in_danish(day: date, written: str) -> None:
    assert danish_date(day) == written


def test_the_longest_context_leaves_room_for_the_passage(embedder: Embedder) -> None:
    long = "Områdefornyelsesprogramsekretariatets redegørelse for udviklingen " * 20
    passage = replace(PASSAGE, body=long, punkt_title=long, part=PartKind.BILAG, bilag_title=long, text="")
    assert "…" in context_line(passage)
    assert embedder.count_tokens(embedding_text(passage)) < embedder.max_tokens / 3
