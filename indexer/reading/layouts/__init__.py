"""The layouts of the houses, each in one place."""

from indexer.reading.layouts.known import LAYOUTS, SIGNED
from indexer.reading.layouts.layout import Layout
from indexer.reading.layouts.numbered import NUMBERED

__all__ = ["LAYOUTS", "NUMBERED", "SIGNED", "Layout"]
