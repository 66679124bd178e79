from dataclasses import replace
from datetime import date

from indexer.progress import Silent
from indexer.repeats import with_repeats
from records.models import Access, PartKind, Passage
from tests.indexer.test_documents import PASSAGE

LONG = (
    "Broen over fjorden lukkes i tre uger i maj, mens brodækket skiftes, og cyklister ledes over dæmningen. "
    "Busserne kører til den midlertidige station ved havnen, hvor der også bliver plads til knallerter og "
    "ladcykler."
)
HARDLY_OTHER = LONG.replace("ladcykler", "barnevogne")
OTHER = (
    "Biblioteket i Nordby får åbent hver søndag fra september, og der ansættes to studerende til vagterne."
)

AGENDA = replace(PASSAGE, id="agenda", part=PartKind.DAGSORDEN, text=LONG, access=Access.OPEN)
PROPOSAL = replace(AGENDA, id="proposal", part=PartKind.INDSTILLING)


def repeated(*passages: Passage) -> dict[str, str]:
    return {one.id: one.repeats for one in with_repeats(passages, Silent()) if one.repeats}


def test_the_agenda_repeats_the_indstilling_that_it_holds() -> None:
    assert repeated(AGENDA, PROPOSAL) == {"agenda": "proposal"}


def test_a_word_or_two_may_differ() -> None:
    assert repeated(replace(AGENDA, text=HARDLY_OTHER), PROPOSAL) == {"agenda": "proposal"}


def test_of_two_alike_the_older_repeats_the_newer() -> None:
    old = replace(PROPOSAL, id="a-old", date=date(2020, 1, 1))
    new = replace(PROPOSAL, id="b-new", date=date(2021, 1, 1))
    assert repeated(old, new) == {"a-old": "b-new"}


def test_other_texts_and_short_ones_repeat_nothing() -> None:
    short = replace(AGENDA, text="Udvalget godkendte indstillingen.")
    assert repeated(AGENDA, replace(PROPOSAL, text=OTHER)) == {}
    assert repeated(short, replace(short, id="other")) == {}


def test_all_passages_come_back_in_their_order() -> None:
    assert [one.id for one in with_repeats([AGENDA, PROPOSAL], Silent())] == ["agenda", "proposal"]


def test_what_is_closed_is_compared_with_nothing() -> None:
    closed = replace(PROPOSAL, access=Access.CLOSED)
    assert repeated(AGENDA, closed) == {}
    assert repeated(closed, replace(closed, id="other")) == {}
