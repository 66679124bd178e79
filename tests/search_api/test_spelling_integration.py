"""Spelling over the demo corpus and over an archive with closed matter, on a real node."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from corpus.paths import PDF_DIR
from indexer.progress import Silent
from indexer.run import Indexer
from records.embedding import Embedder
from records.models import Access
from records.settings import Settings
from records.store import IndexStore, SearchStore
from search_api.access import ANYONE, Reader
from search_api.spelling import Speller
from search_api.spelling_letters import fold
from tests.search_api.invented_archive import SECRET

pytestmark = pytest.mark.integration

FOLDER = Path(__file__).parent / "spelling"
LEAST_RIGHT = 0.93
MOST_FALSE = 0.02

SEES_ALL = Reader(frozenset(Access))

Correct = Callable[..., list[str | None]]


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def demo(settings: Settings, node_url: str, embedder: Embedder) -> Iterator[Settings]:
    """The settings of an archive of the demo corpus."""
    own = settings.model_copy(update={"index": f"{settings.index}-stavning"})
    store = IndexStore(node_url, own.opensearch)
    Indexer(own, store, embedder).index([PDF_DIR], Silent())
    yield own
    store.delete(store.behind(own.index))
    store.close()


def correcting(settings: Settings, url: str) -> Correct:
    async def correct(questions: Sequence[str], reader: Reader, is_unfinished: bool) -> list[str | None]:
        store = SearchStore(url, settings.opensearch)
        speller = Speller(store, settings.index)
        try:
            return [await speller.correction(reader, question, is_unfinished) for question in questions]
        finally:
            await store.close()

    def corrected(*questions: str, reader: Reader = ANYONE, is_unfinished: bool = False) -> list[str | None]:
        return asyncio.run(correct(questions, reader, is_unfinished))

    return corrected


@pytest.fixture(scope="module")
def over_demo(demo: Settings, node_url: str) -> Correct:
    return correcting(demo, node_url)


@pytest.fixture(scope="module")
def over_invented(searched: Settings, node_url: str) -> Correct:
    return correcting(searched, node_url)


def test_nearly_all_misspelt_questions_are_put_right(over_demo: Correct) -> None:
    meant = dict(line.split(" => ") for line in lines("misspelt.txt"))
    found = dict(zip(meant, over_demo(*meant), strict=True))
    missed = {typed: found[typed] for typed in meant if fold(found[typed] or "") != fold(meant[typed])}
    assert len(meant) >= 60
    assert len(missed) <= (1 - LEAST_RIGHT) * len(meant), missed


def test_what_is_spelt_well_is_left_alone(over_demo: Correct) -> None:
    questions = lines("correct.txt")
    changed = [found for found in over_demo(*questions) if found]
    assert len(questions) >= 60
    assert len(changed) <= MOST_FALSE * len(questions), changed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Boligsosial plan for Møllevangen?", "Boligsocial plan for Møllevangen?"),
        ('"boligsosial" boligsosial -boligsosial', '"boligsosial" boligsocial -boligsosial'),
        ("MENTORORDNIGEN", "MENTORORDNINGEN"),
        ("Ibsgaardd", "Ibsgaard"),
    ],
)
def test_a_correction_keeps_the_rest_as_it_was_typed(over_demo: Correct, typed: str, meant: str) -> None:
    assert over_demo(typed) == [meant]


def test_a_word_that_is_still_being_typed_is_not_corrected(over_demo: Correct) -> None:
    typed = ("mentorordn", "boligsosial mentorordn")
    assert over_demo(*typed, is_unfinished=True) == [None, "boligsocial mentorordn"]


def test_a_text_of_many_long_unknown_words_is_looked_through_too(over_demo: Correct) -> None:
    unknown = " ".join(f"kvasarteleskopfabrikationsvirksomhed{letter}" for letter in "bcdfghjkl")
    assert over_demo(unknown, f"{unknown} boligsosial") == [None, None]
    assert over_demo(f"boligsosial {unknown}") == [f"boligsocial {unknown}"]


def slips(word: str) -> Iterator[str]:
    """Each way to leave out, to double and to swap one letter of the word, the first letter aside."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[: at + 1] + word[at:]
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    yield f"{word[:4]} {word[4:]}"


@pytest.mark.parametrize("closed", [SECRET, "hemmelig"])
def test_a_word_of_closed_matter_is_proposed_to_those_alone_who_may_see_it(
    over_invented: Correct, closed: str
) -> None:
    typed = sorted(set(slips(closed)) - {closed})
    assert not any(closed in (found or "") for found in over_invented(*typed))
    by_right = over_invented(*typed, reader=SEES_ALL)
    assert closed in by_right
