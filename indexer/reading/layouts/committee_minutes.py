"""Older committee minutes: numbered items with Sagsnr., Sagsfremstilling, Indstilling and a decision."""

from indexer.reading.layouts.layout import Layout, line_pattern
from indexer.reading.layouts.vocabulary import BESLUTNING, CATEGORY
from records.models import PartKind

COMMITTEE_MINUTES = Layout(
    name="ældre udvalgsreferat",
    signs=(
        line_pattern(r"Sags?nr\.?: ?\S+.*"),
        line_pattern(r"[A-ZÆØÅ].+s beslutning (?:den )?\d.+"),
        line_pattern(r"Beslutningen træffes af"),
    ),
    # "4." above "Lån af boldbane", or both on one line, and below them the case number
    punkt=line_pattern(r"(?P<number>\d{1,3})\.(?: (?P<title>\S.+))?"),
    punkt_sign=line_pattern(r"Sags?nr\.?: ?\S+.*"),
    category=CATEGORY,
    beslutning=BESLUTNING,
    headed=True,
    first_part=PartKind.INDSTILLING,
)
