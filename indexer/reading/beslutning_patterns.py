"""The words that tell a decision, and of which kind, as patterns."""

import re

from records.models import BeslutningKind

# "Parkudvalget", "Teknik- og Miljøudvalget", "Et enigt udvalg", "Et flertal i Byrådet"
_WHO = (
    r"(?:(?:Et enigt |Et flertal (?:i|af) )?(?:[A-ZÆØÅ][\w-]* (?:og )?)?[A-ZÆØÅ]?[\w-]*"
    r"(?:udvalget|udvalg|rådet|råd|kredsen|manden|bestyrelsen|magistraten|nævnet|direktionen|mødet?))"
)
_NUMBER = r"(?:[-•–] ?)?(?:\(?(?:[a-zA-Z]|\d{1,2})[).:] ?)?(?:ad ?\d+[.):]? ?|(?:pkt\.|punkt) ?\d+[.):] ?)?"
_THING = (
    r"(?:(?:Forvaltningens |Administrationens |Udvalgets )?(?:Punktet|Sagen|Indstilling(?:en|erne)?"
    r"|Dagsordenen?|Dagsordnen|Referatet|Orienteringen|Orienteringerne|Forslaget|Ansøgningen|Redegørelsen"
    r"|Meddelelserne|Begge dele|Behandlingen))"
)
# "Planen for stier i nord blev godkendt": any matter, in the past tense.
_MATTER = r"(?:[A-ZÆØÅ][\w.-]*(?: [\w.,§-]+){0,9} )?blev (?:enstemmigt )?"
_NAMED = r"[A-ZÆØÅ][\w-]+(?:en|et|erne|ene|ne)(?: [\w.,§-]+){0,4}? "
_WAS = r"(?:blev |er |bliver )?"

Rules = tuple[tuple[BeslutningKind, re.Pattern[str]], ...]


def _opening(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"^{_NUMBER}(?:{'|'.join(patterns)})", re.IGNORECASE)


# A sentence that decides by its own words. In order: what is not decided comes before what is, so that
# "ikke godkendt" is no approval.
FORMAL: Rules = (
    ("udgår", _opening(rf"(?:{_THING} )?(?:udgik|udgår|er udgået|(?:blev )?taget af dagsordenen)\b")),
    (
        "udsat",
        _opening(
            rf"(?:{_THING} )?(?:{_WAS}(?:udsat|udskudt)|udsættes|udskydes|genoptages)\b",
            rf"{_WHO} (?:udsatte|udskød)\b",
        ),
    ),
    ("ikke behandlet", _opening(rf"(?:{_THING} )?(?:{_WAS}ikke (?:behandlet|drøftet|nået)|nåede ikke)\b")),
    ("ikke behandlet", _opening(rf"(?:{_THING} )?{_WAS}(?:trukket|ikke sat) (?:tilbage|på dagsordenen)\b")),
    (
        "afvist",
        _opening(
            rf"(?:{_THING} )?(?:{_WAS}(?:ikke (?:godkendt|vedtaget|tiltrådt|imødekommet|fulgt)"
            r"|afvist|forkastet|afslået)|faldt|bortfald(?:t|er)|forkastes|afvises|afslås"
            r"|(?:godkendes|imødekommes) ikke"
            r"|kunne ikke (?:godkendes|imødekommes)|kan ikke (?:godkendes|imødekommes))\b",
            rf"{_WHO} (?:afviste|forkastede|afslog|godkendte ikke|stemte imod"
            r"|(?:kunne|kan) ikke (?:godkende|tiltræde|imødekomme|anbefale))\b",
            r"(?:Der )?(?:gives|meddeles|blev givet|blev meddelt) afslag\b|Afslag\b",
        ),
    ),
    (
        "taget til efterretning",
        _opening(
            rf"(?:{_THING} |{_WHO} )?(?:{_WAS}tag(?:et|es)|tog|tager|(?:kan|kunne) tage|godkendte at tage)\b"
            r".{0,80}?\btil (?:efterretning|orientering)\b",
            r"Til (?:efterretning|orientering)\W*$",
        ),
    ),
    (
        "oversendt",
        _opening(
            rf"(?:{_THING} )?(?:{_WAS}(?:oversendt|oversendes|fremsendt|fremsendes|videresendt"
            r"|henvist|henvises|anbefalet)|anbefales|indstilles)\b",
            rf"{_WHO} (?:oversender|oversendte|anbefaler|anbefalede|indstiller|indstillede|fremsender"
            r"|(?:kan|kunne) anbefale)\b",
        ),
    ),
    (
        "godkendt",
        _opening(
            rf"(?:{_THING}|Referat og dagsorden)?,? ?(?:{_WAS}|kunne |kan )(?:enstemmigt )?(?:godkend(?:t|es)"
            r"|tiltrådt|tiltrædes|vedtaget|vedtages|bevilget|bevilges|imødekommet|imødekommes"
            r"|besluttet som indstillet)\b",
            rf"{_WHO} (?:har |kunne |kan )?(?:enstemmigt )?(?:kunne |kan )?(?:godkend(?:te|er|t|e)"
            r"|tiltrådte|tiltræder|tiltræde|vedtog|vedtager|bevilg(?:ede|er)|imødekom(?:mer)?"
            r"|tilslutte(?:de|r)? sig|følger indstillingen|fulgte indstillingen"
            r"|besluttede (?:enstemmigt )?at (?:godkende|tiltræde|vedtage|følge|imødekomme))\b",
            r"Indstillingen (?:blev |er )?(?:fulgt|følges)\b|Som indstillet\b",
            r"Et flertal\b.{0,80}?(?:stemte for|godkendte|vedtog|tiltrådte)\b",
            # Neither the outvoted nor figures, which others may exceed; and "og V. Indstillingen faldt" is no
            # end of a sentence to whoever takes V. for an initial.
            r"For indstillingen stemte (?!(?:ingen|kun|alene)\b|\d)"
            r"(?!.*\b(?:(?:bort)?faldt|bortfalder|forkastet|afvist|udsat|ikke (?:godkendt|vedtaget))\b)",
        ),
    ),
    (
        "drøftet",
        _opening(
            rf"(?:{_THING}|Emnet)? ?{_WAS}(?:kort )?drøftet\W*$",
            rf"{_WHO} drøftede (?:sagen|punktet|emnet|indstillingen|oplægget)\W*$",
            r"Drøftet\b",
        ),
    ),
)
# "For indstillingen stemte A og V.": which way it went, another sentence may say.
VOTES = _opening(r"For indstillingen stemte\b")
# Where something else is decided, that a matter was discussed is told beside it.
MATTER_DISCUSSED = _opening(rf"{_MATTER}(?:kort )?drøftet(?! på | i )\b")
# A sentence about a matter that it names; where a punkt only informs, the matter may be somebody else's.
WIDER: Rules = (
    ("ikke behandlet", _opening(rf"{_MATTER}ikke (?:behandlet|drøftet|nået)\b")),
    ("afvist", _opening(rf"{_MATTER}(?:ikke godkendt|afvist|forkastet)\b")),
    # "Redegørelsen taget til efterretning.", "Planen for nord godkendt."
    ("taget til efterretning", _opening(rf"{_NAMED}(?:taget|tages) til (?:efterretning|orientering)\b")),
    ("godkendt", _opening(rf"{_NAMED}(?:enstemmigt )?(?:godkendt|vedtaget|tiltrådt|godkendes)\b")),
    ("udsat", _opening(rf"{_MATTER}(?:udsat|udskudt)\b")),
    ("taget til efterretning", _opening(rf"{_MATTER}taget til (?:efterretning|orientering)\b")),
    (
        "oversendt",
        _opening(
            rf"{_MATTER}(?:oversendt|henvist)\b",
            r"[A-ZÆØÅ]\w+ (?:oversendes|sendes (?:i høring|til|videre))\b",
        ),
    ),
    ("godkendt", _opening(rf"{_MATTER}(?:godkendt|vedtaget|tiltrådt)\b")),
    ("drøftet", MATTER_DISCUSSED),
    ("ikke behandlet", _opening(r"(?:Intet|Ingen) (?:under|til) (?:dette )?punkt(?:et)?\W*$")),
    # To choose or appoint is what was recommended.
    ("godkendt", _opening(rf"{_WHO} (?:valgte|udvalgte|udpegede)\b")),
    ("andet", _opening(rf"{_WHO} besluttede\b")),
)
# A meeting that is over, and who signed for it, are told behind the last decision.
CLOSES = re.compile(
    r"^Mødet (?:blev )?(?:sluttede|slut|hævet|hæves|afsluttet)\b|^(?:Underskrift|Næste møde)\b", re.IGNORECASE
)
# "med den ændring, at punkt 6 tages først": the order of a meeting is no matter that is decided otherwise.
ORDER = re.compile(
    r"\b(?:punkt|pkt\.?)(?:erne|et)? ?\d* .{0,40}?(?:først|sidst|før|efter|rækkefølge)|rækkefølge",
    re.IGNORECASE,
)
CONCLUSION = re.compile(
    r"^(?:Det|Der) (?:blev|er|bliver) (?:\w+ )?(?:besluttet|aftalt)\b|^Det (?:aftales|besluttes|aftaltes)\b"
    r"|^Der var enighed om|\b(?:var|er) enige om, at\b|\bdet aftales, at\b|\bkonkluderede\b",
    re.IGNORECASE,
)
DISCUSSED = re.compile(
    r"\b(?:blev|er) (?:\w+ ){0,3}(?:drøftet|vendt)\b(?! på magistrat)|^Drøftelse af\b"
    r"|\b\w+kredsen drøftede\b|\bDrøftede\b"
)
REMARKS = re.compile(
    r"\bmed\b.{0,40}\b(?:bemærkning|ændring|tilføjelse|præcisering|forbehold|justering)|\bforudsætning af\b",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"^(?:Intet (?:nyt )?(?:til referat(?:et)?|at bemærke|at referere)|Ingen bemærkninger|Ingenting)\W*$"
    r"|^[\W_]*$",
    re.IGNORECASE,
)
