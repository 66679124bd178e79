"""The original files, kept by their content, so that a page link opens the very file that was read."""

import hashlib
from pathlib import Path
from tempfile import NamedTemporaryFile

from records.errors import NotFound

# An id is the first 64 bits of the sha256: among a million files, two share one once in 37 million archives.
ID_DIGITS = 16
READ_BYTES = 1 << 20


def content_digest(path: Path) -> str:
    """Return the sha256 of the file's bytes in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(READ_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def document_id(digest: str) -> str:
    """Return the id of the document whose content has this sha256."""
    return digest[:ID_DIGITS]


class OriginalStore:
    """A folder of original files, each named by its content."""

    def __init__(self, archive_dir: Path) -> None:
        self._folder = archive_dir / "originals"

    def keep(self, path: Path) -> str:
        """Copy the file in, if its content is not here already, and return the content's digest.

        :raises OSError: if it cannot be read, or not be written here.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with path.open("rb") as source, NamedTemporaryFile(dir=self._folder, delete=False) as copy:
            try:
                while chunk := source.read(READ_BYTES):
                    digest.update(chunk)
                    copy.write(chunk)
                copy.close()
                self._place(Path(copy.name), digest.hexdigest(), path.suffix.lower())
            finally:
                Path(copy.name).unlink(missing_ok=True)
        return digest.hexdigest()

    def _place(self, copy: Path, digest: str, suffix: str) -> None:
        target = self._folder / digest[:2] / f"{digest}{suffix}"
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            copy.replace(target)

    def path(self, document: str) -> Path:
        """Return where the document's file lies.

        :raises NotFound: if it is not here.
        """
        if len(document) == ID_DIGITS and document.isalnum():
            for found in (self._folder / document[:2]).glob(f"{document}*"):
                return found
        raise NotFound("Filen findes ikke i arkivet.")
