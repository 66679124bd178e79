"""Decisions: which sentences decide, and what kind of decision it is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from indexer.reading.follow_ups import followed_up
from indexer.reading.sentences import sentences
from records.models import Beslutning, BeslutningKind, Paragraph

_WHO = r"(?:[A-ZÆØÅ][\w-]*(?:udvalget|rådet|kredsen|manden|bestyrelsen|råd|møde(?:t)?)|Udvalget|Byrådet|Rådet|Magistraten|Direktionen|Kredsen|Formanden)"
_NUMBER = r"(?:\(?(?:[a-zA-Z]|\d{1,2})[).] ?)?(?:ad \d+[.):]? ?)?"
_THING = r"(?:Punktet|Sagen|Indstillingen|Indstillingerne|Dagsordenen?|Dagsordnen|Referatet|Orienteringen|Forslaget)"


# "Planen for stier i nord blev godkendt": any matter, in the past tense.
_MATTER = r"(?:[A-ZÆØÅ][\w.-]*(?: [\w.,§-]+){0,9} )?blev (?:enstemmigt )?"


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
_WIDER: tuple[tuple[BeslutningKind, re.Pattern[str]], ...] = (
    ("ikke behandlet", _opening(rf"{_MATTER}ikke (?:behandlet|drøftet|nået)\b")),
    ("afvist", _opening(rf"{_MATTER}(?:ikke godkendt|afvist|forkastet)\b")),
    ("udsat", _opening(rf"{_MATTER}(?:udsat|udskudt)\b")),
    ("taget til efterretning", _opening(rf"{_MATTER}taget til (?:efterretning|orientering)\b")),
    ("oversendt", _opening(rf"{_MATTER}(?:oversendt|henvist)\b|(?:Sagen|Punktet|Forslaget) (?:sendes|oversendes)\b")),
    ("godkendt", _opening(rf"{_MATTER}(?:godkendt|vedtaget|tiltrådt)\b")),
    ("drøftet", _opening(rf"{_MATTER}(?:kort )?drøftet(?! på | i )\b")),
    ("andet", _opening(rf"{_WHO} (?:besluttede|valgte|udvalgte|udpegede)\b")),
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
    r"^(?:Intet (?:nyt )?(?:til referat(?:et)?|at bemærke|at referere)|Ingen bemærkninger|Ingenting)\W*$|^[\W_]*$",
    re.IGNORECASE,
)
_INFORMS = re.compile(
    r"^(?:Orientering(?:er)?\b|Nyt fra\b|Siden sidst|Bord|Meddelelser|Gensidig|Evt|Eventuelt)", re.IGNORECASE
)
# Who was there is told behind a decision, and is none of it.
_ATTENDS = re.compile(
    r"\b(?:deltog|deltager|var forhindret|meldt afbud|var fraværende|stemte)\b|^(?:Fraværende|Afbud|Inhabil):?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:\d{1,2}|[A-Za-z])[.)] ")
# A longer paragraph that opens with a decision goes on to something else.
_BOUND_SENTENCES = 3

_Finder = Callable[[str], BeslutningKind | None]


@dataclass(frozen=True, slots=True)
class Decided:
    """A punkt's decision, the paragraphs that hold it, and those that hold the rest."""

    beslutning: Beslutning | None
    deciding: tuple[Paragraph, ...]
    rest: tuple[Paragraph, ...]


def is_informing(title: str) -> bool:
    """Tell whether a punkt only passes on what others have decided."""
    return bool(_INFORMS.match(title))


def strict_kind_of(text: str) -> BeslutningKind | None:
    """Return the kind of decision that a sentence is by its own words, None where it formally decides nothing."""
    return _kind_by(_FORMAL, text)


def kind_of(text: str) -> BeslutningKind | None:
    """Return the kind of decision that a sentence is, also one about a matter that it names."""
    return _kind_by(_FORMAL, text) or _kind_by(_WIDER, text)


def _kind_by(rules: tuple[tuple[BeslutningKind, re.Pattern[str]], ...], text: str) -> BeslutningKind | None:
    for kind, pattern in rules:
        if pattern.search(text):
            has_remarks = (
                kind == "godkendt" and _REMARKS.search(text) and "uden bemærkning" not in text.lower()
            )
            return "godkendt med bemærkninger" if has_remarks else kind
    return None


def decision_in_minutes(paragraphs: Sequence[Paragraph], informs: bool = False) -> Decided:
    """Find the deciding sentences in running minutes; without formal ones, the conclusion.

    :param informs: that the punkt passes on what others decided, so that only its own words count.
    """
    for finder in (strict_kind_of if informs else kind_of, _conclusion, _discussion):
        decided = _decided_by(finder, paragraphs)
        if decided:
            return decided
    return Decided(None, (), tuple(paragraphs))


def decision_under_heading(paragraphs: Sequence[Paragraph], informs: bool = False) -> Decided:
    """Find the decision under a heading "Beslutning"; where no sentence decides, all of it is the decision.

    :param informs: that the punkt only passes on what others decided, so that it may decide nothing.
    """
    if not paragraphs or all(_NOTHING.match(paragraph.text) for paragraph in paragraphs):
        return Decided(None, (), tuple(paragraphs))
    decided = _decided_by(kind_of, paragraphs) or _decided_by(_discussion, paragraphs)
    if informs and decided is None:
        return Decided(None, (), tuple(paragraphs))
    return decided or Decided(_beslutning(["andet"], paragraphs), tuple(paragraphs), ())


def _decided_by(finder: _Finder, paragraphs: Sequence[Paragraph]) -> Decided | None:
    deciding: list[Paragraph] = []
    rest: list[Paragraph] = []
    kinds: list[BeslutningKind] = []
    listing = False
    for paragraph in paragraphs:
        found = sentences(paragraph.text)
        listed = listing and not _NUMBERED.match(paragraph.text) and not any(map(followed_up, found))
        chosen = found if listed else _deciding(found, finder)
        kinds += [kind for sentence in chosen if (kind := finder(sentence))]
        listing = bool(chosen) and (paragraph.text.endswith(":") or listing)
        others = [sentence for sentence in found if sentence not in chosen]
        if chosen:
            deciding.append(replace(paragraph, text=" ".join(chosen)))
        if others:
            rest.append(replace(paragraph, text=" ".join(others)))
    return Decided(_beslutning(kinds, deciding), tuple(deciding), tuple(rest)) if deciding and kinds else None


def _deciding(found: Sequence[str], finder: _Finder) -> list[str]:
    """Return the sentences of a paragraph that decide, with those that bound the decision right behind them."""
    if not found or _NOTHING.match(" ".join(found)):
        return []
    if (
        finder is not _discussion
        and finder is not _conclusion
        and finder(found[0])
        and len(found) <= _BOUND_SENTENCES
    ):
        bound = [s for s in found[1:] if not followed_up(s) and not _ATTENDS.search(s)]
        return [found[0], *bound]
    return [sentence for sentence in found if finder(sentence)]


def _beslutning(kinds: Sequence[BeslutningKind], paragraphs: Sequence[Paragraph]) -> Beslutning:
    kind = kinds[0]
    if kind == "godkendt" and "godkendt med bemærkninger" in kinds:
        kind = "godkendt med bemærkninger"
    return Beslutning(kind, "\n".join(paragraph.text for paragraph in paragraphs), paragraphs[0].page)


def _conclusion(text: str) -> BeslutningKind | None:
    return "andet" if _CONCLUSION.search(text) else None


def _discussion(text: str) -> BeslutningKind | None:
    return "drøftet" if _DISCUSSED.search(text) else None
