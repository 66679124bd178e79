"""Turning text into vectors: the protocol, the two engines behind it, and what makes the one that is set."""

from records.embedding.context import context_line, embedding_text, invented_text
from records.embedding.factory import DEFAULT_MODEL, create_embedder
from records.embedding.protocol import Embedder, ModelInfo, Vectors
from records.embedding.unpacking import Report

__all__ = [
    "DEFAULT_MODEL",
    "Embedder",
    "ModelInfo",
    "Report",
    "Vectors",
    "context_line",
    "create_embedder",
    "embedding_text",
    "invented_text",
]
