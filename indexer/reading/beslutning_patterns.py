"""The words that tell a decision, and of which kind, as patterns."""

import re

from records.models import BeslutningKind

_WHO = (
    r"(?:[A-ZÆØÅ][\w-]*(?:udvalget|rådet|kredsen|manden|bestyrelsen|råd|mødet?)"
    r"|Udvalget|Byrådet|Rådet|Magistraten|Direktionen|Kredsen|Formanden)"
)
_NUMBER = r"(?:\(?(?:[a-zA-Z]|\d{1,2})[).] ?)?(?:ad \d+[.):]? ?)?"
_THING = (
    r"(?:Punktet|Sagen|Indstillingen|Indstillingerne|Dagsordenen?|Dagsordnen|Referatet|Orienteringen"
    r"|Forslaget)"
)
# "Planen for stier i nord blev godkendt": any matter, in the past tense.
_MATTER = r"(?:[A-ZÆØÅ][\w.-]*(?: [\w.,§-]+){0,9} )?blev (?:enstemmigt )?"
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
            rf"(?:{_THING} )?(?:{_WAS}(?:udsat|udskudt)|udsættes|udskydes)\b",
            rf"{_WHO} (?:udsatte|udskød)\b",
        ),
    ),
    ("ikke behandlet", _opening(rf"(?:{_THING} )?(?:{_WAS}ikke (?:behandlet|drøftet|nået)|nåede ikke)\b")),
    ("ikke behandlet", _opening(rf"(?:{_THING} )?{_WAS}(?:trukket|ikke sat) (?:tilbage|på dagsordenen)\b")),
    (
        "afvist",
        _opening(
            rf"(?:{_THING} )?(?:{_WAS}(?:ikke godkendt|afvist|forkastet)|kunne ikke godkendes)\b",
            rf"{_WHO} (?:afviste|forkastede|godkendte ikke|kunne ikke (?:godkende|tiltræde))\b",
        ),
    ),
    (
        "taget til efterretning",
        _opening(
            rf"(?:{_THING} |{_WHO} )?(?:{_WAS}tag(?:et|es)|tog|godkendte at tage)\b.{{0,80}}?"
            r"\btil (?:efterretning|orientering)\b",
            r"Til (?:efterretning|orientering)\W*$",
        ),
    ),
    (
        "oversendt",
        _opening(
            rf"(?:{_THING} )?(?:{_WAS}(?:oversendt|oversendes|fremsendt|henvist)|anbefales)\b",
            rf"{_WHO} (?:oversender|oversendte|anbefaler|anbefalede|indstiller)\b",
        ),
    ),
    (
        "godkendt",
        _opening(
            rf"(?:{_THING}|Referat og dagsorden)?,? ?(?:{_WAS}|kunne )(?:enstemmigt )?"
            r"(?:godkend(?:t|es)|tiltrådt|vedtaget|tiltrædes|besluttet som indstillet)\b",
            rf"{_WHO} (?:har )?(?:enstemmigt )?(?:kunne |kan )?"
            r"(?:godkend(?:te|er|t|e)|tiltrådte|tiltræder|vedtog|vedtager|tiltræde)\b",
            r"Som indstillet\b",
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
# A sentence about a matter that it names; where a punkt only informs, the matter may be somebody else's.
WIDER: Rules = (
    ("ikke behandlet", _opening(rf"{_MATTER}ikke (?:behandlet|drøftet|nået)\b")),
    ("afvist", _opening(rf"{_MATTER}(?:ikke godkendt|afvist|forkastet)\b")),
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
    ("drøftet", _opening(rf"{_MATTER}(?:kort )?drøftet(?! på | i )\b")),
    # To choose or appoint is what was recommended.
    ("godkendt", _opening(rf"{_WHO} (?:valgte|udvalgte|udpegede)\b")),
    ("andet", _opening(rf"{_WHO} besluttede\b")),
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
