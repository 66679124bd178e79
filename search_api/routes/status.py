"""``/status``."""

import asyncio
from typing import Any

from fastapi import APIRouter

from records.completeness import completeness
from records.ledger import Ledger
from search_api.services import FromServices

router = APIRouter(tags=["Fuldstændighed"])


@router.get("/status")
async def status(services: FromServices) -> dict[str, Any]:
    """Hvad der er i arkivet, hvad der ikke kunne læses og hvorfor, og hvad der venter på OCR."""
    settings = services.settings
    return await asyncio.to_thread(
        lambda: completeness(
            Ledger(settings.archive_dir),
            settings.index,
            show_closed=False,
            show_rejected_names=settings.reading.default_access == "åben",
        )
    )
