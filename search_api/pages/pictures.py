"""Pictures of pages and the places of their words, made once and then read from the cache."""

import asyncio
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from records.recognised import RecognisedPages
from search_api.pages.file_cache import FileCache
from search_api.pages.pdf_page import (
    PICTURE_WIDTH,
    THUMBNAIL_WIDTH,
    PageLayout,
    page_layout,
    page_png,
    with_recognised,
)

Kind = Literal["billede", "miniature"]

WIDTHS: dict[Kind, int] = {"billede": PICTURE_WIDTH, "miniature": THUMBNAIL_WIDTH}

_LAYOUT = TypeAdapter(PageLayout)


class Pictures:
    """What was drawn; a document's id is its content, so nothing in the cache goes stale.

    Whether the reader may see the document is for the caller to ask first, each time.
    """

    def __init__(self, cache: FileCache, recognised: RecognisedPages) -> None:
        self._cache = cache
        self._recognised = recognised

    async def picture(self, file: Path, document_id: str, page: int, kind: Kind) -> bytes:
        """Return the page's picture as PNG.

        :raises NotFound: if there is no such page.
        """
        name, width = picture_name(document_id, page, kind), WIDTHS[kind]
        return await asyncio.to_thread(self._cache.content, name, lambda: page_png(file, page, width))

    async def layout(self, file: Path, document_id: str, page: int) -> PageLayout:
        """Return where the page's words stand, on a scanned page those that were recognised.

        :raises NotFound: if there is no such page.
        """
        name = f"{document_id}-{page}.json"
        made = await asyncio.to_thread(
            self._cache.content, name, lambda: _LAYOUT.dump_json(page_layout(file, page))
        )
        words = await asyncio.to_thread(self._recognised.words, document_id, page)
        return with_recognised(_LAYOUT.validate_json(made), words)


def picture_name(document_id: str, page: int, kind: Kind) -> str:
    """Return a name that no other picture has, nor the same one drawn in another size."""
    return f"{document_id}-{page}-{WIDTHS[kind]}.png"
