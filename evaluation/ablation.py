"""What each part of the search adds: the judged queries again, with one part at a time taken away."""

import asyncio
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import indexer.vectors
from evaluation import trial
from evaluation.collection import JudgedCollection
from evaluation.fusions import fused_searcher, min_max, rrf, z_score
from evaluation.production import Bench
from evaluation.verdicts import Summary, summary
from indexer import chunk, documents
from records.embedding import create_embedder
from records.models import Passage
from search_api import floor, fusion, keyword_query, likeliest, service
from search_api.params import Mode
from search_api.thesaurus import NO_THESAURUS

HYBRID: Mode = "hybrid"
EVERYTHING = "everything as it is"


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to search that differs in one part: a name in a module, and what it stands for instead.

    ``adapted`` tells whether the model knows what it was taught.
    """

    name: str
    module: Any = None
    part: str = ""
    instead: Any = None
    adapted: bool = True


def _text_alone(passage: Passage) -> str:
    return passage.text


VARIANTS = (
    Variant(EVERYTHING),
    Variant("without parts of words", keyword_query, "SUB_WORD_BOOST", 0.0),
    Variant("a compound's parts not looked for apart", keyword_query, "parts_of", lambda _: ()),
    Variant("words not found within compounds", keyword_query, "_within", lambda *_: {"match_none": {}}),
    Variant("words as written not counted", keyword_query, "EXACT_BOOST", 0.0),
    Variant("words side by side not counted", keyword_query, "PHRASE_BOOST", 0.0),
    Variant("any one word is enough", keyword_query, "ENOUGH_WORDS", "1"),
    Variant("every word is asked for", keyword_query, "ENOUGH_WORDS", "100%"),
    Variant("no part leads", fusion, "_lead", lambda _: {}),
    Variant("no part leads where no rule knows the question", fusion, "LEADS_BY_KIND", {}),
    Variant("minutes without what was proposed", chunk, "_matter", lambda _: None),
    Variant("no other words from the thesaurus", service, "load_thesaurus", lambda _: NO_THESAURUS),
    Variant("meaning weighs more", fusion, "EQUAL_Z", 7.0),
    Variant("meaning weighs less", fusion, "EQUAL_Z", 26.0),
    Variant("the passage that answers not put first", service, "answer_first", lambda hits, _: hits),
    Variant("meetings of a named day not lifted", fusion, "ON_THE_DAY", 0.0),
    Variant("newer meetings not lifted", fusion, "GENTLE_RECENCY", 0.0),
    Variant("longer passages not lifted", documents, "_words", lambda _: 120),
    Variant("who was there not kept back", documents, "is_attendance", lambda _: False),
    Variant("the rules alone answer", likeliest, "SURE", math.inf),
    Variant("min-max", trial, "passage_searcher", fused_searcher(min_max)),
    Variant("z-scores", trial, "passage_searcher", fused_searcher(z_score)),
    Variant("reciprocal ranks", trial, "passage_searcher", fused_searcher(rrf)),
    Variant("no lower floor where words stand", floor, "FLOOR_WITH_WORDS_Z", floor.FLOOR_Z),
    Variant("floor at 2.5 deviations", floor, "FLOOR_Z", 2.5),
    Variant("floor at 4 deviations", floor, "FLOOR_Z", 4.0),
    Variant("the model as it was before it was taught", adapted=False),
    Variant("no context line in what is embedded", indexer.vectors, "embedding_text", _text_alone),
    Variant("a heading always begins a passage", chunk, "MIN_WORDS", 0),
    Variant("passages of 80 words", chunk, "TARGET_WORDS", 80),
    Variant("passages of 160 words", chunk, "TARGET_WORDS", 160),
)


def ablations(
    bench: Bench, collections: Sequence[JudgedCollection], variants: Sequence[Variant] = VARIANTS
) -> Iterator[tuple[str, dict[str, Summary]]]:
    """Yield each variant's name with its figures by collection, hybrid mode only."""
    for variant in variants:
        own = bench if variant.adapted else _untaught(bench)
        with _swapped(variant):
            trials = asyncio.run(trial.try_collections(own, collections, (HYBRID,), beside_plain=False))
        yield variant.name, {one.collection: summary(one.verdicts[HYBRID]) for one in trials}


def _untaught(bench: Bench) -> Bench:
    embedding = bench.settings.embedding.model_copy(update={"adapted": False})
    settings = bench.settings.model_copy(update={"embedding": embedding})
    return replace(bench, settings=settings, embedder=create_embedder(settings))


@contextmanager
def _swapped(variant: Variant) -> Iterator[None]:
    """Let the name stand for something else while the block runs."""
    if variant.module is None:
        yield
        return
    usual = getattr(variant.module, variant.part)
    setattr(variant.module, variant.part, variant.instead)
    try:
        yield
    finally:
        setattr(variant.module, variant.part, usual)
