"""The headings within a punkt that Danish minutes share, whichever house they come from."""

import re

from records.models import PartKind

_CASE = (
    # what it is about
    "resume", "resumé", "kort resume", "kort resumé", "sagsresume", "sagsresumé", "sammendrag",
    "sammenfatning", "sagsfremstilling", "kort sagsfremstilling", "supplerende sagsfremstilling",
    "sagsbeskrivelse", "sagens indhold", "sagens kerne", "sagens baggrund", "sagsforløb", "sagens gang",
    "sagsgang", "sagen", "baggrund", "baggrund for sagen", "baggrund og formål", "baggrund/formål",
    "formål", "indledning", "beskrivelse", "fremstilling", "redegørelse", "problemstilling",
    "beslutningstema", "beslutningspunkt", "orientering", "uddybning", "fakta", "historik", "forhistorie",
    "tidligere behandling", "tidligere beslutning", "tidligere beslutninger", "sagens behandling",
    "sagens tidligere behandling", "tidligere politisk behandling", "politisk behandling",
    "supplerende oplysninger", "supplerende bemærkninger",
    # what it is weighed by
    "vurdering", "bemærkninger", "overvejelser", "konsekvenser", "andre konsekvenser",
    "øvrige konsekvenser", "økonomi", "økonomiske konsekvenser", "økonomiske forhold",
    "økonomiske konsekvenser og finansiering", "økonomi og finansiering", "finansiering", "bevilling",
    "bevillingsmæssige konsekvenser", "økonomi og personale", "personale", "personaleforhold",
    "personalemæssige konsekvenser", "personalemæssige forhold", "miljø", "miljøforhold",
    "miljøkonsekvenser", "miljømæssige konsekvenser", "miljøvurdering", "klima", "klima og miljø",
    "miljø og klima", "klimakonsekvenser", "klimamæssige konsekvenser", "bæredygtighed", "sundhed",
    "sundhedsmæssige konsekvenser", "risiko", "risici", "effekt", "effekter", "mål og effekt",
    "handlemuligheder", "handlemuligheder/løsninger", "løsninger", "løsningsforslag", "alternativer",
    "lovgrundlag", "retsgrundlag", "lovgivning", "lov- og plangrundlag", "plangrundlag", "planforhold",
    "juridiske forhold", "juridiske konsekvenser", "kompetence", "kompetenceforhold",
    "beslutningskompetence", "beslutningen træffes af", "delegation", "politik", "politikker og strategier",
    "strategi",
    # whom it touches, and how it goes on
    "høring", "høringer", "høringssvar", "partshøring", "borgerinddragelse", "inddragelse",
    "inddragelse og høring", "inddragelse af borgere og brugere", "udtalelse", "udtalelser",
    "koordineret med", "kommunikation", "information", "offentlighed", "tidsplan", "tidsplan og proces",
    "tidsperspektiv", "proces", "videre proces", "den videre proces", "videre forløb", "det videre forløb",
    "videre sagsforløb", "næste skridt", "implementering", "evaluering", "supplerende materiale",
    "deltagere under punktet", "deltagere i punktet", "gæster", "henvisninger", "links",
    # what is attached
    "bilag", "bilagsliste", "bilagsoversigt", "bilagsfortegnelse", "oversigt over bilag",
    "liste over bilag", "bilag til punktet", "bilag til sagen", "vedlagte bilag", "vedhæftede bilag",
    "åbne bilag",
    # what is recommended
    "indstilling", "indstillinger", "anbefaling", "anbefalinger", "indstilles", "det indstilles",
    "det anbefales", "forslag til beslutning", "beslutningsforslag",
)  # fmt: skip
_DECISION = (
    "beslutning", "beslutninger", "beslutning/konklusion", "konklusion", "konklusioner", "vedtagelse",
    "afgørelse", "protokol", "protokollat", "beslutningsprotokol", "afstemning", "beslutning og afstemning",
    "endelig beslutning", "til beslutning",
)  # fmt: skip
_MINUTES = ("referat", "drøftelse", "behandling", "mødebehandling", "behandling på mødet", "noter")

SECTIONS = {
    **dict.fromkeys(_CASE, PartKind.INDSTILLING),
    **dict.fromkeys(_MINUTES, PartKind.REFERAT),
    **dict.fromkeys(_DECISION, PartKind.BESLUTNING),
}
LISTS_BILAG = frozenset({
    "bilag", "bilagsliste", "bilagsoversigt", "bilagsfortegnelse", "oversigt over bilag",
    "liste over bilag", "bilag til punktet", "bilag til sagen", "vedlagte bilag", "vedhæftede bilag",
    "åbne bilag",
})  # fmt: skip
# "Forvaltningens indstilling", "Byrådets beslutning", "Indstilling fra Direktionen"
_OWNED = re.compile(
    r"^(?:[a-zæøåé,-]+ ){0,7}[a-zæøåé-]+s (?P<what>indstilling|anbefaling|vurdering|bemærkninger|forslag"
    r"|beslutning|afgørelse|konklusion|udtalelse)$"
    r"|^(?P<first>indstilling|anbefaling|udtalelse|bemærkninger) (?:fra|til) [a-zæøåé, -]{3,70}$"
)
# "Forvaltningen indstiller", "Administrationen anbefaler": a heading only where it ends the line.
_SAYS = re.compile(r"^(?:[a-zæøåé,-]+ ){0,7}[a-zæøåé-]+ (?:indstiller|anbefaler|foreslår)$")
_DECIDES = frozenset({"beslutning", "afgørelse", "konklusion"})
_RECOMMENDS = (
    "indstil", "det indstil", "anbefal", "det anbefal", "forslag til beslutning", "beslutningsforslag"
)  # fmt: skip
# "Beslutning i Parkudvalget den 04-03-2019", "Beslutning fra Byrådet, 26. januar 2021",
# "Parkudvalgets beslutning den 4. marts 2019", "Parkudvalget, den 4. marts 2019, pkt. 7":
# the groups are body1 to body3 and date1 to date3, as a pattern's alternatives number theirs.
_DAY = r"(?:,? ?(?:den|d\.)? ?(?P<date{}>\d{{1,2}}(?:\. ?[a-zæøå]{{3,9}}\.? |[./-]\d{{1,2}}[./-])\d{{4}}))"
_ITEM = r"(?:,? ?(?:[Pp]unkt|[Pp]kt\.?|[Ss]ag) ?(?:nr\.? ?)?\d{1,3})?"
_ANY = r"[A-ZÆØÅ][\w ,/-]{2,70}?"
_MET = (
    r"(?!(?:Dagsorden|Referat|Bilag|Indstilling|Møde|Notat|Brev|Svar|Orientering)\b)"
    r"[A-ZÆØÅ][\w ,/-]{0,70}?(?:udvalg|råd|bestyrelse|[Mm]agistrat)(?:et|en|s)*"
)
BESLUTNING = re.compile(
    r"^(?:Beslutning(?:er)?(?: (?:i|fra|af|for|truffet i|truffet af)(?: møde i)? "
    rf"(?P<body1>{_ANY}))?{_DAY.format(1)}?|(?P<body2>{_ANY})s beslutning(?:er)?{_DAY.format(2)}?"
    rf"|(?P<body3>{_MET}){_DAY.format(3)}){_ITEM} ?:?$"
)


# "Til godkendelse" below a punkt's heading, or "Kategori: Drøftelse"
CATEGORY = re.compile(
    r"^(?:(?:Kategori|Sagstype|Type|Punkttype)(?: ?[:–-])? ?(?:[Tt]il )?|Til )"
    r"(?P<category>[Gg]odkendelse|[Dd]røftelse|[Oo]rientering)$"
)


def part_under(heading: str) -> PartKind | None:
    """Return the part that begins below a line, None where the line is no heading that minutes share."""
    words = heading.lower().strip(" :.")
    if heading[:1].islower() or heading.rstrip().endswith("."):
        return None
    if heading.endswith(","):  # "Forvaltningen indstiller," opens the recommendation that it is part of
        return PartKind.INDSTILLING if _SAYS.match(words.rstrip(",")) else None
    known = SECTIONS.get(words)
    if known:
        return known
    owned = _OWNED.match(words)
    if owned:
        return PartKind.BESLUTNING if owned["what"] in _DECIDES else PartKind.INDSTILLING
    return PartKind.INDSTILLING if _SAYS.match(words) else None


def recommends(heading: str) -> bool:
    """Tell whether what stands below a heading is the recommendation."""
    words = heading.lower().strip(" :.,")
    if words.startswith(_RECOMMENDS) or _SAYS.match(words):
        return True
    owned = _OWNED.match(words)
    return owned is not None and owned["what"] in ("indstilling", "anbefaling", "forslag")
