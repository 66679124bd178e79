"""What a question asks for: its intent, its topic and the terms that must be met exactly."""

import re
from dataclasses import dataclass
from typing import Literal

Intent = Literal["decision", "follow_up", "when", "amount", "latest", "none"]


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question, understood; ``topic`` is what is searched for, and is never longer than the question."""

    intent: Intent
    topic: str
    phrases: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()


# Each rule matches the words in front of the topic. The first that matches decides, so the more particular
# ones come first. Behind each stands a question it was made for.
_OPENINGS: tuple[tuple[Intent, str], ...] = (
    # Hvad blev der besluttet om cykelstien? · Hvilken beslutning blev truffet om cykelstien?
    (
        "decision",
        r"hvad (?:er|blev|har|bliver|var)(?: der| man| vi| de| rådmanden| udvalget| byrådet)?"
        r"(?: blevet| endt med at)? (?:besluttet|beslutte|beslutningen|aftalt|vedtaget|godkendt|konklusionen"
        r"|bestemt|sagt ja til|enighed)",
    ),
    (
        "decision",
        r"(?:hvilken|hvilke) (?:beslutning(?:er)?|aftaler?)(?: (?:er|blev|har|man|vi|der|blevet|truffet|taget"
        r"|indgået|besluttede))*",
    ),
    (
        "decision",
        r"hvad (?:besluttede|vedtog|godkendte|aftalte|bestemte)"
        r"(?: man| vi| de| rådmanden| udvalget| byrådet)?",
    ),
    ("decision", r"(?:hvordan|hvad) endte (?:sagen|det|behandlingen|drøftelsen)(?: med)?"),
    (
        "decision",
        r"(?:blev|er)(?: der)? (?:truffet|taget)(?: en| nogen)? beslutning(?:er)?",
    ),
    # beslutning om cykelstien · aftalen om cykelstien
    ("decision", r"(?:beslutning|beslutningen|beslutninger|aftalen|konklusionen)"),
    # Hvem følger op på cykelstien? · Hvem er ansvarlig for cykelstien?
    (
        "follow_up",
        r"hvem(?: er det der| er det, der)? (?:skal følge|følger|følge|fulgte|har ansvaret for at følge) op",
    ),
    (
        "follow_up",
        r"hvem (?:er|bliver|blev|var)(?: det)? ?(?:der )?(?:er )?(?:ansvarlige?|tovholder|har ansvaret)",
    ),
    (
        "follow_up",
        r"hvem (?:har ansvaret|har ansvar|står|tager sig|arbejder|skal tage sig|skal stå)",
    ),
    ("follow_up", r"hvad (?:følges der|følger vi|skal der følges|bliver der fulgt) op"),
    ("follow_up", r"(?:opfølgning|opfølgningen)(?= på)"),
    # Hvad er sidste nyt om cykelstien? · Hvad er status på cykelstien?
    (
        "latest",
        r"(?:hvad er |hvad er det |er der )?(?:det )?(?:sidste|seneste|noget) nyt?",
    ),
    (
        "latest",
        r"(?:hvad er (?:den )?(?:seneste |nyeste |aktuelle )?status(?:sen)?|hvordan går det"
        r"|hvor langt er (?:vi|man))",
    ),
    # Hvornår åbner cykelstien?
    (
        "when",
        r"(?:hvornår|hvilken dato|hvilken dag)"
        r"(?: (?:er|bliver|blev|skal|kan|var|vil|har|går|der|det|man|vi))*",
    ),
    # Hvor meget koster cykelstien? · Hvor mange pladser er der …?
    (
        "amount",
        r"(?:hvor meget|hvor mange(?: penge| midler)?|hvor stort (?:et )?beløb|hvor mange kroner)"
        r"(?: (?:er|bliver|blev|skal|der|det|man|vi|koster|afsat|afsættes|blevet|brugt|bruges))*",
    ),
    ("amount", r"hvad (?:koster|kostede|vil det koste|kommer det til at koste|er prisen|er beløbet)"),
)

# Between the opening and the topic.
_JOINT = (
    r"(?:[ ,]*\b(?:om|vedr\.?|vedrørende|angående|på|med|for|af|i forhold til|ift\.?|i sagen om|til)(?=\s))?"
)
_RULES = tuple((intent, re.compile(rf"^{opening}\b{_JOINT}", re.IGNORECASE)) for intent, opening in _OPENINGS)

# »"fleksible pladser"« or »»fleksible pladser««
_QUOTED = re.compile('["“”„»«]([^"“”„»«]+)["“”„»«]')
# EMN-2023-012345 · 23/04567 · 27.15.00-G01-3-22
_CASE = re.compile(
    r"\b(?:EMN-?\d{4}-?\d{4,}|\d{2,4}/\d{3,}|\d{2}\.\d{2}\.\d{2}-[A-Z]\d{2}-\d+-\d{2})\b", re.IGNORECASE
)
# § 12 · § 12a · §§ 12
_PARAGRAPH = re.compile(r"§+\s*(\d+)\s?([a-zæøå])?(?![\wæøå])", re.IGNORECASE)

_EDGES = " ?.!,:;"


def understand(question: str) -> Understanding:
    """Return what the question asks for; the topic of a question that fits no rule is the question."""
    cases = tuple(_CASE.findall(question))
    phrases = tuple(phrase.strip() for phrase in _QUOTED.findall(question) if phrase.strip())
    paragraphs = tuple((number + letter).lower() for number, letter in _PARAGRAPH.findall(question))
    plain = _squeezed(re.sub('["“”„»«]', " ", _CASE.sub(" ", question)))
    intent, topic = _intent_and_topic(plain)
    return Understanding(intent, topic, phrases, cases, paragraphs)


def _intent_and_topic(question: str) -> tuple[Intent, str]:
    for intent, rule in _RULES:
        if opening := rule.match(question):
            topic = _squeezed(question[opening.end() :])
            return intent, topic or question
    return "none", question


def _squeezed(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES)
