import os
import threading
import time
from pathlib import Path

import pytest

from records.embedding.unpacking import revision_of, unpacked
from records.errors import EmbeddingError

SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_folder_is_filled_once(tmp_path: Path) -> None:
    calls: list[Path] = []

    def write(folder: Path) -> None:
        calls.append(folder)
        (folder / "model").write_text("vægte")

    for _ in range(2):
        folder = unpacked(tmp_path / "a" / "model", write)
        assert (folder / "model").read_text() == "vægte"
    assert len(calls) == 1


def test_two_at_once_share_one_unpacking(tmp_path: Path) -> None:
    calls: list[Path] = []

    def write(folder: Path) -> None:
        calls.append(folder)
        time.sleep(0.1)

    threads = [threading.Thread(target=unpacked, args=(tmp_path / "model", write)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(calls) == 1


def test_a_run_that_broke_off_leaves_no_folder_and_the_next_mends_it(tmp_path: Path) -> None:
    def broken(folder: Path) -> None:
        (folder / "half").write_text("x")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        unpacked(tmp_path / "model", broken)
    assert not (tmp_path / "model").exists()
    folder = unpacked(tmp_path / "model", lambda folder: (folder / "whole").touch())
    assert [file.name for file in folder.iterdir()] == ["whole"]


def test_a_full_disk_is_told_with_the_remedy(tmp_path: Path) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(EmbeddingError, match="plads på disken"):
        unpacked(tmp_path / "model", full)


def test_the_revision_is_the_sha256_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "whole").write_bytes(b"abc")
    (tmp_path / "1").write_bytes(b"a")
    (tmp_path / "2").write_bytes(b"bc")
    assert revision_of([tmp_path / "whole"], tmp_path / "cache") == SHA256_OF_ABC
    assert revision_of([tmp_path / "1", tmp_path / "2"], tmp_path / "cache") == SHA256_OF_ABC


def test_the_revision_is_computed_once_and_again_when_the_file_changes(tmp_path: Path) -> None:
    file, cache = tmp_path / "weights", tmp_path / "cache"
    file.write_bytes(b"abc")
    revision_of([file], cache)
    stat = file.stat()
    file.write_bytes(b"xyz")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert revision_of([file], cache) == SHA256_OF_ABC, "same size and time: not read again"
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    assert revision_of([file], cache) != SHA256_OF_ABC


def test_a_spoilt_memory_of_the_revision_is_not_believed(tmp_path: Path) -> None:
    file, cache = tmp_path / "weights", tmp_path / "cache"
    file.write_bytes(b"abc")
    revision_of([file], cache)
    (remembered,) = cache.iterdir()
    remembered.write_text("vrøvl")
    assert revision_of([file], cache) == SHA256_OF_ABC
