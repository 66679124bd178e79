"""What is fetched for the local node: each file pinned by its checksum, fetched once, kept in the cache."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from records.errors import DownloadFailed
from records.node.disk import disk_errors
from records.node.progress import Progress

OPENSEARCH_VERSION = "3.6.0"
# A connection that hesitates longer than this is begun anew.
TIMEOUT_S = 30
ATTEMPTS = 3
PARTIAL_FOLDER = "partial"


@dataclass(frozen=True)
class Artifact:
    """One file of a Maven repository."""

    group: str
    name: str
    version: str
    packaging: str
    sha256: str

    @property
    def file_name(self) -> str:
        """The name it is kept under."""
        return f"{self.name}-{self.version}.{self.packaging}"


OPENSEARCH = Artifact(
    "org.opensearch.distribution.integ-test-zip",
    "opensearch",
    OPENSEARCH_VERSION,
    "zip",
    "a91faa1dc1cadc78cb278b4f63847e19e1627a4e9de698e14e7efc14ee37b286",
)
KNN = Artifact(
    "org.opensearch.plugin",
    "opensearch-knn",
    f"{OPENSEARCH_VERSION}.0",
    "zip",
    "ac392ca28a39b3bf290648a422ef30cb149dda2963a9d7feb26060e932341c9a",
)
NEURAL_SEARCH = Artifact(
    "org.opensearch.plugin",
    "neural-search",
    f"{OPENSEARCH_VERSION}.0",
    "zip",
    "6ef1b206e79391e2e36268e32dc34d27fd8b8a59a8eb0a7393c97d53b038e433",
)
PLUGINS = (KNN, NEURAL_SEARCH)
# What a trimmed Java lacks: without it every index creation fails for want of Thai word breaks.
LOCALE_DATA = (
    Artifact(
        "com.ibm.icu",
        "icu4j",
        "77.1",
        "jar",
        "b3640b9f416a4411fd33c59abbeea8fd57d024c23e1819bf9673220a97499fe3",
    ),
    Artifact(
        "com.ibm.icu",
        "icu4j-localespi",
        "77.1",
        "jar",
        "77d0da4f10c6158174cc3dafbb51356031a09e0fcaaf0432330afb4fb552cac9",
    ),
)


def fetch(artifact: Artifact, folder: Path, report: Progress) -> Path:
    """Return the artifact's file, fetched into the folder unless it is there and whole.

    The caller holds the folder's lock.

    :raises DownloadFailed: if it cannot be fetched, or is not the one expected.
    :raises DiskFull: if there is no room for it.
    """
    kept = folder / artifact.file_name
    if kept.exists() and _sha256(kept) == artifact.sha256:
        return kept
    partial_folder = folder / PARTIAL_FOLDER
    try:
        partial = _download(artifact, partial_folder, report)
        _require_checksum(artifact, partial)
        partial.replace(kept)
    finally:
        shutil.rmtree(partial_folder, ignore_errors=True)
        report.done()
    return kept


def _download(artifact: Artifact, folder: Path, report: Progress) -> Path:
    try:
        return _downloaded(artifact, folder, report)
    except (OSError, RuntimeError) as error:
        raise DownloadFailed(
            f"{artifact.file_name} kunne ikke hentes. Kontrollér netforbindelsen, og kør kommandoen igen, "
            "eller peg REFERATSOEG_OPENSEARCH__URL på en OpenSearch, der allerede kører.",
            f"{type(error).__name__}: {error}",
        ) from error


@retry(
    retry=retry_if_exception_type((OSError, RuntimeError)),
    stop=stop_after_attempt(ATTEMPTS),
    wait=wait_exponential(max=5),
    reraise=True,
)
def _downloaded(artifact: Artifact, folder: Path, report: Progress) -> Path:
    # Imported here: it takes 0.3 s, and nearly every start finds its files in the cache.
    from jgo.maven import MavenContext, PythonResolver

    # What an attempt broken off has left would be taken for the whole file.
    shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def step(file_name: str, total_bytes: int) -> Iterator[Callable[[int], None]]:
        report.begin(f"Henter {file_name}", total_bytes)
        yield report.advance

    repository = MavenContext(PythonResolver(progress_callback=step), repo_cache=folder, timeout=TIMEOUT_S)
    component = repository.project(artifact.group, artifact.name).at_version(artifact.version)
    with disk_errors(folder):
        return Path(component.artifact(packaging=artifact.packaging).resolve())


def _require_checksum(artifact: Artifact, file: Path) -> None:
    actual = _sha256(file)
    if actual != artifact.sha256:
        raise DownloadFailed(
            f"{artifact.file_name} er ikke den ventede fil og er slettet igen. Kør kommandoen igen; sker det "
            "på ny, så spørg den, der driver netværket, om noget ændrer det, der hentes.",
            f"sha256 {actual}, ventet {artifact.sha256}",
        )


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
