"""Putting the best hits in a better order: the protocol, and the CrossEncoder that is set, if one is."""

from records.reranking.factory import create_reranker
from records.reranking.protocol import Reranker

__all__ = ["Reranker", "create_reranker"]
