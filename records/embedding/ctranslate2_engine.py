"""Runs multilingual-e5-small with CTranslate2: int8 on the CPU, no torch."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import ctranslate2
import numpy as np
from tokenizers import Tokenizer

from records.embedding.batching import longest_first
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
from records.embedding.tokenizer import TOKENIZER_FILE
from records.errors import EmbeddingError

ENGINE: Final = "ctranslate2"
DIMENSION: Final = 384
POSITIONS: Final = 512

MAX_BATCH_TOKENS: Final = 1024
"""Padded tokens of one batch. With 1,024, 2,048 and 4,096 in turn on two busy cores: 12 to 16, 9 to 10 and
5 to 7 passages a second, at 522, 580 and 663 MB; attention's memory grows with the square of the length."""


class CTranslate2Embedder:
    """Embeds with the encoder that :mod:`records.embedding.ctranslate2_model` writes."""

    def __init__(self, folder: Path, name: str, revision: str, *, batch_size: int, threads: int) -> None:
        self.max_tokens = POSITIONS - HEADROOM_TOKENS
        self._batch_size = batch_size
        try:
            self._tokenizer = Tokenizer.from_str((folder / TOKENIZER_FILE).read_text("utf-8"))
            self._encoder = ctranslate2.Encoder(str(folder), device="cpu", intra_threads=threads)
        except (OSError, ValueError, RuntimeError) as error:
            raise EmbeddingError(
                f"Den udpakkede sprogmodel er beskadiget. Slet mappen {folder}, så pakkes den ud igen.",
                detail=str(error),
            ) from error
        self.model = ModelInfo(name, revision, DIMENSION, ENGINE)

    def count_tokens(self, text: str) -> int:
        """Return how many tokens a passage of this text takes, prefix and special tokens included."""
        return len(self._tokenizer.encode(PASSAGE_PREFIX + clean(text)).ids)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return ``(n, dim) float32, unit length``, in the order of the texts.

        :raises EmbeddingError: if a text takes more than ``max_tokens``.
        """
        tokens = self._tokens([PASSAGE_PREFIX + clean_passage(text) for text in texts])
        if (longest := max(map(len, tokens), default=0)) > self.max_tokens:
            raise too_long(f"{longest} tokens, at most {self.max_tokens}")
        return self._embed(tokens)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return ``(n, dim) float32, unit length``; a query is cut after ``max_tokens``."""
        tokens = self._tokens([QUERY_PREFIX + clean(text, MAX_QUERY_CHARS) for text in texts])
        return self._embed([_cut(ids, self.max_tokens) for ids in tokens])

    def _tokens(self, texts: list[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]

    def _embed(self, tokens: list[list[int]]) -> Vectors:
        vectors = np.empty((len(tokens), self.model.dimension), np.float32)
        lengths = [len(ids) for ids in tokens]
        for batch in longest_first(lengths, self._batch_size, MAX_BATCH_TOKENS):
            output = self._encoder.forward_batch([tokens[position] for position in batch])
            hidden = np.asarray(output.last_hidden_state)
            for row, position in zip(hidden, batch, strict=True):
                vectors[position] = row[: lengths[position]].mean(axis=0)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


def _cut(ids: list[int], max_tokens: int) -> list[int]:
    """Return the ids cut, the closing token kept."""
    return ids if len(ids) <= max_tokens else [*ids[: max_tokens - 1], ids[-1]]
