from hypothesis import given
from hypothesis import strategies as st

from indexer.places import Places, one_text, places
from records.models import Paragraph

SAID = st.lists(st.text("ab \n", min_size=1).filter(str.strip), min_size=1, max_size=6)


@given(SAID)
def test_every_paragraph_begins_where_it_is_said_to(texts: list[str]) -> None:
    paragraphs = [Paragraph(text, 1, 1) for text in texts]
    whole, starts = one_text(paragraphs), places(paragraphs).starts
    ends = (*starts[1:], len(whole) + 1)
    cut = [whole[start : end - 1] for start, end in zip(starts, ends, strict=True)]
    assert cut == [" ".join(text.split()) for text in texts]


def test_a_page_turns_between_paragraphs_and_within_one() -> None:
    long = Paragraph("Broen er rød.  Åen er blå.", 4, 5, turns=((15, 5),))
    found = places([Paragraph("Vejen er grå.", 3, 3), long, Paragraph("Marken er grøn.", 5, 5)])
    assert found == Places(starts=(0, 14, 40), turns=((14, 4), (28, 5)))


def test_half_a_text_knows_the_page_on_which_it_begins() -> None:
    whole = Places(starts=(0, 20, 40), turns=((20, 4), (40, 5)))
    assert whole.within(0, 25) == Places((0, 20), ((20, 4),))
    assert whole.within(25, 60) == Places((0, 15), ((0, 4), (15, 5)))
