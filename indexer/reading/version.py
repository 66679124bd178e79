"""The version of the reader: a hash over its rules and data, so that cached readings are renewed."""

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable

from indexer.reading.laws import LAWS_FILE
from indexer.reading.ocr import recognises
from mappings.loader import register_files
from records.settings import ReadingSettings

_DIGITS = 12


def _version() -> str:
    digest = hashlib.sha256()
    for source in [LAWS_FILE, *register_files(), *_sources(files("indexer.reading"))]:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:_DIGITS]


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_dir() and not item.name.startswith("__"):
            found += _sources(item)
        elif item.name.endswith(".py"):
            found.append(item)
    return found


READER_VERSION = _version()


def reader_version(settings: ReadingSettings) -> str:
    """Return the reader's version under some settings; what awaited OCR is read again once it is there."""
    ocr = f"ocr-{settings.ocr_timeout_s:g}" if recognises(settings) else "uden-ocr"
    return f"{READER_VERSION}-{settings.default_access}-{settings.max_pages}-{ocr}"
