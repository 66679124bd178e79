import hashlib
import sys
from pathlib import Path

import pytest

from records.embedding import DEFAULT_MODEL, Embedder, ModelInfo, adaptation, create_embedder
from records.embedding.sentence_transformers_engine import prompts_of
from records.embedding.weights import bundled_weights_file
from records.errors import ConfigurationError, EngineMissing
from records.settings import EmbeddingSettings, Settings


def test_the_default_is_the_small_model_with_the_sha256_of_its_weights(embedder: Embedder) -> None:
    weights = bundled_weights_file().read_bytes() + adaptation.FILE.read_bytes()
    revision = hashlib.sha256(weights).hexdigest()
    assert embedder.model == ModelInfo(DEFAULT_MODEL, revision, 384, "ctranslate2")


def test_unpacking_tells_how_far_it_is_and_happens_once(tmp_path: Path) -> None:
    shares: list[float] = []
    settings = Settings(cache_dir=tmp_path)
    for _ in range(2):
        create_embedder(settings, lambda step, share: shares.append(share))
    assert shares == sorted(shares)
    assert (shares[0], shares[-1], shares.count(1.0)) == (0.0, 1.0, 1)


def test_another_model_needs_the_other_engine_and_the_message_says_which_setting(tmp_path: Path) -> None:
    settings = Settings(cache_dir=tmp_path, embedding=EmbeddingSettings(model="en/anden-model"))
    with pytest.raises(ConfigurationError, match="REFERATSOEG_EMBEDDING__ENGINE"):
        create_embedder(settings)


def test_without_the_extra_the_message_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    settings = Settings(cache_dir=tmp_path, embedding=EmbeddingSettings(engine="sentence-transformers"))
    with pytest.raises(EngineMissing, match=r"referatsoeg\[sentence-transformers\]"):
        create_embedder(settings)
    assert not any(tmp_path.iterdir()), "nothing is unpacked for an engine that is not there"


@pytest.mark.parametrize(
    ("own", "name", "used"),
    [
        ({"query": "spørg: ", "document": "svar: "}, "anden-model", ("spørg: ", "svar: ")),
        ({"query": "Find: ", "document": ""}, "multilingual-e5-large-instruct", ("Find: ", "")),
        ({"query": "", "document": ""}, "intfloat/multilingual-e5-base", ("query: ", "passage: ")),
        ({}, "anden-model", ("", "")),
    ],
)
def test_a_models_own_prompts_are_used(own: dict[str, str], name: str, used: tuple[str, str]) -> None:
    assert prompts_of(own, name) == used
