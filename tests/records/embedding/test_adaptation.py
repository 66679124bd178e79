from pathlib import Path

import numpy as np
import pytest

from records.embedding import Embedder, create_embedder
from records.embedding.adaptation import FILE, Adaptation, read_adaptation
from records.embedding.weights import bundled_weights_file, read_weights
from records.errors import EmbeddingError
from records.settings import EmbeddingSettings, Settings

UP = np.array([[1.0], [2.0], [0.0]], np.float16)
DOWN = np.array([[1.0, 0.5]], np.float16)


def test_a_layer_gains_the_product_of_its_two_matrices() -> None:
    adaptation = Adaptation({"l0.q.w.up": UP, "l0.q.w.down": DOWN})
    tensor = np.ones((3, 2), np.float32)
    assert adaptation.add("l0.q.w", tensor).tolist() == [[2.0, 1.5], [3.0, 2.0], [1.0, 1.0]]
    assert adaptation.add("l0.k.w", tensor) is tensor


@pytest.mark.parametrize(
    "matrices",
    [
        pytest.param({"l0.q.w.up": UP}, id="half a pair"),
        pytest.param({"l0.q.w.up": UP, "l0.q.w.down": DOWN[:, :1]}, id="too narrow"),
        pytest.param({"l9.q.w.up": UP, "l9.q.w.down": DOWN}, id="a layer that is not there"),
        pytest.param({"l0.q.w.up": UP, "l0.q.w.down": np.ones((2, 2), np.float16)}, id="two ranks"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_remedy(matrices: dict[str, np.ndarray]) -> None:
    with pytest.raises(EmbeddingError, match="REFERATSOEG_EMBEDDING__ADAPTED"):
        Adaptation(matrices).check({"l0.q.w": (3, 2)})


def test_a_damaged_file_is_refused_with_the_remedy(tmp_path: Path) -> None:
    damaged = tmp_path / "adaptation.safetensors"
    damaged.write_bytes(FILE.read_bytes()[:1000])
    for file in (damaged, tmp_path / "missing.safetensors"):
        with pytest.raises(EmbeddingError, match="REFERATSOEG_EMBEDDING__ADAPTED"):
            read_adaptation(file)


def test_what_was_learned_fits_the_weights_and_changes_every_linear_layer_a_little() -> None:
    plain = read_weights(bundled_weights_file())
    adapted = plain.adapted(read_adaptation())
    for name in ("l0.q.w", "l11.fo.w"):
        before, after = plain.tensor(name), adapted.tensor(name)
        assert 0.001 < np.linalg.norm(after - before) / np.linalg.norm(before) < 0.5
    assert (adapted.tensor("l0.q.b") == plain.tensor("l0.q.b")).all()


def test_the_model_as_it_was_is_had_by_a_setting_and_is_another_revision(
    settings: Settings, embedder: Embedder
) -> None:
    plain = create_embedder(settings.model_copy(update={"embedding": EmbeddingSettings(adapted=False)}))
    assert plain.model.name == embedder.model.name
    assert plain.model.revision != embedder.model.revision
    assert not np.allclose(plain.embed_queries(["hjemløs"]), embedder.embed_queries(["hjemløs"]), atol=1e-3)
