"""Makes the reranker that the settings ask for."""

from records.reranking.protocol import Reranker
from records.settings import Settings


def create_reranker(settings: Settings) -> Reranker | None:
    """Return the reranker, none where no model is set.

    :raises RerankingError: if the extra is not installed, or the model cannot be loaded.
    """
    if not settings.reranking.model:
        return None
    from records.reranking.cross_encoder import CrossEncoderReranker

    return CrossEncoderReranker(settings.reranking.model)
