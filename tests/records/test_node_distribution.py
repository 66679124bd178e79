import hashlib
import shutil
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from records.errors import DiskFull
from records.node import distribution
from records.node.artifacts import Artifact
from records.node.distribution import prepare_distribution
from records.node.progress import SILENT

Archives = dict[Artifact, Path]


def archive(folder: Path, name: str, files: dict[str, str]) -> Artifact:
    file = folder / f"{name}-1.0.zip"
    with zipfile.ZipFile(file, "w") as writer:
        for path, text in files.items():
            writer.writestr(path, text)
    return Artifact("dk.example", name, "1.0", "zip", hashlib.sha256(file.read_bytes()).hexdigest())


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache whose downloads hold a small distribution and one plugin."""
    downloads = tmp_path / "opensearch" / "downloads"
    downloads.mkdir(parents=True)
    whole = archive(
        downloads, "opensearch", {"opensearch-1.0/lib/a.jar": "A", "opensearch-1.0/config/x": "X"}
    )
    plugin = archive(downloads, "plugin", {"plugin-descriptor.properties": "name=plugin"})
    monkeypatch.setattr(distribution, "OPENSEARCH", whole)
    monkeypatch.setattr(distribution, "PLUGINS", (plugin,))
    return tmp_path


def prepared(caches: Path) -> Path:
    return prepare_distribution(caches, False, SILENT).home


def test_the_distribution_holds_its_files_and_its_plugins(caches: Path) -> None:
    home = prepared(caches)
    assert (home / "lib" / "a.jar").read_text() == "A"
    assert (home / "plugins" / "plugin" / "plugin-descriptor.properties").exists()


def test_a_whole_distribution_is_not_unpacked_again(caches: Path) -> None:
    jar = prepared(caches) / "lib" / "a.jar"
    before = jar.stat().st_mtime_ns, jar.stat().st_ino
    prepared(caches)
    assert (jar.stat().st_mtime_ns, jar.stat().st_ino) == before


@pytest.mark.parametrize("damage", ["missing", "shortened", "manifest", "library"])
def test_a_distribution_that_is_not_whole_is_unpacked_again(caches: Path, damage: str) -> None:
    home = prepared(caches)
    match damage:
        case "missing":
            (home / "lib" / "a.jar").unlink()
        case "shortened":
            (home / "lib" / "a.jar").write_text("")
        case "manifest":
            (home / distribution.MANIFEST).write_text('{"lib/a')
        case "library":
            shutil.rmtree(home / "lib")
    assert prepared(caches) == home
    assert (home / "lib" / "a.jar").read_text() == "A"
    assert distribution.is_whole(home)


def test_what_a_killed_run_left_half_unpacked_does_not_stand_in_the_way(caches: Path) -> None:
    home = prepared(caches)
    home.rename(home.with_name(home.name + ".unpacking"))
    (home.with_name(home.name + ".unpacking") / "lib" / "a.jar").unlink()
    assert prepared(caches) == home
    assert [path.name for path in home.parent.iterdir() if path.name.endswith(".unpacking")] == []


def test_other_archives_get_a_folder_of_their_own(caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = prepared(caches)
    monkeypatch.setattr(distribution, "PLUGINS", ())
    assert prepared(caches) != before
    assert distribution.is_whole(before)


def test_too_small_a_disk_is_told_before_anything_is_unpacked(
    caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=50 * 1024 * 1024))
    with pytest.raises(DiskFull, match="Frigør plads") as caught:
        prepared(caches)
    assert caught.value.detail == "50 MiB fri, 600 MiB skal bruges"
    assert [path.name for path in (caches / "opensearch").iterdir() if path.name.startswith("1.0")] == []
