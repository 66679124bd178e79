"""Runs a CrossEncoder of sentence-transformers, on a GPU where there is one; needs the extra of that name."""

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

from records.errors import RerankingError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

BATCH_SIZE: Final = 16
MAX_TOKENS: Final = 512
"""Question and text together; a passage fits into as many, so that a text loses at most its last words."""

_LEAVE_EMPTY: Final = "lad REFERATSOEG_RERANKING__MODEL være tom"


class CrossEncoderReranker:
    """Scores with the model of this name in the hub, or in this folder."""

    def __init__(self, model: str) -> None:
        self._model = _loaded(model)
        self._raw = import_module("torch").nn.Identity()

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return a score for each text, in their order; the higher, the better it answers the question."""
        pairs = [(question, text) for text in texts]
        # The raw score: the usual sigmoid makes one 1.0 of all that are high.
        found = self._model.predict(
            pairs, batch_size=BATCH_SIZE, activation_fn=self._raw, show_progress_bar=False
        )
        return [float(score) for score in found]


def _loaded(model: str) -> "CrossEncoder":
    library = _library()
    import_module("transformers.utils.logging").disable_progress_bar()
    try:
        encoder = library.CrossEncoder(model, model_kwargs={"use_safetensors": True})
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise RerankingError(
            f"Modellen {model}, der skal rangere om, kan ikke hentes eller indlæses. Se efter, at navnet "
            f"eller stien er rigtig, og at vægtene er i formatet safetensors, eller {_LEAVE_EMPTY}.",
            detail=str(error),
        ) from error
    if encoder.num_labels != 1:
        raise RerankingError(
            f"Modellen {model} kan ikke rangere om, for den giver flere tal i stedet for ét. Vælg en "
            f"CrossEncoder til søgning, eller {_LEAVE_EMPTY}.",
            detail=f"{encoder.num_labels} labels",
        )
    encoder.max_seq_length = min(encoder.max_seq_length or MAX_TOKENS, MAX_TOKENS)
    return encoder


def _library() -> ModuleType:
    try:
        return import_module("sentence_transformers")
    except ImportError as error:
        raise RerankingError(
            "Der er valgt en model til at rangere om, men sentence-transformers er ikke installeret. Hent "
            f"det med `pip install 'referatsoeg[sentence-transformers]'`, eller {_LEAVE_EMPTY}.",
            detail=str(error),
        ) from error
