"""The two engines side by side; `make test-st` installs what this needs."""

import socket
from itertools import cycle, islice
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest

from records.embedding import Embedder, create_embedder
from records.errors import EmbeddingError
from records.settings import EmbeddingSettings, Settings

pytestmark = pytest.mark.sentence_transformers

# Measured, the lowest of these is 0.9958. The design's 0.998 is of the model before it was taught: two texts
# then stood 0.13 apart on average, and 0.29 now. Beside that, what int8 rounds away is 0.014 in both.
LEAST_COSINE = 0.995
MOST_OF_THE_DISTANCE = 0.02

SENTENCES = (
    "Udvalget besluttede at sende forslaget til lokalplan i høring i otte uger.",
    "Rådmanden tiltrådte indstillingen med den tilføjelse, at taksterne genberegnes til efteråret.",
    "Drøftet.",
    "Hvem er tovholder på tilsynet med plejehjemmene?",
    "Merforbruget på 4,2 mio. kr. dækkes inden for rammen, jf. bilag 2.",
    "Efter servicelovens § 107 kan kommunen tilbyde midlertidigt ophold til voksne.",
    "Søren Ågård orienterede om trængslen ved Åbyhøj Station.",
    "Blå mærker på træer langs åen viser, hvor der fældes.",
    "MSB følger op inden den 1. maj 2024.",
    "Punktet udgår og sættes på dagsordenen igen, når høringssvarene foreligger.",
)
ODD = (
    "",
    " \n\t ",
    "\x00\x00",
    "\ufdfa" * 25,
    "👍🏽 vedtaget 🚲",
    "borger\N{SOFT HYPHEN}råd\N{SOFT HYPHEN}giver",
    "a\N{COMBINING RING ABOVE}rhus",
    "ﬁre ½-årlige møder",
    "VEDTAGET",
    "x" * 300,
)


def danish_texts() -> list[str]:
    """Fifty texts: single sentences, odd ones, and stretches of up to 270 words, near 500 tokens."""
    words = cycle(" ".join(SENTENCES).split())
    stretches = [" ".join(islice(words, length)) for length in range(9, 279, 9)]
    return [*SENTENCES, *ODD, *stretches]


@pytest.fixture(scope="module")
def reference(settings: Settings) -> Embedder:
    pytest.importorskip("sentence_transformers", reason="needs the extra; run `make test-st`")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        return create_embedder(with_sentence_transformers(settings))


def with_sentence_transformers(settings: Settings, model: str | None = None) -> Settings:
    chosen = EmbeddingSettings(engine="sentence-transformers", model=model or settings.embedding.model)
    return settings.model_copy(update={"embedding": chosen})


def refuse(*_: object) -> NoReturn:
    raise AssertionError("the network must not be touched for weights that are at hand")


def test_both_engines_count_tokens_alike(embedder: Embedder, reference: Embedder) -> None:
    counts = [embedder.count_tokens(text) for text in danish_texts()]
    assert counts == [reference.count_tokens(text) for text in danish_texts()]
    assert 450 < max(counts) <= embedder.max_tokens == reference.max_tokens


def test_both_engines_make_interchangeable_vectors(embedder: Embedder, reference: Embedder) -> None:
    texts = danish_texts()
    assert len(texts) == 50
    for ours, theirs in (
        (embedder.embed_passages(texts), reference.embed_passages(texts)),
        (embedder.embed_queries(texts), reference.embed_queries(texts)),
    ):
        agreement = np.sum(ours * theirs, axis=1).min()
        distance = 1 - (theirs @ theirs.T)[np.triu_indices(len(texts), 1)].mean()
        assert agreement >= LEAST_COSINE
        assert 1 - agreement <= MOST_OF_THE_DISTANCE * distance


def test_both_engines_name_the_same_model_and_revision(embedder: Embedder, reference: Embedder) -> None:
    ours, theirs = embedder.model, reference.model
    assert (ours.name, ours.revision, ours.dimension) == (theirs.name, theirs.revision, theirs.dimension)
    assert (ours.engine, theirs.engine) == ("ctranslate2", "sentence-transformers")


def test_a_passage_too_long_is_refused_there_too(reference: Embedder) -> None:
    with pytest.raises(EmbeddingError, match="Del den i mindre passager"):
        reference.embed_passages(["kort", "sag " * 600])


def test_a_query_too_long_is_cut_there_too(embedder: Embedder, reference: Embedder) -> None:
    query = ["hvad blev besluttet " * 200]
    assert (embedder.embed_queries(query) @ reference.embed_queries(query).T).item() >= LEAST_COSINE


def test_no_texts_give_no_vectors_there_either(reference: Embedder) -> None:
    assert reference.embed_passages([]).shape == (0, 384)


def test_a_folder_is_loaded_by_its_path_and_has_the_revision_of_its_own_weights(
    reference: Embedder, settings: Settings
) -> None:
    folder = settings.caches / "models" / reference.model.revision / "sentence-transformers-1"
    loaded = create_embedder(with_sentence_transformers(settings, model=str(folder)))
    assert loaded.model.name == folder.name
    assert loaded.model.revision != reference.model.revision
    text = ["Sagen er udsat til næste møde."]
    assert loaded.embed_queries(text) == pytest.approx(reference.embed_queries(text), abs=1e-6)


def test_a_folder_without_weights_is_refused_with_the_reason(
    reference: Embedder, settings: Settings, tmp_path: Path
) -> None:
    with pytest.raises(EmbeddingError, match="safetensors"):
        create_embedder(with_sentence_transformers(settings, model=str(tmp_path)))


def test_a_model_that_cannot_be_fetched_is_told_with_the_remedy(
    reference: Embedder, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(EmbeddingError, match="REFERATSOEG_EMBEDDING__MODEL"):
        create_embedder(with_sentence_transformers(settings, model="ingen/findes-ikke"))
