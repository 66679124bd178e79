"""Minutes that mark each item: "4 (Åben) Ny sti", with "Sags ID" below it and "Beslutning" under the case."""

from indexer.reading.layouts.layout import Layout, line_pattern
from indexer.reading.layouts.vocabulary import BESLUTNING, CATEGORY
from records.models import PartKind

OPEN_ITEMS = Layout(
    name="åbne og lukkede punkter",
    signs=(
        line_pattern(r"\d{1,3}\.? \((?:Åbent?|Lukket)\) .+"),
        line_pattern(r"Sags ?(?:ID|id): ?\S+.*"),
        line_pattern(r"Underskriftsside.*"),
    ),
    # "Parkudvalget" above "Referat" and "Mødedato: 4. marts 2019"
    cover=line_pattern(
        r"(?P<body>[A-ZÆØÅ][\w, -]{2,70}(?:udvalg|råd|kommunalbestyrelse|bestyrelse)(?:et|en|n)?)"
    ),
    cover_sign=line_pattern(r"(?:Mødedato|Dato):? .*\d{4}.*"),
    cover_lines=6,
    toc=line_pattern(r"(?:Indhold(?:sfortegnelse)?|Punkter|Dagsorden(?:spunkter)?):?"),
    punkt=line_pattern(r"(?P<number>\d{1,3})\.? (?P<title>\((?:Åbent?|Lukket)\) .+)"),
    category=CATEGORY,
    beslutning=BESLUTNING,
    headed=True,
    first_part=PartKind.INDSTILLING,
)
