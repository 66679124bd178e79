import sys

import pytest

from records.errors import RerankingError
from records.reranking import create_reranker
from records.settings import RerankingSettings, Settings


def test_by_default_nothing_reranks() -> None:
    assert create_reranker(Settings()) is None


def test_without_the_extra_the_message_says_how_to_install_it_or_do_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    settings = Settings(reranking=RerankingSettings(model="en/model"))
    with pytest.raises(RerankingError, match=r"referatsoeg\[sentence-transformers\]") as told:
        create_reranker(settings)
    assert "REFERATSOEG_RERANKING__MODEL" in told.value.message
