import os
import stat
from pathlib import Path

import pytest

from search_api.pages.file_cache import KEPT_SHARE, FileCache

HUNDRED = b"x" * 100


def refuse() -> bytes:
    pytest.fail("made a second time")


def fill(cache: FileCache, names: str) -> None:
    """Keep a hundred bytes under each name, each used a second after the one before."""
    for name in names:
        cache.content(name, lambda: HUNDRED)


def age(folder: Path, order: str) -> None:
    """Say that the files were last used in this order."""
    for second, name in enumerate(order, 1):
        os.utime(folder / name, (second, second))


def names(folder: Path) -> str:
    return "".join(sorted(path.name for path in folder.iterdir()))


def test_what_was_made_once_is_read_again(tmp_path: Path) -> None:
    cache = FileCache(tmp_path, 1000)
    assert cache.content("a", lambda: b"billede") == b"billede"
    assert cache.content("a", refuse) == b"billede"
    assert FileCache(tmp_path, 1000).content("a", refuse) == b"billede"


def test_what_was_used_longest_ago_makes_room(tmp_path: Path) -> None:
    cache = FileCache(tmp_path, 500)
    fill(cache, "abcde")
    age(tmp_path, "abcde")
    cache.content("a", refuse)
    fill(cache, "f")
    assert names(tmp_path) == "adef"
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 500 * KEPT_SHARE


def test_what_an_earlier_run_left_counts_too(tmp_path: Path) -> None:
    fill(FileCache(tmp_path, 1000), "abcdefgh")
    age(tmp_path, "abcdefgh")
    fill(FileCache(tmp_path, 400), "i")
    assert names(tmp_path) == "ghi"


def test_where_nothing_may_be_kept_everything_is_still_made(tmp_path: Path) -> None:
    cache = FileCache(tmp_path, 0)
    assert cache.content("a", lambda: HUNDRED) == HUNDRED
    assert names(tmp_path) == ""


def test_a_folder_that_cannot_be_written_breaks_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "fil"
    blocked.write_bytes(b"")
    assert FileCache(blocked, 1000).content("a", lambda: HUNDRED) == HUNDRED


def test_the_folder_is_nobody_elses(tmp_path: Path) -> None:
    fill(FileCache(tmp_path / "billeder", 1000), "a")
    assert stat.S_IMODE((tmp_path / "billeder").stat().st_mode) == 0o700
