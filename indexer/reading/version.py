"""The version of the reader: a hash over its rules and data, so that cached readings are renewed."""

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable

from indexer.reading.register import register_files

_DIGITS = 12


def _version() -> str:
    digest = hashlib.sha256()
    for source in [*register_files(), *_sources(files("indexer.reading"))]:
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
