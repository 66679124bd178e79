import shutil
import struct
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from records.embedding import Embedder, create_embedder
from records.embedding.text import MAX_QUERY_CHARS
from records.embedding.tokenizer import build_tokenizer
from records.embedding.weights import bundled_weights_file, read_weights
from records.errors import EmbeddingError
from records.settings import EmbeddingSettings, Settings

ODD = [
    "",
    "   \n ",
    "\x00",
    "\ufdfa" * 20,
    "👩‍👩‍👧 🚲",
    "kom\N{SOFT HYPHEN}mune",
    "a\ud800b",
    "æøåÆØÅé",
    "§ 85, stk. 2",
]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return build_tokenizer(read_weights(bundled_weights_file()).vocabulary)


def test_vectors_are_float32_of_unit_length_in_the_callers_order(embedder: Embedder) -> None:
    texts = ["kort", "en noget længere tekst om kommunens budget for næste år", "middel lang tekst"]
    vectors = embedder.embed_passages(texts)
    assert (vectors.dtype, vectors.shape) == (np.float32, (3, embedder.model.dimension))
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1])
    for text, vector in zip(texts, vectors, strict=True):
        assert embedder.embed_passages([text])[0] @ vector == pytest.approx(1, abs=1e-5)


def test_no_texts_give_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 384)
    assert embedder.embed_queries([]).shape == (0, 384)


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_odd_text_gives_a_vector_all_the_same(embedder: Embedder, text: str) -> None:
    for vectors in (embedder.embed_passages([text]), embedder.embed_queries([text])):
        assert np.isfinite(vectors).all()
        assert np.linalg.norm(vectors) == pytest.approx(1)


def test_what_is_alike_in_meaning_is_nearer_than_what_is_not(embedder: Embedder) -> None:
    (query,) = embedder.embed_queries(["hvornår åbner den nye svømmehal?"])
    near, far = embedder.embed_passages(
        [
            "Badet på havnen tages i brug til april.",
            "Regnskabet for vejbelysning blev taget til efterretning.",
        ]
    )
    assert query @ near > query @ far + 0.02


def test_queries_and_passages_are_told_apart(embedder: Embedder) -> None:
    text = ["Flere pladser i børnehaven"]
    assert (embedder.embed_queries(text) @ embedder.embed_passages(text).T).item() < 0.99


def test_a_passage_may_take_every_token_and_not_one_more(embedder: Embedder) -> None:
    words = "sag " * 600
    fitting = next(
        n for n in range(600, 0, -1) if embedder.count_tokens(words[: 4 * n]) <= embedder.max_tokens
    )
    assert embedder.count_tokens(words[: 4 * fitting]) == embedder.max_tokens == 509
    assert embedder.embed_passages([words[: 4 * fitting]]).shape == (1, 384)
    with pytest.raises(EmbeddingError, match="Del den i mindre passager"):
        embedder.embed_passages(["kort", words[: 4 * (fitting + 1)]])


def test_a_query_too_long_is_cut(embedder: Embedder) -> None:
    start = "hvad blev besluttet " * 200
    whole, longer = embedder.embed_queries([start[:MAX_QUERY_CHARS], start + "noget helt andet"])
    assert whole @ longer == pytest.approx(1, abs=1e-5)


def test_the_count_holds_prefix_and_special_tokens(embedder: Embedder, tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("passage: mødet").tokens == ["<s>", "▁passage", ":", "▁", "mødet", "</s>"]
    assert embedder.count_tokens("mødet") == 6


def test_a_letter_that_unfolds_is_tokenized_as_the_model_learnt_it(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("\ufdfa").ids == tokenizer.encode("صلى الله عليه وسلم").ids


def test_the_tokenizer_normalises_as_the_weights_file_says(tokenizer: Tokenizer) -> None:
    known_differences = {0x00, 0xFF5E, 0x1F23B}
    differing = {
        point
        for point, meant in normalisation_in_the_file().items()
        if tokenizer.normalizer.normalize_str(chr(point)).strip() != meant.strip()
    }
    assert differing <= known_differences


def normalisation_in_the_file() -> dict[int, str]:
    data = bundled_weights_file().read_bytes()
    pieces, *_, text_size = struct.unpack_from("<5iQ", data, 44)
    position = 72 + 4 * (pieces + 1) + 4 * pieces + text_size
    (count,) = struct.unpack_from("<i", data, position)
    position += 8
    mapping = {}
    for _ in range(count):
        point, length = struct.unpack_from("<IB", data, position)
        mapping[point] = data[position + 5 : position + 5 + 4 * length].decode("utf-32-le")
        position += 5 + 4 * length
    return mapping


def test_a_damaged_model_is_told_with_the_remedy(
    embedder: Embedder, settings: Settings, tmp_path: Path
) -> None:
    revision = embedder.model.revision
    whole = settings.caches / "models" / revision / "ctranslate2-1"
    damaged = tmp_path / "models" / revision / "ctranslate2-1"
    shutil.copytree(whole, damaged)
    (damaged / "model.bin").write_bytes(b"x")
    chosen = Settings(cache_dir=tmp_path, embedding=EmbeddingSettings())
    with pytest.raises(EmbeddingError, match="Slet mappen"):
        create_embedder(chosen)
