"""The common agenda system's PDF: title page, dotted contents, "Punkt 1: …", case number, "Beslutninger"."""

import re

from indexer.reading.layouts.layout import Layout, line_pattern
from indexer.reading.layouts.vocabulary import BESLUTNING, CATEGORY
from records.models import PartKind

AGENDA_SYSTEM = Layout(
    name="dagsordenssystem",
    signs=(
        line_pattern(r"Mødedato:? .*\d{4}.*"),
        line_pattern(r"(?:REFERAT|DAGSORDEN|Referat|Dagsorden) .+ d\. \d{1,2}-\d{1,2}-\d{4}"),
        line_pattern(r"Beslutning(?:er)?:?"),
        line_pattern(r"(?:Punkt )?\d+: ?Lukket: .+"),
        line_pattern(r"Punkt \d+: .+?\.{4,} ?\d+"),
    ),
    # "REFERAT Skoleudvalget d. 04-03-2019", on one line or on three
    cover=line_pattern(
        r"(?:REFERAT|DAGSORDEN|Referat|Dagsorden)(?::? [A-ZÆØÅ].{2,80}? d\. \d{1,2}-\d{1,2}-\d{4}.*)?"
    ),
    cover_whole=re.compile(
        r"^(?:REFERAT|DAGSORDEN|Referat|Dagsorden):? (?P<body>[A-ZÆØÅ].{2,80}?) d\. "
        r"(?P<date>\d{1,2}-\d{1,2}-\d{4})"
    ),
    cover_sign=line_pattern(r"(?:Mødedato|Mødested|Mødetidspunkt|Starttidspunkt).*"),
    cover_lines=12,
    toc=line_pattern(
        r"(?:Indhold(?:sfortegnelse)?|INDHOLDSFORTEGNELSE|Punkter(?:\.{3,}.*)?|PUNKTER|Dagsorden(?:spunkter)?|DAGSORDEN):?"
    ),
    punkt=line_pattern(r"(?:Punkt (?=\d+[.:])|(?=\d{1,3}: ))(?P<number>\d{1,3})[.:] ?(?P<title>[^\d\s].+)"),
    category=CATEGORY,
    beslutning=BESLUTNING,
    headed=True,
    first_part=PartKind.INDSTILLING,
)
