"""How a sentence words that something was decided, and how the minutes word a conclusion."""

import re

_DONE = (
    r"(?:godkendt|besluttet|vedtaget|afvist|tiltrådt|udsat|udskudt|aftalt|oversendt|anbefalet|bestemt"
    r"|permanentgjort|nedlagt|forkastet)"
)
# Rådmændene godkendte … · Planen er blevet godkendt · … blev det besluttet, at … · … tog det til efterretning
_DECIDED = re.compile(
    rf"^\W*(?:(?:\d+|[A-Za-z])[.)]\s*)?{_DONE}\b"
    rf"|\b(?:blev|er|har|bliver)(?: \w+){{0,4}}? {_DONE}\b"
    r"|\b(?:(?:princip)?godkendte|besluttede|vedtog|afviste|tiltrådte|bestemte|forkastede)\b"
    r"|\b(?:tog|taget|tages)\b(?: [\w-]+){0,5} til (?:efterretning|orientering)\b"
    r"|\b(?:var|er) (?:der )?(?:bred )?enighed\b|\b(?:blev|er|var) enige\b",
    re.IGNORECASE,
)
# Det aftales, at … · Mødet flyttes til … · Maja følger op.
_CONCLUDED = re.compile(
    r"\b(?:aftales|besluttes|udsættes|udskydes|flyttes|fastholdes|afvises|oprettes|nedlægges|igangsættes"
    r"|iværksættes|ændres|indføres|afsættes|fremlægges|forelægges|sendes|oversendes|drøftes|behandles"
    r"|sættes (?:på|i gang)|følger op|vender tilbage)\b",
    re.IGNORECASE,
)
# 1) at rådmanden godkender … · Det indstilles, at … · Hvis planen bliver godkendt, …
_PROPOSED = re.compile(
    r"^\W*(?:(?:\d+|[A-Za-z])[.)]\s*)?at\b"
    r"|\b(?:indstille[srt]|indstillet|foreslå\w*|ønske[rs]?|skal være|hvis|når)\b",
    re.IGNORECASE,
)
# Byrådet ventes at godkende planen.
EXPECTED = re.compile(r"\b(?:ventes|forventes|forventer|håber)\b", re.IGNORECASE)
# Rådmanden understregede, at … · Der er brug for et årshjul · Opmærksomhed på gælden
_REMARKED = re.compile(
    r"\b(?:bemærkede|understregede|kvitterede|ønskede|efterspurgte|bad|foreslog|pegede|fremhævede|opfordrede"
    r"|kommenterede|roste|var (?:positiv|begejstret|optaget)|opmærksom\w*|vigtigt?|vigtighed\w*|brug for|bør"
    r"|skal|kunne|drøftelse|blev \w* ?(?:vendt|drøftet))\b",
    re.IGNORECASE,
)


def settles(sentence: str) -> bool:
    """Tell whether the sentence words a decision or a conclusion."""
    return words_a_decision(sentence) or words_a_conclusion(sentence)


def words_a_decision(sentence: str) -> bool:
    """Tell whether the sentence says that something was decided, and not that it might be."""
    return bool(_DECIDED.search(sentence)) and not _PROPOSED.search(sentence)


def words_a_conclusion(sentence: str) -> bool:
    """Tell whether the sentence, in minutes, says what comes of the matter."""
    return bool(_CONCLUDED.search(sentence)) and not _PROPOSED.search(sentence)


def words_a_remark(sentence: str) -> bool:
    """Tell whether the sentence, in minutes, says what was said or wished for."""
    return bool(_REMARKED.search(sentence))
