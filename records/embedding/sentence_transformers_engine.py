"""Runs any sentence-transformers folder, on a GPU where there is one; needs the extra of that name."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

import numpy as np

from records.embedding.protocol import ModelInfo, Vectors
from records.embedding.text import (
    HEADROOM_TOKENS,
    MAX_QUERY_CHARS,
    PASSAGE_PREFIX,
    QUERY_PREFIX,
    clean,
    clean_passage,
    too_long,
)
from records.errors import EmbeddingError, EngineMissing

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

ENGINE: Final = "sentence-transformers"

_ASSUMED_TOKENS: Final = 512  # for a model that does not say how much it can see
_UNLIMITED_TOKENS: Final = 1_000_000  # tokenizers say 10^30 where they know no limit


class SentenceTransformersEmbedder:
    """Embeds with the model in a folder, with that model's own prompts."""

    def __init__(self, folder: Path, name: str, revision: str, *, batch_size: int, threads: int) -> None:
        self._model = _loaded(folder, threads)
        self._batch_size = batch_size
        self._query_prompt, self._passage_prompt = prompts_of(self._model.prompts, name)
        self.max_tokens = _visible_tokens(self._model) - HEADROOM_TOKENS
        self._model.max_seq_length = self.max_tokens
        self.model = ModelInfo(name, revision, self._embed([""], "").shape[1], ENGINE)

    def count_tokens(self, text: str) -> int:
        """Return how many tokens a passage of this text takes, prompt and special tokens included."""
        return self._lengths([clean(text)])[0]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return ``(n, dim) float32, unit length``, in the order of the texts.

        :raises EmbeddingError: if a text takes more than ``max_tokens``.
        """
        passages = [clean_passage(text) for text in texts]
        if (longest := max(self._lengths(passages), default=0)) > self.max_tokens:
            raise too_long(f"{longest} tokens, at most {self.max_tokens}")
        return self._embed(passages, self._passage_prompt)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return ``(n, dim) float32, unit length``; a query is cut after ``max_tokens``."""
        return self._embed([clean(text, MAX_QUERY_CHARS) for text in texts], self._query_prompt)

    def _lengths(self, passages: list[str]) -> list[int]:
        if not passages:
            return []
        prompted = [self._passage_prompt + passage for passage in passages]
        # Not verbose: the tokenizer would warn of the very length that is being counted.
        return [
            len(ids) for ids in self._model.tokenizer(prompted, truncation=False, verbose=False)["input_ids"]
        ]

    def _embed(self, texts: list[str], prompt: str) -> Vectors:
        """Embed; the model itself puts the longest first and the result back in order."""
        if not texts:
            return np.empty((0, self.model.dimension), np.float32)
        vectors = self._model.encode(
            texts,
            prompt=prompt,
            batch_size=self._batch_size,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, np.float32)


def prompts_of(prompts: Mapping[str, str | None], name: str) -> tuple[str, str]:
    """Return what the model wants before a query and before a passage.

    The original E5 models say it in their model card only, not in their configuration.
    """
    query = prompts.get("query") or ""
    passage = prompts.get("passage") or prompts.get("document") or ""
    if not query and not passage and "e5" in Path(name).name.lower().split("-"):
        return QUERY_PREFIX, PASSAGE_PREFIX
    return query, passage


def require_extra() -> ModuleType:
    """Return the library that the engine needs.

    :raises EngineMissing: if the extra is not installed.
    """
    try:
        return import_module("sentence_transformers")
    except ImportError as error:
        raise EngineMissing(
            "Motoren sentence-transformers er ikke installeret. Installér den med "
            "`pip install 'referatsoeg[sentence-transformers]'`, eller sæt "
            "REFERATSOEG_EMBEDDING__ENGINE=ctranslate2.",
            detail=str(error),
        ) from error


def hub_folder(name: str) -> Path:
    """Return the folder of a model of the hub: the copy at hand, else one that is fetched now.

    A copy at hand is never renewed by itself, for other weights would not fit the index.

    :raises EmbeddingError: if it is neither at hand nor to be had.
    """
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    # Safetensors alone: the other formats hold the same weights again, and some of them code.
    unwanted = ["onnx/*", "openvino/*", "*.bin", "*.h5", "*.msgpack", "*.ot", "*.pt", "*.onnx"]
    try:
        try:
            return Path(snapshot_download(name, ignore_patterns=unwanted, local_files_only=True))
        except LocalEntryNotFoundError:
            return Path(snapshot_download(name, ignore_patterns=unwanted))
    except (OSError, HFValidationError) as error:
        raise EmbeddingError(
            f"Modellen {name} kan ikke hentes. Se efter, at navnet er rigtigt, og at der er netadgang, eller "
            "sæt REFERATSOEG_EMBEDDING__MODEL til stien på en mappe med modellen.",
            detail=str(error),
        ) from error


def _loaded(folder: Path, threads: int) -> "SentenceTransformer":
    library = require_extra()
    import_module("transformers.utils.logging").disable_progress_bar()
    if threads:
        import_module("torch").set_num_threads(threads)
    try:
        return library.SentenceTransformer(
            str(folder), local_files_only=True, model_kwargs={"use_safetensors": True}
        )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise EmbeddingError(
            f"Modellen i {folder} kan ikke indlæses. Den skal være en sentence-transformers-mappe med vægte "
            "i formatet safetensors.",
            detail=str(error),
        ) from error


def _visible_tokens(model: "SentenceTransformer") -> int:
    limits = [model.max_seq_length, getattr(model.tokenizer, "model_max_length", None)]
    return min((limit for limit in limits if limit and limit < _UNLIMITED_TOKENS), default=_ASSUMED_TOKENS)
