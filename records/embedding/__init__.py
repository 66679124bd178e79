"""Turning text into vectors: the protocol, and the two engines behind it."""

from records.embedding.protocol import Embedder, ModelInfo, Vectors

__all__ = ["Embedder", "ModelInfo", "Vectors"]
