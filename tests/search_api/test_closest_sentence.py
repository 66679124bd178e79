"""Which sentence is marked, with an embedder whose vectors count letters."""

import asyncio
from collections.abc import Sequence

import numpy as np
import pytest

from records.embedding import ModelInfo, Vectors
from search_api import closest_sentence
from search_api.closest_sentence import EMBEDDED_SENTENCES, MARKED_HITS, SENTENCE_CHARS, ClosestSentences
from search_api.models import Hit
from search_api.results import read_hit
from search_api.sentence_vectors import SentenceVectors
from tests.search_api.invented import hit as raw_hit

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


class LetterEmbedder:
    """Takes texts for alike that have the same letters, and remembers what it was given."""

    model = ModelInfo("bogstaver", "", len(LETTERS), "test")
    max_tokens = 100

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.batches.append(list(texts))
        return vectors(texts)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return vectors(texts)


def vectors(texts: Sequence[str]) -> Vectors:
    counts = np.array([[text.lower().count(letter) for letter in LETTERS] for text in texts], np.float32)
    return counts / np.linalg.norm(counts, axis=1, keepdims=True)


def hit(text: str, number: int = 1, highlights: tuple[str, ...] = (), more: tuple[Hit, ...] = ()) -> Hit:
    told = {"id": f"h{number}", "text": text, "highlights": highlights, "more": more}
    return read_hit(raw_hit("p"), None).model_copy(update=told)


def marked(*hits: Hit, question: str = "zebra", embedder: LetterEmbedder | None = None) -> list[Hit]:
    closest = ClosestSentences(SentenceVectors(embedder or LetterEmbedder()))
    return asyncio.run(closest.marked(hits, vectors([question])[0]))


def test_the_closest_sentence_is_marked_from_end_to_end() -> None:
    (found,) = marked(hit("Punktet blev udsat. Zebraer ses. Mødet hæves."))
    assert found.highlights == ("<mark>Zebraer ses.</mark>",)


def test_a_hit_with_a_marked_word_keeps_its_highlights_and_is_not_embedded() -> None:
    embedder = LetterEmbedder()
    worded = hit("En bro. En zebra.", highlights=("En <mark>bro</mark>.",))
    assert marked(worded, embedder=embedder) == [worded]
    assert embedder.batches == []


def test_a_lone_sentence_is_marked_without_being_embedded() -> None:
    embedder = LetterEmbedder()
    (found,) = marked(hit("Godkendt."), embedder=embedder)
    assert found.highlights == ("<mark>Godkendt.</mark>",)
    assert embedder.batches == []


def test_everything_but_the_marks_is_escaped() -> None:
    (found,) = marked(hit("<b>Zebra</b> & \"zebra\" og/eller 'zebra'."))
    inner = "&lt;b&gt;Zebra&lt;&#x2F;b&gt; &amp; &quot;zebra&quot; og&#x2F;eller &#x27;zebra&#x27;."
    assert found.highlights == (f"<mark>{inner}</mark>",)


def test_the_hits_of_a_punkt_are_marked_too_the_best_of_every_punkt_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(closest_sentence, "MARKED_HITS", 3)
    texts = "En bro. En zebra."
    beneath = (hit(texts, 2), hit(texts, 3))
    first, second = marked(hit(texts, 1, more=beneath), hit(texts, 4))
    done = [bool(one.highlights) for one in (first, second, *first.more)]
    assert done == [True, True, True, False]


def test_one_batch_holds_every_sentence_once_and_the_next_search_only_new_ones() -> None:
    embedder = LetterEmbedder()
    closest = ClosestSentences(SentenceVectors(embedder))
    question = vectors(["zebra"])[0]
    asyncio.run(closest.marked([hit("En bro. En zebra."), hit("En bro. En å.", 2)], question))
    asyncio.run(closest.marked([hit("En zebra. En sø.", 3)], question))
    assert embedder.batches == [["En bro.", "En zebra.", "En å."], ["En sø."]]


def test_no_search_embeds_more_than_the_reader_can_wait_for() -> None:
    embedder = LetterEmbedder()
    many = [hit(" ".join(f"Sag {'a' * n}{'b' * page}." for n in range(1, 6)), page) for page in range(30)]
    found = marked(*many, embedder=embedder)
    assert sum(len(batch) for batch in embedder.batches) <= EMBEDDED_SENTENCES
    assert 0 < sum(bool(one.highlights) for one in found) <= MARKED_HITS


def test_a_hit_of_too_many_sentences_does_not_hold_the_others_back() -> None:
    long = hit(" ".join(f"Sag {'a' * n}." for n in range(1, EMBEDDED_SENTENCES + 3)))
    first, second = marked(long, hit("En bro. En zebra.", 2))
    assert (first.highlights, second.highlights) == ((), ("<mark>En zebra.</mark>",))


def test_a_list_without_an_end_is_marked_in_a_stretch_of_it() -> None:
    text = "punkt " * SENTENCE_CHARS + "zebra"
    (found,) = marked(hit(text))
    assert len(found.highlights[0]) <= SENTENCE_CHARS + len("<mark></mark>")
    assert "zebra" in found.highlights[0]
