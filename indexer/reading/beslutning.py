"""Decisions: which sentences decide, and what kind of decision it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.reading.sentences import sentences
from records.models import Beslutning, BeslutningKind, Paragraph

_WHO = r"(?:[A-ZÆØÅ][\w-]*(?:udvalget|rådet|kredsen|manden|bestyrelsen|råd|møde(?:t)?)|Udvalget|Byrådet|Rådet|Magistraten|Direktionen|Kredsen|Formanden)"
_NUMBER = r"(?:\(?(?:[a-zA-Z]|\d{1,2})[).] ?)?(?:ad \d+[.):]? ?)?"
_THING = r"(?:Punktet|Sagen|Indstillingen|Indstillingerne|Dagsordenen?|Dagsordnen|Referatet|Orienteringen|Forslaget)"


def _opening(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^{_NUMBER}(?:{pattern})", re.IGNORECASE)


# In order: what is not decided comes before what is, so that "ikke godkendt" is no approval.
_FORMAL: tuple[tuple[BeslutningKind, re.Pattern[str]], ...] = (
    ("udgår", _opening(rf"(?:{_THING} )?(?:udgik|udgår|er udgået|blev taget af dagsordenen|taget af dagsordenen)\b")),
    ("udsat", _opening(rf"(?:{_THING} )?(?:(?:blev |er |bliver )?(?:udsat|udskudt)|udsættes|udskydes)\b|{_WHO} (?:udsatte|udskød)\b")),
    ("ikke behandlet", _opening(rf"(?:{_THING} )?(?:(?:blev |er )?ikke (?:behandlet|drøftet|nået)|nåede ikke)\b")),
    ("afvist", _opening(
        rf"(?:{_THING} )?(?:(?:blev |er )?(?:ikke godkendt|afvist|forkastet)|kunne ikke godkendes)\b"
        rf"|{_WHO} (?:afviste|forkastede|godkendte ikke|kunne ikke (?:godkende|tiltræde))\b")),
    ("taget til efterretning", re.compile(
        rf"^{_NUMBER}(?:{_THING} |{_WHO} )?(?:(?:blev |er |bliver )?tag(?:et|es)|tog|godkendte at tage)\b.{{0,80}}?\btil (?:efterretning|orientering)\b",
        re.IGNORECASE)),
    ("oversendt", _opening(rf"(?:{_THING} )?(?:(?:blev |er |bliver )?(?:oversendt|oversendes|fremsendt|henvist)|anbefales)\b|{_WHO} (?:oversender|oversendte|anbefaler|anbefalede|indstiller)\b")),
    ("godkendt", _opening(
        rf"(?:{_THING}|Referat og dagsorden|Ad \d+)?,? ?(?:(?:blev |er |bliver |kunne )?(?:enstemmigt )?(?:godkend(?:t|es)|tiltrådt|vedtaget|tiltrædes|besluttet som indstillet))\b"
        rf"|{_WHO} (?:har )?(?:enstemmigt )?(?:kunne |kan )?(?:godkend(?:te|er|t|e)|tiltrådte|tiltræder|vedtog|vedtager|tiltræde)\b|Som indstillet\b")),
    ("drøftet", _opening(rf"(?:{_THING}|Emnet)? ?(?:(?:blev |er )?(?:kort )?drøftet)\W*$|{_WHO} drøftede (?:sagen|punktet|emnet|indstillingen|oplægget)\W*$|Drøftet\b")),
)  # fmt: skip
_CONCLUSION = re.compile(
    r"^(?:Det|Der) (?:blev|er|bliver) (?:\w+ )?(?:besluttet|aftalt)\b|^Det (?:aftales|besluttes|aftaltes)\b"
    r"|^Der var enighed om|\bdet aftales, at\b|\bkonkluderede\b", re.IGNORECASE)  # fmt: skip
_DISCUSSED = re.compile(
    r"\b(?:blev|er) (?:\w+ ){0,3}(?:drøftet|vendt)\b|^Drøftelse af\b|\b\w+kredsen drøftede\b|\bDrøftede\b"
)
_REMARKS = re.compile(
    r"\bmed\b.{0,40}\b(?:bemærkning|ændring|tilføjelse|præcisering|forbehold|justering)|\bforudsætning af\b|\bmed den (?:\w+ )?(?:bemærkning|ændring|tilføjelse)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"^(?:Intet (?:til referat|at bemærke|at referere)|Ingen bemærkninger|Ingenting)\W*$|^[\W_]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decided:
    """A punkt's decision, the paragraphs that hold it, and those that hold the rest."""

    beslutning: Beslutning | None
    deciding: tuple[Paragraph, ...]
    rest: tuple[Paragraph, ...]


def kind_of(text: str) -> BeslutningKind | None:
    """Return the kind of decision that a sentence is, None where it formally decides nothing."""
    for kind, pattern in _FORMAL:
        if pattern.search(text):
            has_remarks = (
                kind == "godkendt" and _REMARKS.search(text) and "uden bemærkning" not in text.lower()
            )
            return "godkendt med bemærkninger" if has_remarks else kind
    return None


def decision_in_minutes(paragraphs: Sequence[Paragraph]) -> Decided:
    """Find the deciding sentences in running minutes; without formal ones, the conclusion."""
    for finder in (kind_of, _conclusion, _discussion):
        deciding: list[Paragraph] = []
        rest: list[Paragraph] = []
        kinds: list[BeslutningKind] = []
        for paragraph in paragraphs:
            chosen = [s for s in sentences(paragraph.text) if not _NOTHING.match(s) and finder(s)]
            kinds += [kind for s in chosen if (kind := finder(s))]
            others = [s for s in sentences(paragraph.text) if s not in chosen]
            if chosen:
                deciding.append(replace(paragraph, text=" ".join(chosen)))
            if others:
                rest.append(replace(paragraph, text=" ".join(others)))
        if deciding:
            return Decided(_beslutning(kinds, deciding), tuple(deciding), tuple(rest))
    return Decided(None, (), tuple(paragraphs))


def decision_under_heading(paragraphs: Sequence[Paragraph]) -> Decided:
    """Take all that stands under a heading "Beslutning" as the decision."""
    if not paragraphs or all(_NOTHING.match(paragraph.text) for paragraph in paragraphs):
        return Decided(None, (), tuple(paragraphs))
    texts = [sentence for paragraph in paragraphs for sentence in sentences(paragraph.text)]
    kinds = [kind for finder in (kind_of, _discussion) for text in texts if (kind := finder(text))]
    return Decided(_beslutning(kinds or ["andet"], paragraphs), tuple(paragraphs), ())


def _beslutning(kinds: Sequence[BeslutningKind], paragraphs: Sequence[Paragraph]) -> Beslutning:
    kind = kinds[0]
    if kind == "godkendt" and "godkendt med bemærkninger" in kinds:
        kind = "godkendt med bemærkninger"
    return Beslutning(kind, "\n".join(paragraph.text for paragraph in paragraphs), paragraphs[0].page)


def _conclusion(text: str) -> BeslutningKind | None:
    return "andet" if _CONCLUSION.search(text) else None


def _discussion(text: str) -> BeslutningKind | None:
    return "drøftet" if _DISCUSSED.search(text) else None
