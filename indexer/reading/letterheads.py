"""Letterheads and sender blocks: found by the kinds of line that only they hold together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.reading.dates import DATE, first_date
from indexer.reading.line import Line
from records.danish_dates import MONTH

_ANCHORS = {
    "kommune": re.compile(r"^[A-ZÆØÅ][\w-]+(?: [\w-]+)? Kommune$"),
    "postnummer": re.compile(r"^\d{4} [A-ZÆØÅ][\wæøå. ]+$"),
    "telefon": re.compile(r"^(?:Direkte )?(?:Telefon|Tlf)\b", re.IGNORECASE),
    "post": re.compile(r"^(?:Direkte )?E-?(?:post|mail)\b|^\S+@\S+$", re.IGNORECASE),
    "sag": re.compile(r"^(?:Sag|Sagsnr\.?|Journalnr\.?|Brevid):", re.IGNORECASE),
    "sagsbehandler": re.compile(r"^Sagsbehandler\b", re.IGNORECASE),
    "dato": re.compile(rf"^(?:{DATE.pattern}|\d{{1,2}}\. ?{MONTH})$", re.IGNORECASE),
    "tegn": re.compile(r"^Antal tegn: ?\d+$"),
}
# Letterheads stand in a narrow column; the widest line of the seeds' has 52 characters.
_WIDTH = 60
_LINES_BETWEEN = 4
_LINES_ABOVE = 3
_ENDS_SENTENCE = (".", "?", "!", ":")
_LIST_ITEM = re.compile(r"^(?:[-•]|\d+[.)]|[A-Z]\))\s|^Bilag \d", re.IGNORECASE)
_NAME = re.compile(r"^[A-ZÆØÅ][\w.'-]+(?: [\w.'/-]+){0,4}/?$")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Lines ``start`` up to ``end``; a ``sender`` closes a document, a letterhead opens one."""

    start: int
    end: int
    sender: bool
    day: date | None
    sagsbehandlere: tuple[str, ...]
    sag: str | None


def letterheads(lines: Sequence[Line]) -> Iterator[Letterhead]:
    """Yield the letterheads among one page's lines."""
    anchors = [(index, kind) for index, line in enumerate(lines) if (kind := _anchor(line.text))]
    block: list[tuple[int, str]] = []
    for anchor in anchors:
        if block and not _holds_together(lines, block[-1][0], anchor[0]):
            yield from _letterhead(lines, block)
            block = []
        block.append(anchor)
    yield from _letterhead(lines, block)


def _anchor(text: str) -> str | None:
    if len(text) > _WIDTH + 20:
        return None
    return next((kind for kind, pattern in _ANCHORS.items() if pattern.match(text)), None)


def _holds_together(lines: Sequence[Line], first: int, second: int) -> bool:
    between = lines[first + 1 : second]
    return len(between) <= _LINES_BETWEEN and all(_is_filling(line.text) for line in between)


def _is_filling(text: str) -> bool:
    return len(text) <= _WIDTH and not text.endswith(_ENDS_SENTENCE) and not _LIST_ITEM.match(text)


def _letterhead(lines: Sequence[Line], block: list[tuple[int, str]]) -> Iterator[Letterhead]:
    if not block:
        return
    kinds = {kind for _, kind in block}
    is_sender = "sagsbehandler" in kinds and bool(kinds & {"telefon", "post", "dato"})
    # A page's end may part a sender from its telephone.
    is_sender = is_sender or (block[0][0] == 0 and {"telefon", "post"} <= kinds)
    is_head = "kommune" in kinds and "postnummer" in kinds
    if not (is_sender or is_head):
        return
    start = _extended_up(lines, block[0][0], block[0][1])
    end = _extended_down(lines, block[-1][0] + 1)
    texts = [line.text for line in lines[start:end]]
    yield Letterhead(
        start,
        end,
        sender=not is_head,
        day=next((day for text in texts if (day := first_date(text))), None),
        sagsbehandlere=tuple(_sagsbehandlere(texts)),
        sag=next((text.partition(":")[2].strip() for text in texts if _ANCHORS["sag"].match(text)), None),
    )


def _extended_up(lines: Sequence[Line], start: int, kind: str) -> int:
    lowest = max(0, start - _LINES_ABOVE)
    while start > lowest and not lines[start].gap and _is_filling(lines[start - 1].text):
        start -= 1
    if kind == "kommune" and start and lines[start - 1].text.isupper() and _is_unit(lines, start - 1):
        start -= 1
    # The unit's own name stands by itself above a sender's date or telephone.
    if kind != "kommune" and start and lines[start].gap and _is_unit(lines, start - 1):
        start -= 1
    return start


def _is_unit(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    return (line.gap or line.top) and _is_filling(line.text) and len(line.text.split()) <= 7


def _extended_down(lines: Sequence[Line], end: int) -> int:
    opened = lines[end - 1].text.rstrip().endswith((":", "/"))
    while opened and end < len(lines) and _NAME.match(lines[end].text) and len(lines[end].text) <= _WIDTH:
        opened = lines[end].text.endswith("/")
        end += 1
    return end


def _sagsbehandlere(texts: Sequence[str]) -> Iterator[str]:
    for index, text in enumerate(texts):
        if not _ANCHORS["sagsbehandler"].match(text):
            continue
        words = [text.partition(":")[2].strip()]
        for following in texts[index + 1 :]:
            if _anchor(following) or not _NAME.match(following):
                break
            words.append(following)
        yield from (name.strip() for name in " ".join(words).split("/") if name.strip())
