"""The layouts that are known."""

from indexer.reading.layouts.agenda_system import AGENDA_SYSTEM
from indexer.reading.layouts.committee_minutes import COMMITTEE_MINUTES
from indexer.reading.layouts.numbered import NUMBERED
from indexer.reading.layouts.open_items import OPEN_ITEMS
from indexer.reading.layouts.raadmandsmoede import WITH_BESLUTNING, WITH_REFERAT

# The last is told by its numbers and not by signs.
SIGNED = (WITH_BESLUTNING, WITH_REFERAT, AGENDA_SYSTEM, COMMITTEE_MINUTES, OPEN_ITEMS)
LAYOUTS = (*SIGNED, NUMBERED)
