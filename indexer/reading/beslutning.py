"""Decisions: which sentences decide, and what kind of decision it is."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.reading.beslutning_patterns import (
    CLOSES,
    CONCLUSION,
    DISCUSSED,
    FORMAL,
    MATTER_DISCUSSED,
    NOTHING,
    ORDER,
    REMARKS,
    VOTES,
    WIDER,
    Rules,
)
from indexer.reading.follow_ups import followed_up
from records.models import Beslutning, BeslutningKind, Paragraph
from records.sentences import sentences

_INFORMS = re.compile(
    r"^(?:Orientering(?:er)?\b|Nyt fra\b|Siden sidst|Bord|Meddelelser|Gensidig|Evt|Eventuelt)", re.IGNORECASE
)
# Who was there is told behind a decision, and is none of it.
_ATTENDS = re.compile(
    r"\b(?:deltog|deltager|var forhindret|meldt afbud|var fraværende)\b"
    r"|^(?:Fraværende|Afbud|Inhabil):?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:\d{1,2}|[A-Za-z])[.)] ")
# A longer paragraph that opens with a decision goes on to something else.
_BOUND_SENTENCES = 3

# Two names have four words.
_NAMES_WORDS = 4

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
    """Return the kind of decision that a sentence is by its own words, None where it decides nothing."""
    return _kind_by(FORMAL, text)


def kind_of(text: str) -> BeslutningKind | None:
    """Return the kind of decision that a sentence is, also one about a matter that it names."""
    return _kind_by(FORMAL, text) or _kind_by(WIDER, text)


def _kind_by(rules: Rules, text: str) -> BeslutningKind | None:
    for kind, pattern in rules:
        if pattern.search(text):
            has_remarks = (
                kind == "godkendt"
                and REMARKS.search(text)
                and not ORDER.search(text)
                and "uden bemærkning" not in text.lower()
            )
            return "godkendt med bemærkninger" if has_remarks else kind
    return None


def decision_in_minutes(paragraphs: Sequence[Paragraph], informs: bool = False) -> Decided:
    """Find the deciding sentences in running minutes; without formal ones, the conclusion.

    :param informs: that the punkt passes on what others decided, so that only its own words count.
    """
    for finder in (strict_kind_of if informs else kind_of, _conclusion, _discussion):
        decided = _decided_by(finder, paragraphs)
        if decided and finder is kind_of:
            return _decided_by(_kind_beside_discussion, paragraphs) or decided
        if decided:
            return decided
    return Decided(None, (), tuple(paragraphs))


def decision_under_heading(
    paragraphs: Sequence[Paragraph], informs: bool = False, whole: bool = False
) -> Decided:
    """Find the decision under a heading "Beslutning"; where no sentence decides, all of it is the decision.

    :param informs: that the punkt only passes on what others decided, so that it may decide nothing.
    :param whole: that the house tells nothing else under that heading, so that all of it is the decision but
        for who attended, and what is followed up.
    """
    if not paragraphs or all(NOTHING.match(paragraph.text) for paragraph in paragraphs):
        return Decided(None, (), tuple(paragraphs))
    if whole:
        return _all_decided(paragraphs)
    decided = _decided_by(kind_of, paragraphs) or _decided_by(_discussion, paragraphs)
    if informs and decided is None:
        return Decided(None, (), tuple(paragraphs))
    return decided or Decided(_beslutning(["andet"], paragraphs), tuple(paragraphs), ())


def _all_decided(paragraphs: Sequence[Paragraph]) -> Decided:
    deciding: list[Paragraph] = []
    rest: list[Paragraph] = []
    decisive: list[str] = []
    for paragraph in paragraphs:
        found = sentences(paragraph.text)
        chosen = (
            [] if _only_names(paragraph.text) else [sentence for sentence in found if _is_decision(sentence)]
        )
        decisive += chosen
        others = [sentence for sentence in found if sentence not in chosen]
        if chosen:
            deciding.append(replace(paragraph, text=" ".join(chosen)))
        if others:
            rest.append(replace(paragraph, text=" ".join(others)))
    if not deciding:
        return Decided(None, (), tuple(rest))
    kinds = _kinds(lambda sentence: kind_of(sentence) or _discussion(sentence), decisive)
    return Decided(_beslutning(kinds or ["andet"], deciding), tuple(deciding), tuple(rest))


def _is_decision(sentence: str) -> bool:
    """Tell whether a sentence under a heading for the decision is part of it."""
    if _ATTENDS.search(sentence) or CLOSES.match(sentence):
        return False
    return bool(kind_of(sentence)) or not followed_up(sentence)


def _only_names(text: str) -> bool:
    """Tell whether a paragraph holds nothing but names, as where those who met have signed."""
    words = re.split(r"[ ,/|]+", text.strip())
    return len(words) >= _NAMES_WORDS and all(word.istitle() for word in words)


def _decided_by(finder: _Finder, paragraphs: Sequence[Paragraph]) -> Decided | None:
    deciding: list[Paragraph] = []
    rest: list[Paragraph] = []
    decisive: list[str] = []
    listing = False
    for paragraph in paragraphs:
        found = sentences(paragraph.text)
        listed = listing and not _NUMBERED.match(paragraph.text) and not any(map(followed_up, found))
        chosen = found if listed else _deciding(found, finder)
        decisive += chosen
        listing = bool(chosen) and (paragraph.text.endswith(":") or listing)
        others = [sentence for sentence in found if sentence not in chosen]
        if chosen:
            deciding.append(replace(paragraph, text=" ".join(chosen)))
        if others:
            rest.append(replace(paragraph, text=" ".join(others)))
    kinds = _kinds(finder, decisive)
    return Decided(_beslutning(kinds, deciding), tuple(deciding), tuple(rest)) if deciding and kinds else None


def _kinds(finder: _Finder, decisive: Iterable[str]) -> list[BeslutningKind]:
    """Return the kinds of some sentences in order; how votes fell comes behind what came of it."""
    ordered = sorted(decisive, key=lambda sentence: bool(VOTES.match(sentence)))
    return [kind for sentence in ordered if (kind := finder(sentence))]


def _deciding(found: Sequence[str], finder: _Finder) -> list[str]:
    """Return the sentences of a paragraph that decide, with those behind them that bound the decision."""
    if not found or NOTHING.match(" ".join(found)):
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
    if kind == "drøftet" and kinds[-1].startswith("godkendt"):
        kind = kinds[-1]
    if kind == "godkendt" and "godkendt med bemærkninger" in kinds:
        kind = "godkendt med bemærkninger"
    return Beslutning(kind, "\n".join(paragraph.text for paragraph in paragraphs), paragraphs[0].page)


def _kind_beside_discussion(text: str) -> BeslutningKind | None:
    """Return the kind of decision that a sentence is, a matter's discussion only where it bears a number."""
    if MATTER_DISCUSSED.search(text) and not _NUMBERED.match(text):
        return None
    return kind_of(text)


def _conclusion(text: str) -> BeslutningKind | None:
    return "andet" if CONCLUSION.search(text) else None


def _discussion(text: str) -> BeslutningKind | None:
    return "drøftet" if DISCUSSED.search(text) else None
