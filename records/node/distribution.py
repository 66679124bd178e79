"""OpenSearch with its plugins, unpacked once in the cache and from then on only read."""

import hashlib
import json
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from records.node.artifacts import LOCALE_DATA, OPENSEARCH, PLUGINS, Artifact, fetch
from records.node.disk import disk_errors, require_space
from records.node.progress import Progress

# 195 MB of archives and 260 MB unpacked, with air to spare.
UNPACKING_NEEDS_MB = 600
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Distribution:
    """A whole OpenSearch, ready to run."""

    home: Path
    locale_jars: tuple[Path, ...]

    @property
    def class_path(self) -> str:
        """Java's class path, the locale data beside OpenSearch's own libraries."""
        return ":".join(map(str, (self.home / "lib" / "*", *self.locale_jars)))

    @property
    def agent(self) -> Path:
        """The Java agent that holds plugins to what they are allowed."""
        return self.home / "agent" / "opensearch-agent.jar"


def prepare_distribution(caches: Path, with_locale_data: bool, report: Progress) -> Distribution:
    """Return the distribution, fetched and unpacked unless it is there and whole.

    :raises DownloadFailed: if a part of it cannot be fetched.
    :raises DiskFull: if there is no room for it.
    """
    folder = caches / "opensearch"
    downloads = folder / "downloads"
    with disk_errors(folder):
        downloads.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock"):
            home = _unpacked(folder, downloads, report)
            wanted = LOCALE_DATA if with_locale_data else ()
            return Distribution(home, tuple(fetch(jar, downloads, report) for jar in wanted))


def _unpacked(folder: Path, downloads: Path, report: Progress) -> Path:
    home = folder / f"{OPENSEARCH.version}-{_recipe()}"
    if is_whole(home):
        return home
    require_space(folder, UNPACKING_NEEDS_MB)
    archives = {artifact: fetch(artifact, downloads, report) for artifact in (OPENSEARCH, *PLUGINS)}
    report.begin("Pakker OpenSearch ud", None)
    try:
        beside = home.with_name(f"{home.name}.unpacking")
        for leftover in (beside, home):
            shutil.rmtree(leftover, ignore_errors=True)
        _unpack(archives, beside)
        beside.rename(home)
    finally:
        report.done()
    return home


def _recipe() -> str:
    """Return a name for exactly these archives, so that another set of them gets a folder of its own."""
    checksums = "".join(artifact.sha256 for artifact in (OPENSEARCH, *PLUGINS))
    return hashlib.sha256(checksums.encode()).hexdigest()[:8]


def _unpack(archives: dict[Artifact, Path], target: Path) -> None:
    with zipfile.ZipFile(archives[OPENSEARCH]) as archive:
        archive.extractall(target)
    only_folder = target / f"opensearch-{OPENSEARCH.version}"
    for entry in only_folder.iterdir():
        entry.rename(target / entry.name)
    only_folder.rmdir()
    for plugin in PLUGINS:
        with zipfile.ZipFile(archives[plugin]) as archive:
            archive.extractall(target / "plugins" / plugin.name)
    (target / MANIFEST).write_text(json.dumps(_sizes(target)), encoding="utf-8")


def is_whole(home: Path) -> bool:
    """Tell whether every file that was unpacked is still there, in its size."""
    try:
        manifest = json.loads((home / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    found = _sizes(home)
    return all(found.get(name) == size for name, size in manifest.items())


def _sizes(home: Path) -> dict[str, int]:
    return {
        file.relative_to(home).as_posix(): file.stat().st_size
        for file in home.rglob("*")
        if file.is_file() and file.name != MANIFEST
    }
