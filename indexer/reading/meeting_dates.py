"""When a meeting was held: stated, inferred from what was written around it, or unknown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.reading.covers import day_in
from indexer.reading.dates import DATE, WEEKDAYS, date_of, in_danish
from indexer.reading.drafts import MeetingDraft
from indexer.reading.evidence import RunningText
from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.units import UnitKind
from records.danish_dates import danish_date
from records.models import DateSource

# A document of a meeting is written weeks before it, not months; the seeds' longest lead is 18 days.
_LEAD_DAYS = 60
# Between the writing of another body's dagsorden and the meeting that goes through it lie three days or more:
# three to four in the four meetings of the seeds where both are known.
_DAGSORDEN_LEAD_DAYS = 3
_SATURDAY = 5
# A slip of the pen names a day of the same weeks, or of the month beside.
_SLIP_DAYS = 40
# "Sagen forelægges på skolemødet den 4. marts 2019", "når den er godkendt på mødet mandag d. 4. marts 2019"
_FORETOLD = re.compile(
    r"\b(?:forelægges|behandles|drøftes|fremlægges|besluttes|godkendes|godkendt|behandlet|afgøres|træffes)\b"
    rf"[^.]{{0,40}}?(?:på|til|ved) \w*mødet,? (?:(?:{'|'.join(WEEKDAYS)}),? )?(?:den|d\.) {DATE.pattern}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A meeting's date with how it is known."""

    day: date | None
    source: DateSource
    evidence: tuple[str, ...]
    confidence: float
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Witness:
    """A date around the meeting: documents are written before it, the dagsorden's meeting comes after."""

    day: date
    text: str


def dated(draft: MeetingDraft, text: RunningText, neighbours: Sequence[date]) -> Dated:
    """Return the date of a meeting; ``neighbours`` are the stated dates of the file's other meetings."""
    written = sorted(_written(draft, text), key=lambda witness: witness.day)
    coming = sorted(_coming(draft), key=lambda witness: witness.day)
    if draft.cover_day:
        said = _weekday_in(draft.cover_text)
        if said is not None and said != draft.cover_day.weekday():
            return _contradicted(draft, draft.cover_day, said, text)
        return _from_cover(draft)
    stated = {item.head_day: item.head_text for item in draft.attachments if item.head_day}
    fitting = [day for day in stated if not _doubts(day, written, coming)]
    if fitting:
        return _from_heads(fitting, stated)
    if stated:
        return _corrected(next(iter(stated)), written, coming, neighbours, _foretold(draft, text))
    return _from_window(written, coming, neighbours)


def _from_cover(draft: MeetingDraft) -> Dated:
    assert draft.cover_day is not None
    others = {
        item.head_day for item in draft.attachments if item.head_day and item.head_day != draft.cover_day
    }
    warnings = tuple(
        f"Forsiden siger {in_danish(draft.cover_day)}, men en indstilling siger {in_danish(day)}."
        for day in sorted(others)
    )
    return Dated(draft.cover_day, "stated", (f"Datoen står i filen: {draft.cover_text}",), 1.0, warnings)


def _weekday_in(text: str) -> int | None:
    """Return the weekday that a line names, 0 for Monday."""
    found = (at for at, name in enumerate(WEEKDAYS) if re.search(rf"\b{name}\b", text, re.IGNORECASE))
    return next(found, None)


def _contradicted(draft: MeetingDraft, day: date, weekday: int, text: RunningText) -> Dated:
    """Return the day that bears the weekday which the cover names, where the file states one near by."""
    doubt = f"Forsiden siger {WEEKDAYS[weekday]}, men {danish_date(day)} er en {WEEKDAYS[day.weekday()]}"
    elsewhere = [
        (found, item.text)
        for item in text.evidence
        if item.kind == "gentagelse" and (found := day_in(item.text))
    ]
    elsewhere += [
        (section.day, "beslutningens overskrift")
        for punkt in draft.punkter.values()
        for section in punkt.sections
        if section.day
    ]
    elsewhere += [(item.head_day, item.head_text) for item in draft.attachments if item.head_day]
    for other, said in elsewhere:
        if other.weekday() == weekday and abs((other - day).days) <= _SLIP_DAYS:
            evidence = (doubt, f"{in_danish(other)} står i filen: {said}")
            return Dated(other, "inferred", evidence, 0.9, (f"{doubt}.",))
    return Dated(day, "inferred", (doubt, f"Datoen står i filen: {draft.cover_text}"), 0.5, (f"{doubt}.",))


def _from_heads(fitting: Sequence[date], stated: dict[date, str]) -> Dated:
    best = fitting[0]
    evidence = tuple(f"Datoen står i indstillingens hoved: {stated[day]}" for day in fitting if day == best)
    warnings = tuple(
        f"En indstilling siger {in_danish(day)}, en anden {in_danish(best)}." for day in stated if day != best
    )
    return Dated(best, "stated", evidence, 1.0 if not warnings else 0.8, warnings)


def _doubts(day: date, written: Sequence[_Witness], coming: Sequence[_Witness]) -> list[str]:
    """Return why a stated date is not to be trusted, in words that follow the date."""
    doubts = []
    if day.weekday() >= _SATURDAY:
        doubts.append(f"der holdes ikke møder om {WEEKDAYS[day.weekday()]}en")
    after = [witness for witness in coming if day > witness.day]
    if after:
        doubts.append(f"dagen ligger efter {after[0].text}")
    return doubts


def _foretold(draft: MeetingDraft, text: RunningText) -> Sequence[_Witness]:
    """Return the days on which the recommendations themselves say that they will be dealt with."""
    found: list[_Witness] = []
    for item in draft.attachments:
        if item.unit.kind is UnitKind.INDSTILLING:
            lines = text.lines[item.unit.start : item.unit.end]
            words = joined([line.text for line in lines], Vocabulary(()))
            days = (day for match in _FORETOLD.finditer(words) if (day := date_of(match)))
            found += [_Witness(day, f"»{in_danish(day)}« (side {item.first_page})") for day in days]
    return found


def _corrected(
    said: date,
    written: Sequence[_Witness],
    coming: Sequence[_Witness],
    neighbours: Sequence[date],
    foretold: Sequence[_Witness],
) -> Dated:
    """Return what a doubtful stated date must be a slip for."""
    doubt = ", og ".join(_doubts(said, written, coming))
    doubted = f"Indstillingens hoved siger {in_danish(said)}, men {doubt}"
    first, last = _window(written, coming)
    warning = f"Indstillingens dato, {in_danish(said)}, er ikke troværdig: {doubt}."
    fitting = [witness for witness in foretold if not _doubts(witness.day, written, coming)]
    if fitting:
        return _as_foretold(doubted, fitting[0], warning)
    if first is None or last is None:
        return Dated(said, "inferred", (doubted,), 0.3, (warning,))
    same_day = [day for day in _days(first, last) if day.day == said.day and day.weekday() < _SATURDAY]
    evidence = (doubted, *_window_evidence(written, coming))
    if len(same_day) == 1:
        return _same_day(same_day[0], evidence, neighbours, warning)
    found = _from_window(written, coming, neighbours)
    return Dated(found.day, found.source, (evidence[0], *found.evidence), found.confidence, (warning,))


def _as_foretold(doubted: str, witness: _Witness, warning: str) -> Dated:
    evidence = (doubted, f"Indstillingens tekst siger, at den behandles {witness.text}")
    return Dated(witness.day, "inferred", evidence, 0.9, (warning,))


def _same_day(day: date, evidence: tuple[str, ...], neighbours: Sequence[date], warning: str) -> Dated:
    evidence = (*evidence, f"Samme dag i måneden, {in_danish(day)}, falder inden for de datoer")
    weekday = [other for other in neighbours if other.weekday() == day.weekday()]
    if weekday:
        evidence = (*evidence, f"Ugedagen er den samme som mødets {in_danish(weekday[0])} i samme fil")
    return Dated(day, "inferred", evidence, 0.9 if weekday else 0.75, (warning,))


def _from_window(
    written: Sequence[_Witness], coming: Sequence[_Witness], neighbours: Sequence[date]
) -> Dated:
    """Return a working day between what was written before the meeting and what was to come after it."""
    first, last = _window(written, coming)
    if first is None or last is None:
        return Dated(
            None, "unknown", ("Ingen dato står i materialet til dette møde.",), 0.0, _slips(written, coming)
        )
    days = [day for day in _days(first, last) if day.weekday() < _SATURDAY]
    usual = [day for day in days if day.weekday() in {other.weekday() for other in neighbours}]
    late = [day for day in days if (day - first).days >= _DAGSORDEN_LEAD_DAYS]
    day = next(iter(usual or late or days), None)
    if day is None:
        return Dated(None, "unknown", _window_evidence(written, coming), 0.0, _slips(written, coming))
    reason = "ugedagen fra filens andre møder" if usual else "den første hverdag, der passer"
    evidence = (*_window_evidence(written, coming), f"Valgt: {in_danish(day)}, {reason}")
    confidence = round(min(0.8, (1.5 if usual else 1.0) / max(1, len(usual or days)) + 0.3), 2)
    return Dated(day, "inferred", evidence, confidence, _slips(written, coming))


def _window(written: Sequence[_Witness], coming: Sequence[_Witness]) -> tuple[date | None, date | None]:
    """Return the first and the last day that the meeting can have been held."""
    if not coming:
        return None, None
    last = coming[0].day
    before = [w.day for w in written if last - timedelta(days=_LEAD_DAYS) <= w.day <= last]
    return (max(before) if before else None), last


def _window_evidence(written: Sequence[_Witness], coming: Sequence[_Witness]) -> tuple[str, ...]:
    first, last = _window(written, coming)
    latest = [w.text for w in written if w.day == first][:1]
    soonest = [w.text for w in coming if w.day == last][:1]
    return (
        *(f"Mødet ligger efter {text}" for text in latest),
        *(f"Mødet ligger før {text}" for text in soonest),
    )


def _slips(written: Sequence[_Witness], coming: Sequence[_Witness]) -> tuple[str, ...]:
    """Return warnings of documents that claim to be written long after the meeting."""
    if not coming:
        return ()
    late = [w for w in written if w.day > coming[0].day]
    return tuple(f"En dato passer ikke med de andre: {w.text}, efter {coming[0].text}." for w in late)


def _days(first: date, last: date) -> Iterator[date]:
    for days in range((last - first).days + 1):
        yield first + timedelta(days=days)


def _written(draft: MeetingDraft, text: RunningText) -> Iterator[_Witness]:
    """Yield the dates at which the meeting's documents were written."""
    spans = [(item.unit.start, item.unit.end) for item in draft.attachments]
    seen: set[date] = set()
    for item in text.evidence:
        if item.day and item.day not in seen and any(start <= item.at < end for start, end in spans):
            seen.add(item.day)
            yield _Witness(item.day, f"et brevhoved, dateret {in_danish(item.day)} (side {item.page})")


def _coming(draft: MeetingDraft) -> Iterator[_Witness]:
    """Yield the meetings of other bodies whose dagsorden was gone through."""
    for item in draft.attachments:
        if item.unit.kind is UnitKind.DAGSORDEN and item.dagsorden and item.dagsorden.day:
            body = item.dagsorden.body or "et andet organ"
            yield _Witness(
                item.dagsorden.day, f"mødet i {body} {in_danish(item.dagsorden.day)} (side {item.first_page})"
            )
