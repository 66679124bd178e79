"""Minutes of any house that number their items, told by the numbers themselves rather than by their words."""

from indexer.reading.layouts.layout import Layout, line_pattern
from indexer.reading.layouts.vocabulary import BESLUTNING, CATEGORY
from records.models import PartKind

NUMBERED = Layout(
    name="nummererede punkter",
    signs=(),
    toc=line_pattern(
        r"(?i:indhold|indholdsfortegnelse|punkter|oversigt|sagsoversigt|sagsliste|punktliste|dagsorden"
        r"|dagsordenspunkter|dagsordensoversigt|oversigt over punkter|punkter på dagsordenen|åbne punkter):?"
    ),
    category=CATEGORY,
    # "3. Cykelstier i nord", "3 Cykelstier", "Punkt 3: …", "Pkt. nr. 3 - …", "Sag nr. 3", "§ 3", "3."
    punkt=line_pattern(
        r"(?:(?:(?:Dagsordens)?[Pp]unkt|PUNKT|[Pp]kt\.?|PKT\.?|Sag|SAG|Emne|Ad)(?: ?nr\.?)? ?|§ ?)?"
        r"(?P<number>\d{1,3})(?:[.:)]|\.?(?= [-–]|$)|(?= ))(?: [-–])?"
        r"(?: (?P<title>(?=[A-ZÆØÅ0-9\"”»(§])\S.*))?"
    ),
    counted=True,
    beslutning=BESLUTNING,
    headed=True,
    first_part=PartKind.INDSTILLING,
)
