"""Reading: from a file to its meetings, punkter, bilag, decisions and who answers for them."""

from indexer.reading.ocr import recognises
from indexer.reading.reader import read_file
from indexer.reading.reading_json import reading_as_json
from indexer.reading.version import reader_version

__all__ = ["read_file", "reader_version", "reading_as_json", "recognises"]
