"""Who may act on a decision, and the verbs by which minutes say that somebody does."""

import re

from indexer.reading.people import FULL_NAME, without_title
from indexer.reading.register import written_forms

# "HOV", "K&B", "MSB/MBU"
_CODE = re.compile(r"^(?:[A-ZÆØÅ]{2,5}|[A-ZÆØÅ]&[A-ZÆØÅ])(?:/(?:[A-ZÆØÅ]{2,5}|[A-ZÆØÅ]&[A-ZÆØÅ]))*$")
# Parties, associations and laws are written like codes, and carry out nothing for the meeting.
_NO_CODE = frozenset({
    "KL", "EU", "FN", "DR", "LA", "DF", "SF", "DD", "RV", "EL", "KF", "SEL", "LAB", "LBK", "PPR", "SKI", "OK",
    "FOA", "BUPL", "DLF", "DSR", "HK", "LO", "DI", "FH", "DGI", "DIF", "NB", "OBS", "PS", "TV",
})  # fmt: skip
_PERSON = re.compile(rf"^{FULL_NAME}$")
# What a municipality's own people and units are called: "Vejafdelingen", "Boligkontoret", "Havnechefen"
_UNIT = re.compile(
    r"^(?:[A-ZÆØÅ][\w-]* ){0,4}\w*(?:forvaltning(?:en)?|administration(?:en)?|sekretariat(?:et)?"
    r"|afdeling(?:en)?|kontor(?:et)?|cent(?:er|ret|eret)|stab(?:en)?|enhed(?:en)?|team(?:et)?|direktion(?:en)?"
    r"|chef(?:en)?|direktør(?:en)?|leder(?:en)?|inspektør(?:en)?|konsulent(?:en)?|koordinator(?:en)?|mester(?:en)?"
    r"|(?:råd|for)mand(?:en)?|sagsbehandler(?:en)?)$",
    re.IGNORECASE,
)
# "Kultur, Fritid og Unge", "Plan og Byg", "Digital Omsorg": a name of two words and more.
_NAME = re.compile(r"^[A-ZÆØÅ][\w&-]*(?:,? (?:(?:og|&|i|for) )?[A-ZÆØÅ][\w&-]*){1,6}$")
_BODY = re.compile(
    r"(?:udvalg(?:et)?|råd(?:et)?|bestyrelse(?:n)?|nævn(?:et)?|magistrat(?:en)?|kreds(?:en)?|folkeparti|forening(?:en)?"
    r"|parti(?:et)?|listen|venstre|socialdemokratiet|alliance|demokraterne|regeringen|ministeriet|styrelsen)$",
    re.IGNORECASE,
)
# Verbs that say by themselves that something is to be done.
_VERBS = frozenset({
    "afdækker", "afholder", "afklarer", "afprøver", "analyserer", "arrangerer", "beregner", "besvarer",
    "bestiller", "evaluerer", "forbereder", "forelægger", "formulerer", "fremlægger", "fremsender",
    "færdiggør", "følger", "genfremsætter", "genoptager", "gennemfører", "igangsætter", "indarbejder",
    "indhenter", "indkalder", "indkøber", "indsamler", "informerer", "inviterer", "iværksætter", "justerer",
    "kontakter", "koordinerer", "kortlægger", "kvalificerer", "laver", "leverer", "måler", "opdaterer",
    "opgør", "opretter", "opsætter", "opstarter", "planlægger", "præciserer", "præsenterer", "reparerer",
    "reviderer", "sender", "sikrer", "skriver", "supplerer", "sørger", "tester", "tilføjer", "tilpasser",
    "tilretter", "udarbejder", "udbyder", "udsender", "undersøger", "vender", "videresender",
})  # fmt: skip
# Verbs that do so with what follows them: "holder et møde", "giver foreningerne besked", "tager kontakt".
_WITH_WHAT = re.compile(
    r"^(?:holder (?:[\w-]+ ){0,3}?\w*(?:møde|oplæg|workshop|samtale|temadag|dialog|kurs)\w*\b"
    r"|giver (?:[\w-]+ ){0,5}?(?:besked|status|svar|tilbagemelding|meddelelse|orientering|bud)\b"
    r"|tager (?:kontakt|fat|initiativ|dialog|sagen op|det op|(?:[\w-]+ ){1,6}(?:op|med)\b)"
    r"|(?:arbejder|går) videre\b|melder tilbage|taler med|drøfter .+ med |retter henvendelse|retter .+ til\b"
    r"|(?:bedes|anmodes om at|pålægges at|opfordres til at|får til opgave at) \w+)"
)
# "senest i maj", "til næste møde": with a time to it nearly every verb is something to be done.
_WHEN = re.compile(
    r"\b(?:senest|inden|primo|medio|ultimo|hurtigst muligt|(?:til|på) (?:det )?næste møde|uge \d|\d\. kvartal"
    r"|(?:i|til|den \d{1,2}\.|d\. \d{1,2}\.) (?:januar|februar|marts|april|maj|juni|juli|august|september"
    r"|oktober|november|december))\b",
    re.IGNORECASE,
)
# What somebody is, has, thinks or says is nothing to follow up.
STATES = frozenset({
    "anbefaler", "arbejder", "bemærker", "bliver", "byder", "bør", "deltager", "driver", "dækker",
    "efterspørger", "er", "finansierer", "fremgår", "fylder", "får", "går", "har", "holder",
    "indstiller", "kan", "kvitterer", "ligger", "mener", "må", "oplever", "orienterede", "orienterer",
    "peger", "redegør", "roser", "ser", "skal", "spørger", "stiller", "står", "støtter",
    "tager", "tror", "understreger", "var", "vil", "viser", "ønsker",
})  # fmt: skip


def is_known_party(words: str) -> bool:
    """Tell whether the words are a department of the register, or a person's full name."""
    known = written_forms().match(words)
    return bool(known and known.end() == len(words)) or bool(_PERSON.match(without_title(words)))


def may_act(words: str) -> bool:
    """Tell whether the words may be a department, a unit or a code, though no register knows them."""
    if _BODY.search(words):
        return False
    if _CODE.match(words):
        return _NO_CODE.isdisjoint(words.split("/"))
    return bool(_UNIT.match(words) or _NAME.match(words))


def is_party(words: str) -> bool:
    """Tell whether the words are one party by themselves, so that "A og B" are two."""
    return is_known_party(words) or bool(_CODE.match(words)) or bool(_UNIT.match(words))


def is_to_be_done(sentence: str) -> bool:
    """Tell whether a sentence, from its verb on, is something that its subject is to do."""
    verb = sentence.partition(" ")[0]
    if verb in _VERBS or _WITH_WHAT.match(sentence):
        return True
    return verb not in STATES and bool(_WHEN.search(sentence))
