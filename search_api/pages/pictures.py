"""Pictures of pages and the places of their words, made once and then read from the cache."""

import asyncio
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from search_api.pages.pdf_page import PICTURE_WIDTH, THUMBNAIL_WIDTH, PageLayout, page_layout, page_png

Kind = Literal["billede", "miniature"]

WIDTHS: dict[Kind, int] = {"billede": PICTURE_WIDTH, "miniature": THUMBNAIL_WIDTH}

_LAYOUT = TypeAdapter(PageLayout)


class Pictures:
    """A folder of what was drawn; a document's id is its content, so nothing in it goes stale.

    Whether the reader may see the document is for the caller to ask first.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def picture(self, file: Path, document_id: str, page: int, kind: Kind) -> Path:
        """Return the file of the page's picture.

        :raises NotFound: if there is no such page.
        """
        place = self._folder / document_id / f"{page}-{WIDTHS[kind]}.png"
        return await asyncio.to_thread(_made, place, lambda: page_png(file, page, WIDTHS[kind]))

    async def layout(self, file: Path, document_id: str, page: int) -> PageLayout:
        """Return where the page's words stand.

        :raises NotFound: if there is no such page.
        """
        place = self._folder / document_id / f"{page}.json"
        made = await asyncio.to_thread(_made, place, lambda: _LAYOUT.dump_json(page_layout(file, page)))
        return _LAYOUT.validate_json(made.read_bytes())


def _made(place: Path, make: Callable[[], bytes]) -> Path:
    """Return the file, written in one step where it was not there."""
    if not place.exists():
        content = make()
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(unfinished, place)
    return place
