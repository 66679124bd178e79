"""How complete the archive is, for the line below every result."""

import time
from collections.abc import Mapping
from typing import Any

from search_api.routes.status import status
from search_api.services import Services

# The ledger is read whole for its figures; a line of text may be so many seconds behind it.
KEPT_S = 30.0


class Completeness:
    """The ledger's figures, read anew now and then."""

    def __init__(self) -> None:
        self._figures: Mapping[str, Any] = {}
        self._read_at = float("-inf")

    async def figures(self, services: Services) -> Mapping[str, Any]:
        """Return what ``/api/v1/status`` answers, at most :data:`KEPT_S` old."""
        if time.monotonic() - self._read_at > KEPT_S:
            self._figures = await status(services)
            self._read_at = time.monotonic()
        return self._figures


def unread_files(figures: Mapping[str, Any]) -> int:
    """Return how many files cannot be searched."""
    return len(figures["failed"]) + len(figures["needs_ocr"]) + int(figures["files_unread"])
