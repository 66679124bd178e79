"""Older committee minutes: numbered items with Sagsnr., Sagsfremstilling, Indstilling and a decision."""

from indexer.reading.layouts.layout import Layout, line_pattern
from records.models import PartKind

_CASE = ("sammendrag", "baggrund", "sagsfremstilling", "økonomiske konsekvenser",
         "økonomiske konsekvenser og finansiering", "resume", "resumé", "bilag",
         "indstilling", "beslutningen træffes af", "sagens behandling", "lovgrundlag",
         "supplerende sagsfremstilling", "miljøforhold", "kommunikation")  # fmt: skip

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
    # "Kulturudvalgets beslutning den 04.03.2011 Punkt 4"
    beslutning=line_pattern(
        r"(?P<body>[A-ZÆØÅ].{3,70}?)s beslutning(?: den (?P<date>\S+))?(?: Punkt (?P<number>\d+))?:?"
    ),
    sections={**dict.fromkeys(_CASE, PartKind.INDSTILLING), "beslutning": PartKind.BESLUTNING},
    first_part=PartKind.INDSTILLING,
)
