"""What a question asks for: its intent, its topic and the terms that must be met exactly."""

import re
from dataclasses import dataclass
from typing import Literal

from search_api.operators import NO_OPERATORS, Operators, without_operators
from search_api.thesaurus import NO_THESAURUS, Thesaurus, Word
from search_api.topic import searchable, squeezed

Intent = Literal["decision", "follow_up", "when", "amount", "latest", "none"]


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question, understood; ``topic`` is what it is about, ``question`` what was asked, without quotes.

    ``words`` are the topic's words that tell something, with what else may stand for them.
    """

    intent: Intent
    topic: str
    question: str
    phrases: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    operators: Operators = NO_OPERATORS

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of law that are asked for, as "§ 85a"."""
        return tuple(word.text for word in self.words if word.text.startswith("§"))


# What may stand between the question's words: who decided, and that something was.
_WHO = r"(?: der| man| vi| de| rådmanden| rådmændene| udvalget| byrådet| magistraten)?"
_BODY = r" (?:rådmanden|rådmændene|udvalget|byrådet|magistraten|man|vi|de)"
_DECIDED = r"(?:beslut+et|aftalt|vedtaget|godkendt|bestemt|konkluderet|afvist|sagt ja til|tiltrådt)"
# What becomes of a thing that is decided on; these words stay with the topic.
_BECOME = (
    r"(?:permanent\w*|forlænget|nedlagt|oprettet|indført|stoppet|ændret|flyttet|lukket|udsat|udskudt|udvidet"
    r"|nedsat|bevilget|afsat|opgivet|valgt)"
)
_DECIDES = r"(?:beslut+ede|godkendte|vedtog|afviste|tiltrådte|valgte|udvalgte|prioriterede)"
# Nouns that ask for a number or a day by themselves; they stay with the topic.
_MEASURE = (
    r"(?:antal(?:let)?|ventetid(?:en)?|husleje(?:n)?|pris(?:en)?|takst(?:en)?|udgift(?:en)?|størrelse(?:n)?"
    r"|beløb(?:et)?|budget(?:tet)?|tilskud(?:det)?|mål(?:et)?(?= for| om)|andel(?:en)?)"
)
_DEADLINE = r"(?:frist(?:en)?|tidsfrist(?:en)?|deadline(?:n)?|dato(?:en)?)"

# Each rule matches the words around the topic. The first that matches decides, so the more particular ones
# come first. Above each stands a question it was made for; the topic is what follows the rule's words, or
# the groups named so.
_RULES_AS_WRITTEN: tuple[tuple[Intent, str], ...] = (
    # Hvad blev der besluttet om cykelstien?
    ("decision", rf"hvad (?:er|blev|har|bliver|var){_WHO}(?: blevet)?(?: så)? {_DECIDED}\b"),
    # Hvad blev resultatet af punktet om cykelstien? · Hvad endte det med om cykelstien?
    (
        "decision",
        r"hvad (?:er|blev|bliver|var) (?:beslutningen|aftalen|konklusionen|resultatet|udfaldet"
        r"|der enighed)\b",
    ),
    ("decision", rf"hvad (?:beslut+ede|vedtog|godkendte|aftalte|bestemte|sagde){_WHO}(?: ja)?\b"),
    (
        "decision",
        r"(?:hvordan|hvad) (?:endte|skete)(?: sagen| det| der| behandlingen| drøftelsen)?(?: med)?\b",
    ),
    # Hvilken beslutning blev der truffet om cykelstien?
    (
        "decision",
        r"hvil(?:ken|ke) (?:beslutning(?:er)?|aftaler?)\b"
        r"(?: (?:er|blev|har|blevet|der|man|vi|rådmanden|udvalget|byrådet|truffet|taget|indgået"
        r"|besluttede)\b)*",
    ),
    # Beslutningen om cykelstien
    ("decision", r"(?:er der truffet |blev der truffet )?(?:beslutning(?:en|er)?|aftalen|konklusionen)\b"),
    # Blev cykelstien godkendt? · Hvem godkendte cykelstien?
    ("decision", rf"(?:er|blev|bliver) (?P<topic>.+?)(?: blevet)? {_DECIDED}$"),
    ("decision", rf"(?:er|blev|bliver) (?P<topic>.+? {_BECOME})$"),
    ("decision", rf"hvem (?:{_DECIDES}|bestemte|har {_DECIDED})\b"),
    ("decision", rf"har{_BODY} {_DECIDED}\b"),
    # Hvornår blev cykelstien godkendt? (The decision tells its day.)
    ("decision", rf"hvornår (?:er|blev|bliver) (?P<topic>.+?)(?: blevet)? {_DECIDED}$"),
    # Hvilke stier valgte udvalget til næste år? · Hvilke stier blev godkendt?
    ("decision", rf"hvil(?:ken|ket|ke) (?P<topic>.+?) {_DECIDES}{_BODY}(?P<more>.*)$"),
    (
        "decision",
        rf"hvil(?:ken|ket|ke) (?P<topic>.+?) (?:er|blev)(?: der)?(?: blevet)? {_DECIDED}(?P<more>.*)$",
    ),
    # Godkendte udvalget cykelstien? · Sagde udvalget ja til cykelstien? · Hvad kom der ud af cykelstien?
    ("decision", rf"{_DECIDES}{_BODY}\b"),
    ("decision", rf"(?:sagde|siger){_BODY} (?:ja|nej) til\b"),
    ("decision", r"hvad kom (?:der|man) (?:ud af|frem til)\b"),
    # Hvem følger op på cykelstien? · Hvem er ansvarlig for cykelstien?
    (
        "follow_up",
        r"hvem (?:er det,? der )?(?:skal følge|følger|følge|fulgte|har ansvaret for at følge) op\b",
    ),
    ("follow_up", r"hvem (?:er|bliver|blev|var)(?: det,? der er)? (?:ansvarlige?|tovholder)\b"),
    ("follow_up", r"hvem (?:har ansvar(?:et)?|står|tager sig|skal tage sig|skal stå)\b"),
    ("follow_up", r"hvad (?:følges der|følger vi|skal der følges|bliver der fulgt) op\b"),
    ("follow_up", r"opfølgning(?:en)?\b(?= på)"),
    # Hvem undersøger lyset på cykelstien? (Hvem er …, hvem var … ask for a person.)
    ("follow_up", r"hvem (?:skal )?(?!er\b|var\b|har\b|bliver\b|blev\b|deltog\b|deltager\b|i\b|på\b)"),
    # Hvad er sidste nyt om cykelstien? · Hvad er status på cykelstien?
    ("latest", r"(?:hvad er )?(?:det |der )?(?:sidste|seneste|noget) nyt?\b"),
    ("latest", r"(?:hvad er )?(?:den )?(?:seneste |nyeste |aktuelle )?status(?:sen)?\b(?= på| for| om)"),
    ("latest", r"hvordan (?:går|står) det(?: til)?\b|hvor langt er (?:vi|man)\b"),
    ("latest", r"(?:er der )?nyt\b(?= om)|hvad sker der(?: lige nu)?\b(?= med| på| om| i)"),
    # Hvornår åbner cykelstien?
    (
        "when",
        r"(?:hvornår|hvilken (?:dato|dag))\b"
        r"(?: (?:er|bliver|blev|skal|kan|var|vil|har|går|der|det|man|vi)\b)*",
    ),
    # Hvor meget koster cykelstien? · Hvor mange pladser er der …?
    (
        "amount",
        r"(?:hvor (?:meget|mange|stort|stor)(?: (?:penge|midler|kroner|et beløb))?)\b"
        r"(?: (?:er|bliver|blev|skal|der|det|man|vi|koster|afsat|afsættes|blevet|brugt|bruges)\b)*",
    ),
    ("amount", r"hvad (?:koster|kostede|vil det koste|kommer det til at koste)\b"),
    # Hvor lang er cykelstien? · Hvor lang tid tager cykelstien?
    (
        "amount",
        r"hvor (?:lange?|høje?|dyre?|langt|højt|hurtigt|lang tid)\b"
        r"(?: (?:er|var|bliver|blev|tager|tog|det|der)\b)*",
    ),
    # Hvad er prisen på cykelstien? · Antal cykelstier · Hvad er fristen for cykelstien?
    ("amount", rf"(?:hvad (?:er|var|blev) )?(?:den |det )?(?={_MEASURE}\b)"),
    ("when", rf"(?:hvad (?:er|var|blev) )?(?={_DEADLINE}\b)"),
)

# Between the rule's words and the topic.
_JOINT = (
    r"(?:[ ,]*\b(?:om|vedr\.?|vedrørende|angående|på|med|for|af|til|ift\.?|i forhold til"
    r"|i sagen om|i punktet om|punktet om|sagen om)(?=\s))*"
)
_RULES = tuple(
    (intent, re.compile(rf"^(?:{rule}){_JOINT}" if "$" not in rule else f"^(?:{rule})", re.IGNORECASE))
    for intent, rule in _RULES_AS_WRITTEN
)

# »"fleksible pladser"« or »»fleksible pladser««
_QUOTED = re.compile('["“”„»«]([^"“”„»«]+)["“”„»«]')
# EMN-2023-012345 · 23/04567 · 27.15.00-G01-3-22
_CASE = re.compile(
    r"\b(?:EMN-?\d{4}-?\d{4,}|\d{2,4}/\d{3,}|\d{2}\.\d{2}\.\d{2}-[A-Z]\d{2}-\d+-\d{2})\b", re.IGNORECASE
)
# sag EMN-2023-012345 · sagsnr. 23/04567 · sag:23/04567
_CASE_LABEL = re.compile(
    rf"\b(?:sag(?:en|snr\.?|snummer)?|journalnr\.?|emn)\s*:?\s*(?={_CASE.pattern})", re.IGNORECASE
)
# paragraf 12
_PARAGRAPH_IN_WORDS = re.compile(r"\bparagraf(?:fen)?\s+(?=\d)", re.IGNORECASE)
# §§ 12, 13a og 14
_PARAGRAPHS = re.compile(r"§§ ?(\d+ ?[a-h]?(?:(?: ?, ?| og | ?[-–] ?)\d+ ?[a-h]?)+)(?![^\W_])", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+) ?([a-h]?)", re.IGNORECASE)

# With more words around it, what stands in quotes is the name of something, and not a way to search: of
# Folketing's 180 questions 24 quote so, and the replies to them hardly ever do.
MAX_WORDS_AROUND_A_PHRASE = 9
# Each must be met, so more of them find nothing more; and each makes a dozen clauses.
MOST_EXACT = 3


def understand(question: str, thesaurus: Thesaurus = NO_THESAURUS) -> Understanding:
    """Return what the question asks for; the topic of a question that fits no rule is the question."""
    question, operators = without_operators(question, thesaurus)
    question = _PARAGRAPH_IN_WORDS.sub("§ ", _CASE_LABEL.sub("", question))
    question = _PARAGRAPHS.sub(lambda list_: _NUMBER.sub(r"§ \1\2", list_[1]), question)
    cases = tuple(_CASE.findall(question))[:MOST_EXACT]
    plain = squeezed(re.sub('["“”„»«]', " ", _CASE.sub(" ", question)))
    intent, named = _intent_and_topic(plain)
    topic = searchable(named)
    phrases = _phrases(question)
    return Understanding(intent, topic, plain, phrases, cases, thesaurus.words(topic), operators)


def _phrases(question: str) -> tuple[str, ...]:
    """Return the phrases that must be met word for word: those in quotes, unless named in passing."""
    if len(_QUOTED.sub(" ", question).split()) > MAX_WORDS_AROUND_A_PHRASE:
        return ()
    phrases = (phrase.strip() for phrase in _QUOTED.findall(question))
    return tuple(phrase for phrase in phrases if phrase)[:MOST_EXACT]


def _intent_and_topic(question: str) -> tuple[Intent, str]:
    for intent, rule in _RULES:
        if met := rule.match(question):
            named = " ".join(filter(None, met.groupdict().values()))
            topic = squeezed(named or question[met.end() :])
            return intent, topic or question
    return "none", question
