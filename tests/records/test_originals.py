from pathlib import Path

import pytest

from records.errors import NotFound
from records.originals import OriginalStore, content_digest, document_id


def test_a_kept_file_is_found_by_its_id_and_is_the_very_same(tmp_path: Path) -> None:
    source = tmp_path / "Referat.PDF"
    source.write_bytes(b"%PDF-1.4 indhold")
    originals = OriginalStore(tmp_path / "archive")
    digest = originals.keep(source)
    assert digest == content_digest(source)
    kept = originals.path(document_id(digest))
    assert kept.read_bytes() == source.read_bytes()
    assert kept.suffix == ".pdf"


def test_keeping_the_same_content_twice_keeps_one_file(tmp_path: Path) -> None:
    originals = OriginalStore(tmp_path / "archive")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("samme")
        originals.keep(tmp_path / name)
    assert len([path for path in (tmp_path / "archive").rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("wanted", ["", "../../etc/passwd", "*", "0" * 16, "abc", "[a-z]" * 3 + "x"])
def test_an_id_that_is_none_finds_nothing(tmp_path: Path, wanted: str) -> None:
    with pytest.raises(NotFound):
        OriginalStore(tmp_path).path(wanted)
