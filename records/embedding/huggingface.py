"""Writes the weights as a sentence-transformers folder, which any tool for Hugging Face models can load."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from records.embedding.text import PASSAGE_PREFIX, QUERY_PREFIX
from records.embedding.tokenizer import TOKENIZER_FILE, build_tokenizer, special_tokens
from records.embedding.unpacking import Report
from records.embedding.weights import Architecture, Vocabulary, Weights

_STEP: Final = "Pakker sprogmodellen ud"
# Shares of the time on two cores: turning 4-bit values into numbers, then writing them.
_READ, _WRITTEN = 0.5, 0.8

_PARTS: Final = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_MODULES: Final = ("Transformer", "Pooling", "Normalize")


def write_sentence_transformers_folder(weights: Weights, folder: Path, report: Report) -> None:
    """Write the model, its tokenizer and its configuration into the folder, which exists."""
    report(_STEP, 0.0)
    tensors = dict(_tensors(weights))
    report(_STEP, _READ)
    save_file(tensors, folder / "model.safetensors", {"format": "pt"})
    report(_STEP, _WRITTEN)
    build_tokenizer(weights.vocabulary).save(str(folder / TOKENIZER_FILE))
    for name, content in _configuration(weights).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content, indent=2), "utf-8")
    report(_STEP, 1.0)


def _tensors(weights: Weights) -> Iterator[tuple[str, NDArray[np.float16]]]:
    """Yield the tensors under BERT's names, as float16: a 4-bit value and its scale fit within rounding."""
    hidden = weights.architecture.hidden
    for ours, theirs in tensor_names(weights.architecture):
        yield theirs, weights.tensor(ours).astype(np.float16)
    # Mean pooling never reads the pooler; without it transformers warns that weights are missing.
    yield "pooler.dense.weight", np.zeros((hidden, hidden), np.float16)
    yield "pooler.dense.bias", np.zeros(hidden, np.float16)


def tensor_names(architecture: Architecture) -> Iterator[tuple[str, str]]:
    """Yield our name of each tensor and BERT's."""
    for ours, theirs in (("word", "word"), ("pos", "position"), ("type", "token_type")):
        yield f"emb.{ours}", f"embeddings.{theirs}_embeddings.weight"
    parts = [("emb.ln", "embeddings.LayerNorm")]
    for layer in range(architecture.layers):
        parts += [(f"l{layer}.{ours}", f"encoder.layer.{layer}.{theirs}") for ours, theirs in _PARTS.items()]
    for ours, theirs in parts:
        yield f"{ours}.w", f"{theirs}.weight"
        yield f"{ours}.b", f"{theirs}.bias"


def _configuration(weights: Weights) -> dict[str, Any]:
    architecture, vocabulary = weights.architecture, weights.vocabulary
    return {
        "config.json": _model_config(architecture, vocabulary),
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": architecture.positions,
            "model_input_names": ["input_ids", "attention_mask"],
            **special_tokens(vocabulary),
        },
        "sentence_bert_config.json": {"max_seq_length": architecture.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": QUERY_PREFIX, "passage": PASSAGE_PREFIX, "document": PASSAGE_PREFIX},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "modules.json": [_module(index, name) for index, name in enumerate(_MODULES)],
        "1_Pooling/config.json": {
            "word_embedding_dimension": architecture.hidden,
            "pooling_mode_mean_tokens": True,
        },
    }


def _module(index: int, name: str) -> dict[str, Any]:
    path = f"{index}_{name}" if index else ""
    return {"idx": index, "name": str(index), "path": path, "type": f"sentence_transformers.models.{name}"}


def _model_config(architecture: Architecture, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": architecture.hidden,
        "num_hidden_layers": architecture.layers,
        "num_attention_heads": architecture.heads,
        "intermediate_size": architecture.feed_forward,
        "vocab_size": architecture.vocabulary_rows,
        "max_position_embeddings": architecture.positions,
        "type_vocab_size": architecture.token_types,
        "layer_norm_eps": architecture.norm_epsilon,
        "hidden_act": "gelu",
        "pad_token_id": vocabulary.padding,
        "bos_token_id": vocabulary.start,
        "eos_token_id": vocabulary.end,
        "torch_dtype": "float32",
        "tokenizer_class": "PreTrainedTokenizerFast",
    }
