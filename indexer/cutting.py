"""An archive's meetings cut up: passages that the model sees whole, and which of them repeat another."""

from collections.abc import Iterable

from indexer.chunk import passages
from indexer.progress import Progress
from indexer.repeats import with_repeats
from records.embedding import Embedder, embedding_text
from records.models import Meeting, Passage


def cut_up(meetings: Iterable[Meeting], embedder: Embedder, progress: Progress) -> list[Passage]:
    """Return the meetings' passages in reading order."""

    def fits(passage: Passage) -> bool:
        return embedder.count_tokens(embedding_text(passage)) <= embedder.max_tokens

    return with_repeats(list(passages(meetings, fits)), progress)
