"""Writes the weights as a CTranslate2 encoder, without torch."""

from pathlib import Path
from typing import Final, Literal

from ctranslate2.converters import utils as converting
from ctranslate2.specs import common_spec, transformer_spec

from records.embedding.tokenizer import TOKENIZER_FILE, build_tokenizer
from records.embedding.unpacking import Report
from records.embedding.weights import Architecture, Vocabulary, Weights

Quantization = Literal["int8", "float32"]

_STEP: Final = "Pakker sprogmodellen ud"
# Shares of the time on two cores: reading 4-bit values, then making them int8, then writing.
_READ, _QUANTIZED = 0.2, 0.7


def write_ctranslate2_model(
    weights: Weights, folder: Path, report: Report, quantization: Quantization = "int8"
) -> None:
    """Write the encoder and its tokenizer into the folder, which exists."""
    report(_STEP, 0.0)
    spec = transformer_spec.TransformerEncoderModelSpec(_encoder(weights))
    spec.register_vocabulary(_rows(weights.vocabulary, weights.architecture))
    spec.config.unk_token = weights.vocabulary.piece(weights.vocabulary.unknown)
    spec.config.layer_norm_epsilon = weights.architecture.norm_epsilon
    report(_STEP, _READ)
    spec.validate()
    spec.optimize(quantization=quantization)
    report(_STEP, _QUANTIZED)
    spec.save(str(folder))
    build_tokenizer(weights.vocabulary).save(str(folder / TOKENIZER_FILE))
    report(_STEP, 1.0)


def _encoder(weights: Weights) -> transformer_spec.TransformerEncoderSpec:
    architecture = weights.architecture
    encoder = transformer_spec.TransformerEncoderSpec(
        architecture.layers,
        architecture.heads,
        pre_norm=False,
        activation=common_spec.Activation.GELU,
        layernorm_embedding=True,
        num_source_embeddings=2,
        embeddings_merge=common_spec.EmbeddingsMerge.ADD,
    )
    encoder.scale_embeddings = False
    words, token_types = encoder.embeddings
    words.weight = weights.tensor("emb.word")
    token_types.weight = weights.tensor("emb.type")
    encoder.position_encodings.encodings = weights.tensor("emb.pos")
    _fill_norm(encoder.layernorm_embedding, weights, "emb.ln")
    for number, layer in enumerate(encoder.layer):
        _fill_layer(layer, weights, f"l{number}")
    return encoder


def _fill_layer(layer: transformer_spec.TransformerEncoderLayerSpec, weights: Weights, name: str) -> None:
    attention = [common_spec.LinearSpec() for _ in "qkv"]
    for linear, letter in zip(attention, "qkv", strict=True):
        _fill_linear(linear, weights, f"{name}.{letter}")
    converting.fuse_linear(layer.self_attention.linear[0], attention)
    _fill_linear(layer.self_attention.linear[1], weights, f"{name}.ao")
    _fill_norm(layer.self_attention.layer_norm, weights, f"{name}.aln")
    _fill_linear(layer.ffn.linear_0, weights, f"{name}.fi")
    _fill_linear(layer.ffn.linear_1, weights, f"{name}.fo")
    _fill_norm(layer.ffn.layer_norm, weights, f"{name}.oln")


def _fill_linear(linear: common_spec.LinearSpec, weights: Weights, name: str) -> None:
    linear.weight, linear.bias = weights.tensor(f"{name}.w"), weights.tensor(f"{name}.b")


def _fill_norm(norm: common_spec.LayerNormSpec, weights: Weights, name: str) -> None:
    norm.gamma, norm.beta = weights.tensor(f"{name}.w"), weights.tensor(f"{name}.b")


def _rows(vocabulary: Vocabulary, architecture: Architecture) -> list[str]:
    """Return a name for every row; the model has a few more rows than its vocabulary has pieces."""
    pieces = [piece for piece, _ in vocabulary.pieces]
    return pieces + [f"<unused_{row}>" for row in range(len(pieces), architecture.vocabulary_rows)]
