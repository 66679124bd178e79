"""A tiny CrossEncoder with random weights; `make test-st` installs what this needs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from records.errors import RerankingError
from records.reranking import Reranker, create_reranker
from records.settings import RerankingSettings, Settings

pytestmark = pytest.mark.sentence_transformers

SPECIAL = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
WORDS = ("hvad", "blev", "besluttet", "om", "broen", "males", "rød", "udvalget", "godkendte", "punktet")
TEXTS = ["Broen males rød i maj", "Punktet blev udsat", "Udvalget godkendte broen " * 300, ""]

Made = Callable[..., Path]


@pytest.fixture
def tiny(tmp_path: Path) -> Made:
    """Return what writes a model of two small layers into a folder."""
    transformers = pytest.importorskip("transformers", reason="needs the extra; run `make test-st`")
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    def made(labels: int = 1) -> Path:
        torch.manual_seed(7)
        vocabulary = {piece: number for number, piece in enumerate([*SPECIAL.values(), *WORDS])}
        tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
        tokenizer.normalizer = normalizers.Lowercase()
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
        config = transformers.BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=64,
            num_labels=labels,
        )
        transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, **SPECIAL).save_pretrained(tmp_path)
        transformers.BertForSequenceClassification(config).save_pretrained(tmp_path)
        return tmp_path

    return made


def reranker(folder: Path) -> Reranker:
    created = create_reranker(Settings(reranking=RerankingSettings(model=str(folder))))
    assert created is not None
    return created


def test_every_text_gets_its_own_score_and_the_same_again(tiny: Made) -> None:
    loaded = reranker(tiny())
    scores = loaded.scores("hvad blev besluttet om broen", TEXTS)
    assert len(set(scores)) == len(TEXTS)
    assert loaded.scores("hvad blev besluttet om broen", TEXTS) == scores


def test_a_score_does_not_depend_on_what_else_is_scored(tiny: Made) -> None:
    loaded = reranker(tiny())
    together = loaded.scores("broen", TEXTS)
    alone = [loaded.scores("broen", [text])[0] for text in TEXTS]
    assert alone == pytest.approx(together, abs=1e-5)


def test_the_question_counts(tiny: Made) -> None:
    loaded = reranker(tiny())
    assert loaded.scores("broen", TEXTS) != loaded.scores("punktet udsat", TEXTS)


def test_a_folder_that_holds_no_model_is_told_with_the_remedy(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers", reason="needs the extra; run `make test-st`")
    with pytest.raises(RerankingError, match="REFERATSOEG_RERANKING__MODEL"):
        reranker(tmp_path)


def test_a_model_that_sorts_into_classes_is_refused(tiny: Made) -> None:
    with pytest.raises(RerankingError, match="flere tal"):
        reranker(tiny(labels=3))
