"""Reading: from a file to its meetings, punkter, bilag, decisions and who answers for them."""

from indexer.reading.reader import read_file
from indexer.reading.reading_json import reading_as_json
from indexer.reading.version import READER_VERSION

__all__ = ["READER_VERSION", "read_file", "reading_as_json"]
