"""Rådmandsmøder: the 2022 style with "Beslutning for Punkt N", and the 2023 to 2024 style with a Referat."""

from indexer.reading.layouts.layout import Layout, line_pattern
from records.models import PartKind

# "Skolemøder 2019-2021 (Skolemøde)" above "04-03-2019 10:00 - 11:30"
_COVER = line_pattern(r"(?P<series>[^()]+?) ?\((?P<body>[^()]{3,60})\)")
_COVER_SIGN = line_pattern(r"\d{1,2}-\d{1,2}-\d{4} \d{1,2}[:.]\d{2}(?: ?[-–] ?\d{1,2}[:.]\d{2})?")
_PUNKT = line_pattern(r"Punkt (?P<number>\d{1,3}[a-z]?): ?(?P<title>.+)")
_OVERBLIK = line_pattern(r"Overblik: .+")

WITH_BESLUTNING = Layout(
    name="rådmandsmøde med »Beslutning for Punkt«",
    signs=(
        line_pattern(r"Beslutning for Punkt \d+: .+"),
        line_pattern(r"Kategori - Til (?:godkendelse|drøftelse|orientering)"),
    ),
    cover=_COVER,
    cover_sign=_COVER_SIGN,
    toc=line_pattern(r"Indhold(?:sfortegnelse)?:?"),
    category=line_pattern(r"Kategori - Til (?P<category>godkendelse|drøftelse|orientering)"),
    punkt=_PUNKT,
    beslutning=line_pattern(r"Beslutning for Punkt (?P<number>\d{1,3}[a-z]?): ?(?P<title>.+)"),
    overblik=_OVERBLIK,
)

WITH_REFERAT = Layout(
    name="rådmandsmøde med Referat",
    signs=(
        line_pattern(r"Referat"),
        line_pattern(r"Overblik: .+"),
        line_pattern(r"Punkt \d+, Bilag \d+:.*"),
        line_pattern(r"Punkt \d+: .+ \(\d+ min\.?\)"),
    ),
    cover=_COVER,
    cover_sign=_COVER_SIGN,
    toc=line_pattern(r"Indhold(?:sfortegnelse)?:?"),
    punkt=_PUNKT,
    referat=line_pattern(r"(?:Referat|REFERAT)"),
    overblik=_OVERBLIK,
    first_part=PartKind.REFERAT,
)
