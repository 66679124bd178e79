"""The layouts of the houses, each in one place."""

from indexer.reading.layouts.choice import LAYOUTS, layout_of
from indexer.reading.layouts.layout import Layout

__all__ = ["LAYOUTS", "Layout", "layout_of"]
