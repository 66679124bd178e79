from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from indexer.chunk import MATTER_WORDS, MAX_WORDS, MIN_REST, MIN_WORDS, TARGET_WORDS, passages
from records.models import Access, Ansvarlig, Meeting, PageSpan, Paragraph, Part, PartKind, Passage, Punkt

SPAN = PageSpan(1, 9)


def everything_fits(passage: Passage) -> bool:
    return True


def meeting(*parts: Part, access: Access = Access.OPEN) -> Meeting:
    punkt = Punkt("raad-2024-01-01-p3", "3", "Nye cykelstier", SPAN, access=access, parts=parts)
    return Meeting("raad-2024-01-01", "Råd", date(2024, 1, 1), "stated", (), SPAN, (punkt,))


def part(*texts: str, kind: PartKind = PartKind.REFERAT, bilag: int | None = None, page: int = 1) -> Part:
    return Part(kind, tuple(Paragraph(text, page, page) for text in texts), bilag)


def cut(*parts: Part, access: Access = Access.OPEN) -> list[Passage]:
    return list(passages([meeting(*parts, access=access)], everything_fits))


def test_short_paragraphs_share_a_passage_and_pages_span_them() -> None:
    paragraphs = (Paragraph("Første afsnit.", 2, 2), Paragraph("Andet afsnit.", 3, 4))
    (passage,) = cut(Part(PartKind.REFERAT, paragraphs))
    assert (passage.text, passage.page, passage.last_page) == ("Første afsnit. Andet afsnit.", 2, 4)


def test_a_passage_names_those_who_answer_and_follow_up_and_not_who_takes_the_minutes() -> None:
    people = (
        Ansvarlig("Mille Ravn", "referent", "prosa"),
        Ansvarlig("Ulla Holm", "ansvarlig", "felt"),
        Ansvarlig("Mads Friis", "følger op", "prosa"),
        Ansvarlig("Ulla Holm", "følger op", "prosa"),
    )
    whole = meeting(part("Stierne males."))
    punkt = replace(whole.punkter[0], ansvarlig=people)
    (passage,) = passages([replace(whole, punkter=(punkt,))], everything_fits)
    assert passage.ansvarlig == ("Ulla Holm", "Mads Friis")


def test_no_passage_mixes_parts_or_bilag() -> None:
    cuts = cut(
        part("Det blev godkendt.", kind=PartKind.BESLUTNING),
        part("Bilagets tekst.", kind=PartKind.BILAG, bilag=1),
        part("Et andet bilag.", kind=PartKind.BILAG, bilag=2),
    )
    assert [(one.part, one.bilag_number) for one in cuts] == [
        ("beslutning", None),
        ("bilag", 1),
        ("bilag", 2),
    ]


def test_a_new_heading_begins_a_new_passage_once_the_last_says_enough() -> None:
    paragraphs = (
        Paragraph("Baggrund for sagen. " * MIN_WORDS, 1, 1, "SAGSFREMSTILLING"),
        Paragraph("Det koster en million. " * MIN_REST, 1, 1, "ØKONOMI"),
    )
    assert [one.heading for one in cut(Part(PartKind.BILAG, paragraphs))] == ["SAGSFREMSTILLING", "ØKONOMI"]


def test_what_is_left_over_stays_with_what_stands_above_it() -> None:
    paragraphs = (
        Paragraph("Baggrund for sagen. " * MIN_WORDS, 1, 1, "SAGSFREMSTILLING"),
        Paragraph("Ingen.", 2, 2, "BILAG"),
    )
    (passage,) = cut(Part(PartKind.BILAG, paragraphs))
    assert (passage.heading, passage.last_page) == ("SAGSFREMSTILLING · BILAG", 2)


def test_sections_read_as_parts_of_their_own_are_cut_as_one_part() -> None:
    (passage,) = cut(
        part("Sagsnr. 7.", kind=PartKind.INDSTILLING), part("Det indstilles …", kind=PartKind.INDSTILLING)
    )
    assert passage.text == "Sagsnr. 7. Det indstilles …"


def test_a_line_under_a_heading_of_its_own_joins_what_follows_and_keeps_both_headings() -> None:
    paragraphs = (
        Paragraph("Ingen.", 1, 1, "KOMMUNIKATION"),
        Paragraph("Det koster en million.", 1, 1, "ØKONOMI"),
    )
    (passage,) = cut(Part(PartKind.BILAG, paragraphs))
    assert passage.heading == "KOMMUNIKATION · ØKONOMI"


def test_a_wall_of_text_is_split_between_sentences() -> None:
    sentence = "Dette er en sætning på netop ti ord, intet mere. "
    cuts = cut(part(sentence * 60))
    assert len(cuts) > 3
    assert all(one.text.startswith("Dette") and one.text.endswith("mere.") for one in cuts)
    assert all(len(one.text.split()) <= TARGET_WORDS for one in cuts)


def test_what_the_model_cannot_see_whole_is_halved_until_it_can() -> None:
    text = "x" * 1000
    cuts = list(passages([meeting(part(text))], lambda passage: len(passage.text) <= 300))
    assert "".join(one.text for one in cuts) == text
    assert all(len(one.text) <= 300 for one in cuts)


def test_ids_tell_the_place_and_are_the_same_on_every_run() -> None:
    parts = (part("Et.", kind=PartKind.BESLUTNING), part("To.", kind=PartKind.BILAG, bilag=2))
    ids = [one.id for one in cut(*parts)]
    assert ids == ["raad-2024-01-01-p3-beslutning-1", "raad-2024-01-01-p3-bilag2-1"]
    assert ids == [one.id for one in cut(*parts)]


def test_closure_of_the_punkt_or_of_the_part_closes_the_passage() -> None:
    closed_part = replace(part("Hemmeligt."), access=Access.CONFIDENTIAL)
    assert [one.access for one in cut(part("Åbent."), closed_part)] == [Access.OPEN, Access.CONFIDENTIAL]
    assert {one.access for one in cut(part("A."), closed_part, access=Access.CLOSED)} == {Access.CLOSED}


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), max_size=12))
def test_every_word_stands_in_a_passage_in_its_order(texts: list[str]) -> None:
    cuts = cut(part(*texts))
    assert " ".join(one.text for one in cuts).split() == " ".join(texts).split()
    assert len({one.id for one in cuts}) == len(cuts)


def test_the_bounds_leave_room_for_a_paragraph_a_little_over_the_target() -> None:
    assert TARGET_WORDS < MAX_WORDS
    (passage,) = cut(part("ord " * MAX_WORDS))
    assert len(passage.text.split()) == MAX_WORDS


def test_a_passage_is_as_sure_as_its_least_sure_recognised_paragraph() -> None:
    paragraphs = (
        Paragraph("Læst fra et billede.", 1, 1, confidence=0.91),
        Paragraph("Utydeligt læst.", 1, 1, confidence=0.62),
        Paragraph("Tekst fra filen selv.", 2, 2),
    )
    (passage,) = cut(Part(PartKind.BILAG, paragraphs, 1))
    assert passage.confidence == 0.62
    (plain,) = cut(part("Tekst fra filen selv."))
    assert plain.confidence is None


def test_a_passage_knows_the_paragraphs_of_law_and_the_amounts_that_it_names() -> None:
    (passage,) = cut(
        part("Støtten efter servicelovens § 85 koster 1,2 mio. kr.", "Heraf 1.200.000 kr. i år.")
    )
    assert passage.paragraphs == ("sel § 85",)
    assert passage.amounts == (1_200_000,)


def test_a_long_row_that_runs_over_a_page_break_is_found_on_the_page_where_its_words_stand() -> None:
    here, there = "Her står det. " * MAX_WORDS, "Dér står det. " * MAX_WORDS
    row = Paragraph((here + there).strip(), 4, 6, turns=((len(here), 6),))
    cuts = cut(Part(PartKind.BILAG, (row,), 1))
    assert {one.page for one in cuts if "Her" in one.text} == {4}
    assert {one.last_page for one in cuts if "Her" not in one.text} == {6}
    assert {one.page for one in cuts if "Her" not in one.text} == {6}


def proposing(proposal: str, *parts: Part) -> list[Passage]:
    """Return the passages of a punkt whose indstilling is the proposal."""
    found = meeting(*parts)
    punkt = replace(found.punkter[0], indstilling=proposal)
    return list(passages([replace(found, punkter=(punkt,))], everything_fits))


def test_the_minutes_bear_what_was_proposed_and_nothing_else_does() -> None:
    cuts = proposing(
        "at stien\nasfalteres",
        part("Godkendt.", kind=PartKind.BESLUTNING),
        part("Stien er slidt."),
        part("Stien er fra 1990.", kind=PartKind.INDSTILLING),
        part("Et kort.", kind=PartKind.BILAG, bilag=1),
    )
    assert [one.matter for one in cuts] == ["at stien asfalteres", "at stien asfalteres", None, None]


def test_a_long_proposal_is_borne_by_its_beginning() -> None:
    (passage,) = proposing("stien " * (MATTER_WORDS + 1), part("Godkendt.", kind=PartKind.BESLUTNING))
    assert passage.matter is not None
    assert passage.matter.split() == [*["stien"] * MATTER_WORDS, "…"]


def test_what_was_proposed_behind_closed_doors_is_not_borne_by_open_minutes() -> None:
    closed = replace(part("at grunden købes", kind=PartKind.INDSTILLING), access=Access.CLOSED)
    minutes, _ = proposing("at grunden købes", part("Godkendt.", kind=PartKind.BESLUTNING), closed)
    assert (minutes.access, minutes.matter) == (Access.OPEN, None)
