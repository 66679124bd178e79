"""How staff word their questions: the words around a topic, and what they ask for.

Each rule is a pattern for the words that ask; the topic is what is left of the question, or the groups named
so. The first rule that matches decides, so the more particular ones come first. Above each stands a question
it was made for.
"""

import re
from dataclasses import dataclass
from typing import Literal

from search_api.question_words import (
    BECOME,
    BODY,
    DEADLINE,
    DECIDED,
    DECIDES,
    DONE,
    FILLERS,
    JOINT,
    MEASURE,
    SAID,
    SAID_BY,
    WHO,
)
from search_api.topic import squeezed

Intent = Literal["decision", "follow_up", "when", "amount", "latest", "none"]

_OPENINGS: tuple[tuple[Intent, str], ...] = (
    # Hvad blev der besluttet om cykelstien? · Hvad er der taget stilling til om cykelstien?
    (
        "decision",
        rf"hvad(?: der)? (?:er|blev|har|bliver|var){WHO}(?: blevet)?(?: så)? (?:{DECIDED}|{SAID})\b",
    ),
    # Hvad blev man enige om? · Hvad var der enighed om?
    ("decision", rf"hvad (?:er|blev|var){WHO} (?:enige?|enighed)\b"),
    # Hvad havde rådmanden at bemærke til cykelstien? · Hvad har rådmanden krævet af cykelstien?
    (
        "decision",
        rf"hvad (?:har|havde) {BODY} (?:at (?:bemærke|sige|indvende)|krævet|ønsket|bedt om)\b(?: til\b)?",
    ),
    # Hvad blev resultatet af punktet om cykelstien?
    (
        "decision",
        r"hvad (?:er|blev|bliver|var) (?:beslutningen|aftalen|konklusionen|resultatet|udfaldet|planen)\b",
    ),
    ("decision", rf"hvad (?:{DECIDES}|{SAID_BY}){WHO}(?: ja)?\b|hvad (?:siger|mener|ønsker) {BODY}\b"),
    # Hvad endte det med om cykelstien? · Hvad blev det til med cykelstien?
    (
        "decision",
        r"(?:hvordan|hvad) (?:endte|skete|er der sket)"
        r"(?: sagen| det| der| behandlingen| drøftelsen)?(?: med)?\b",
    ),
    ("decision", r"hvad (?:blev|er) (?:det|der)(?: så| blevet)* (?:til|ud af)\b"),
    # Hvad kom der ud af cykelstien?
    ("decision", r"hvad (?:kom (?:der|man)|er der kommet) (?:ud af|frem til|til)\b"),
    # Hvad landede vi på med cykelstien?
    ("decision", r"hvad landede (?:det|man|vi|de)(?: på)?(?: med)?\b"),
    # Hvilken beslutning blev der truffet om cykelstien?
    (
        "decision",
        r"hvil(?:ken|ke) (?:beslutning(?:er)?|aftaler?)\b"
        r"(?: (?:er|blev|har|blevet|der|man|vi|rådmanden|udvalget|byrådet|truffet|taget|tog|traf|indgået"
        r"|besluttede)\b)*",
    ),
    # Er der taget stilling til cykelstien? · Er det besluttet, at … · Er der truffet beslutning om …?
    ("decision", rf"(?:er|blev|har){WHO}(?: det)?(?: blevet)? (?:{DECIDED}|truffet (?:en )?beslutning)\b"),
    # Beslutningen om cykelstien
    (
        "decision",
        r"(?:den )?(?:beslutning(?:en|er)?|aftalen|konklusionen)\b(?= om| vedr| ved| på| for| af|$)",
    ),
    # Blev cykelstien godkendt? · Hvem godkendte cykelstien?
    ("decision", rf"(?:er|blev|bliver) (?P<topic>.+?)(?: blevet)? {DECIDED}$"),
    ("decision", rf"(?:er|blev|bliver) (?P<topic>.+? {BECOME})$"),
    ("decision", rf"hvem (?:{DECIDES}|har {DECIDED})\b"),
    # Hvornår blev cykelstien godkendt? (The decision tells its day.)
    ("decision", rf"hvornår (?:er|blev|bliver) (?P<topic>.+?)(?: blevet)? {DECIDED}$"),
    # Hvilke stier valgte udvalget til næste år? · Hvilke stier blev godkendt?
    ("decision", rf"hvil(?:ken|ket|ke) (?P<topic>.+?) {DECIDES} {BODY}(?P<more>.*)$"),
    (
        "decision",
        rf"hvil(?:ken|ket|ke) (?P<topic>.+?) (?:er|blev)(?: der)?(?: blevet)? {DECIDED}(?P<more>.*)$",
    ),
    # Godkendte udvalget cykelstien? · Sagde udvalget ja til cykelstien?
    ("decision", rf"{DECIDES} {BODY}\b"),
    ("decision", rf"(?:sagde|siger) {BODY} (?:ja|nej) til\b"),
    # Hvem følger op på cykelstien? · Hvem er ansvarlig for cykelstien?
    (
        "follow_up",
        r"hvem (?:er det,? )?(?:der )?(?:skal følge|følger|følge|fulgte|har ansvaret for at følge) op\b",
    ),
    ("follow_up", r"hvem (?:er|bliver|blev|var)(?: det,? der er)? (?:ansvarlige?|tovholder)\b"),
    (
        "follow_up",
        rf"hvem (?:der )?(?:har ansvar(?:et)?|har(?! (?:bolden|opgaven|kasketten|{DONE})\b)|står|tager sig"
        r"|skal tage sig|skal stå)\b",
    ),
    ("follow_up", r"hvad (?:følges der|følger vi|skal der følges|bliver der fulgt) op\b"),
    ("follow_up", r"opfølgning(?:en)?\b(?= på)|(?:ansvarlige?|tovholder)\b(?= for)"),
    # Hvem har bolden? · Hvem er på opgaven med cykelstien?
    ("follow_up", r"hvem (?:har (?:bolden|opgaven|kasketten)|er på(?: opgaven)?|sidder med)\b"),
    (
        "follow_up",
        r"hvis (?:bord|ansvar|opgave|område) (?:er|ligger|hører|bliver)\b(?: (?:den|det|de)\b(?: på)?)?",
    ),
    # Hvem undersøger lyset på cykelstien? (Hvem er …, hvem foreslog …, hvem sagde … ask for a person.)
    (
        "follow_up",
        r"hvem (?:skal |(?!(?:er|var|har|bliver|blev|deltager|i|på|bad|gav|kom|gik|skrev|holdt"
        r"|\w+(?:de|te|og))\b))",
    ),
    # Hvad er sidste nyt om cykelstien? · Hvad er status på cykelstien? · Det seneste om cykelstien
    ("latest", r"(?:hvad er )?(?:det |der )?(?:sidste|seneste|noget)(?: nyt?\b|(?= (?:om|på|fra)\b))"),
    ("latest", r"(?:hvad er )?(?:den )?(?:seneste |nyeste |aktuelle )?status(?:sen)?\b(?= på| for| om|$)"),
    ("latest", r"hvordan (?:går|står) det(?: til)?\b|hvor langt er (?:vi|man)\b"),
    # Er der nyt om cykelstien? · Er der noget nyt? (But: Er der noget nyt bibliotek?)
    ("latest", r"(?:er der )?nyt\b(?= om)|er der noget nyt\b(?= (?:om|i|fra|på|ved|med|vedr\w*)\b|$)"),
    ("latest", r"hvad sker der(?: lige nu)?\b(?= med| på| om| i)"),
    # Hvornår åbner cykelstien? · Hvor længe er cykelstien lukket? · Hvor tit fejes cykelstien?
    (
        "when",
        rf"(?:(?:fra|til|inden|siden) )?(?:hvornår|hvilken (?:dato|dag)|hvor (?:længe|tit|ofte))\b{FILLERS}",
    ),
    # Hvor meget koster cykelstien? · Hvor mange pladser er der …?
    (
        "amount",
        r"(?:hvor (?:meget|mange|stort|stor)(?: (?:penge|midler|kroner|et beløb))?)\b"
        r"(?: (?:er|bliver|blev|skal|der|det|man|vi|koster|afsat|afsættes|blevet|brugt|bruges)\b)*",
    ),
    ("amount", r"hvad (?:koster|kostede|vil det koste|kommer det til at koste)(?: det(?: at)?)?\b"),
    ("amount", r"hvad (?:bruger|brugte|betaler|betalte|sparer)\b(?= .*\b(?:på|for|til)\b)"),
    ("amount", r"hvad (?P<topic>.+? (?:af (?:penge|\w*midler)|i kroner|i penge) .+)$"),
    # Hvor lang er cykelstien? · Hvor lang tid tager cykelstien?
    (
        "amount",
        r"hvor (?:lang tid|lange?|høje?|dyre?|langt|højt|hurtigt)\b"
        r"(?: (?:er|var|bliver|blev|tager|tog|det|der)\b)*",
    ),
    # Hvad er prisen på cykelstien? · Antal cykelstier · Hvad er fristen for cykelstien? (But: budget 2031)
    ("amount", rf"hvad (?:er|var|blev) (?:den |det )?(?={MEASURE}\b)"),
    ("amount", rf"(?:den |det )?(?={MEASURE}\b(?! ?(?:for )?(?:20\d\d)?$))"),
    ("when", rf"(?:hvad (?:er|var|blev) )?(?={DEADLINE}\b)"),
    # Hvad gør vi ved cykelstien? · Hvad skal der ske med cykelstien?
    ("none", r"hvad gør (?:vi|man|kommunen|I)\b(?= med| ved| i| for| når)"),
    ("none", r"hvad skal (?:der|vi|man) (?:ske|gøre|være opmærksomme? på)\b"),
)

# After the topic alone: "cykelstien, kom den igennem i udvalget" · "cykelstien – ja eller nej"
_AFTER_THE_TOPIC: tuple[tuple[Intent, str], ...] = (
    (
        "decision",
        r"(?:er|blev|bliver|kom|gik|røg|faldt) (?:den|det|de)\b(?: (?:så|også|igennem|gennem|videre|til noget"
        rf"|ud|af|{DECIDED}))+(?: (?:hos|i|af) {BODY}\b)?(?: til sidst)?",
    ),
    ("decision", r"(?:ja eller nej|sparet væk)"),
)

# The topic went before: "Cykelstien godkendt?" · "cykelstien beslutning" · "cykelstien status".
_CLOSINGS: tuple[tuple[Intent, str], ...] = (
    ("decision", rf"(?:beslutning(?:en)?|konklusion(?:en)?|{DECIDED})"),
    ("follow_up", r"(?:ansvarlig|tovholder|hvem)"),
    ("latest", r"(?:(?:seneste|aktuel|nuværende) )?status|(?:sidste|seneste) nyt"),
    ("when", r"(?:hvornår|hvilken dag|hvor længe|hvor tit|hvor ofte)"),
    ("amount", r"(?:hvor meget|hvor mange|beløb)"),
)

# "Ved du, hvad der blev besluttet …": what only leads up to the question.
_PREFACE = re.compile(
    r"^(?:(?:hej|og|så|men|altså|ved (?:du|I|nogen)|kan du (?:sige|fortælle|finde)(?: mig)?"
    r"|jeg vil gerne vide|fortæl(?: mig)?)[, ]+)+",
    re.IGNORECASE,
)
# "… godkendt eller ej"
_OR_NOT = re.compile(r"\s+(?:eller (?:ej|ikke|hvad)|ikke(?: også)?)$", re.IGNORECASE)
# "… – hvad blev aftalt", "…: er det besluttet", "… hvad blev aftalt": where the words that ask may begin.
_WITHIN = re.compile(
    r"(?:\s+[–-]+|[,:;?.])\s+"
    r"|\s+(?=(?:hvad|hvem|hvornår|hvil(?:ken|ket|ke)|hvor (?:meget|mange|længe|tit))\b)",
    re.IGNORECASE,
)
# Stands for the topic that went before: "…, er der taget stilling til det?"
_PRONOUNS = ("", "om", "om det", "det", "den", "dem", "dette", "her", "der", "så", "nu")
# Skal cykelstien flyttes? · Flyttes cykelstien? · Må man parkere på cykelstien?
_ASKS = re.compile(
    r"(?:hvad|hvem|hvor|hvorfor|hvordan|hvornår|hvil(?:ken|ket|ke)|skal|må|kan|bør|vil|får|fik|har|er|var|blev"
    r"|bliver|findes|gælder|kommer|mangler|deltager"
    r"|(?:flytt|viderefør|fortsætt|lukk?|nedlægg|oprett|udvid|evaluer|ændr|indfør|stopp|forlæng|afsætt|tilbyd|giv"
    r"|hold|brug|send|udsætt|udskyd|fasthold|ansætt|bevilg|betal|tildel|prioriter|spar|tag|lav|sætt|bygg|åbn"
    r"|placer|overfør|overgå|dækk|støtt|inddrag|fremlægg|behandl|drøft|følg)es)\b",
    re.IGNORECASE,
)

# "Opfølgning på budgettet", "Status på broen": what a question may begin with, and a matter be called.
_NAMES_MATTER = re.compile(r"(?:opfølgning(?:en)?|status(?:sen)?|beslutningen)\b", re.IGNORECASE)

_AT_THE_START = tuple(
    (intent, re.compile(f"(?:{rule})" + ("" if rule.endswith("$") else JOINT), re.IGNORECASE))
    for intent, rule in _OPENINGS
)
_AFTER = tuple((intent, re.compile(rule, re.IGNORECASE)) for intent, rule in _AFTER_THE_TOPIC)
_AT_THE_END = tuple(
    (intent, re.compile(rf"(?P<topic>.*?\S)[\s,:–-]+(?:{rule})$", re.IGNORECASE))
    for intent, rule in _CLOSINGS
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question asks for and about what; ``asks`` tells whether it is a question at all."""

    intent: Intent
    topic: str
    asks: bool


def read_question(question: str) -> Reading:
    """Return what the question asks for; the topic of one that fits no rule is the question."""
    plain = squeezed(question)
    bare = squeezed(_OR_NOT.sub("", _PREFACE.sub("", plain)))
    intent, topic = (
        _asked_of_noun(bare) or _opened(bare) or _asked_within(bare) or _closed(bare) or ("none", bare)
    )
    asks = intent != "none" or question.rstrip().endswith("?") or any(map(_ASKS.match, _clauses(bare)))
    return Reading(intent, _without_asking_end(topic) or plain, asks)


def _asked_of_noun(text: str) -> tuple[Intent, str] | None:
    """Return what is asked of what is called as a question begins: "Opfølgning på cykelstien: godkendt?"."""
    return _asked_within(text) or _asked_end(text) if _NAMES_MATTER.match(text) else None


def _opened(text: str) -> tuple[Intent, str] | None:
    """Return what the words at the text's beginning ask for, and what they leave."""
    for intent, rule in _AT_THE_START:
        if met := rule.match(text):
            named = " ".join(filter(None, met.groupdict().values()))
            return intent, squeezed(named or text[met.end() :])
    return None


def _asked_within(text: str) -> tuple[Intent, str] | None:
    """Return what is asked after the topic: "Cykelstien: hvad endte det med?"."""
    for gap in _WITHIN.finditer(text):
        if opened := _opened(text[gap.end() :]) or _asked_after(text[gap.end() :]):
            intent, rest = opened
            return intent, squeezed(text[: gap.start()] + ("" if rest.lower() in _PRONOUNS else f" {rest}"))
    return None


def _asked_after(text: str) -> tuple[Intent, str] | None:
    """Return what is asked of the topic that went before, and what is left."""
    met = next(((intent, met) for intent, rule in _AFTER if (met := rule.fullmatch(text))), None)
    return (met[0], squeezed(text[met[1].end() :])) if met else None


def _closed(text: str) -> tuple[Intent, str] | None:
    """Return what the last words ask for: "cykelstien beslutning"."""
    for intent, rule in _AT_THE_END:
        if met := rule.match(text):
            return intent, squeezed(met["topic"].rstrip(" -–"))
    return None


def _asked_end(text: str) -> tuple[Intent, str] | None:
    """Return what one of the clauses ends on: "Opfølgning på broen - godkendt? Og hvad kostede den"."""
    clauses = [*(text[: gap.start()] for gap in _WITHIN.finditer(text)), text]
    return next((closed for clause in clauses if (closed := _closed(clause))), None)


def _without_asking_end(topic: str) -> str:
    """Return the topic without what is asked of it once more: "cykelstien – er det besluttet"."""
    for gap in _WITHIN.finditer(topic):
        opened = _opened(topic[gap.end() :])
        if opened and opened[1].lower() in _PRONOUNS:
            return topic[: gap.start()]
    closed = _closed(topic)
    return closed[1] if closed else topic


def _clauses(text: str) -> list[str]:
    return [text, *(text[gap.end() :] for gap in _WITHIN.finditer(text))]
