"""Which numbered lines open a punkt: those that count on from each other and bear the marks of one.

A list within a case counts too, and so do a report's chapters. What tells a punkt's heading is that a case
number, "Indstilling" or "Beslutning" stands below it, that the contents name it, that it is set as a heading,
and that its number is the next. Each way to set a number ("3.", "Punkt 3:") is weighed by itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.reading.covers import is_own_cover
from indexer.reading.headings import is_toc_entry, toc_title
from indexer.reading.layouts.numbered import NUMBERED
from indexer.reading.layouts.vocabulary import BESLUTNING
from indexer.reading.line import Line

# So many lines below a punkt's heading stands the first sign of one: a title over four lines, who met for it,
# a case number, a few lines of text.
_SIGN_LINES = 14
_SIGN = re.compile(
    r"^(?:Sags?(?:nr|nummer| ?id)?\.?:? ?(?:nr\.?:? ?)?\S*\d{2}|Sagsbehandler\b"
    r"|J(?:ournal)?\.? ?(?:nr|nummer)|EMN-\d|\d{2}/\d{3,7}$|\d{2}\.\d{2}\.\d{2}-"
    r"|(?:Åben|Lukket) sag\b|(?:Åbent|Lukket) punkt\b)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"^\(?(?:Lukket|Åbent?|Fortroligt?)\b", re.IGNORECASE)
# Items that nearly every meeting has, and hardly any list within a case.
_USUAL = re.compile(
    r"^(?:Godkendelse af (?:dagsorden|referat)|Dagsorden\b|Eventuelt\b|Meddelelser"
    r"|Orientering(?:er)? (?:fra|ved)|Underskrift|Spørgetid|Siden sidst"
    r"|Bordet rundt|Gensidig orientering|Lukkede? punkt)",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"^At\b|[;,]$")
# What each mark weighs; a line that weighs nothing is no candidate.
_BY_SIGN, _BY_CONTENTS, _BY_TYPE, _BY_WORD, _BY_PREFIX, _BY_ROOM = 3.0, 3.0, 1.5, 2.0, 1.0, 0.5
_AS_SENTENCE, _AS_LIST = -2.0, -1.5
# A number left out costs little, as closed punkter leave gaps; a leap costs so much at most.
_GAP, _MOST_GAP = 0.3, 2.0
# So much is no chance: a sign below and room above.
_ENOUGH = 3.5
_Style = tuple[str, str, float, bool]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A numbered line; ``weight`` is how surely it opens a punkt, ``sure`` that more says so."""

    index: int
    number: int
    weight: float
    style: _Style
    sure: bool


def with_numbering(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, those marked that open a punkt."""
    openings = set(_openings(lines))
    return tuple(replace(line, opens=True) if at in openings else line for at, line in enumerate(lines))


def _openings(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that open a punkt, meeting by meeting, all set in the same way."""
    covers = [at for at, line in enumerate(lines) if at and line.top and is_own_cover(lines, at)]
    chains: defaultdict[_Style, list[_Candidate]] = defaultdict(list)
    for start, end in zip([0, *covers], [*covers, len(lines)], strict=True):
        groups: defaultdict[_Style, list[_Candidate]] = defaultdict(list)
        for candidate in _candidates(lines, start, end):
            groups[candidate.style].append(candidate)
        for style, group in groups.items():
            chain = _chain(group)
            if any(candidate.sure for candidate in chain):
                chains[style] += chain
    best = max(chains.values(), key=_total, default=[])
    if _total(best) >= _ENOUGH:
        yield from (candidate.index for candidate in best)


def _total(chain: Sequence[_Candidate]) -> float:
    return sum(candidate.weight for candidate in chain)


def _candidates(lines: Sequence[Line], start: int, end: int) -> Iterator[_Candidate]:
    contents = frozenset(_entries(lines[start:end]))
    sizes: Counter[float] = Counter()
    for line in lines[start:end]:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    for index in range(start, end):
        line = lines[index]
        match = NUMBERED.punkt.match(line.text)
        if match is None or len(line.cells) > 2 or is_toc_entry(line):
            continue
        before = line.text[: match.start("number")].casefold()
        title = match["title"] or (lines[index + 1].text if before and index + 1 < end else "")
        signed = _has_sign(lines, index, end)
        if _NO_TITLE.search(title) or not (title or signed):
            continue
        listed = bool(title) and (match["number"], _known_by(title)) in contents
        weight = _weight(lines, index, title, body) + _BY_SIGN * signed + _BY_CONTENTS * listed
        if before:
            weight += _BY_PREFIX
        if weight > 0:
            style = (before, line.text[match.end("number") :][:1], line.size, line.bold)
            sure = signed or listed or bool(_USUAL.match(title))
            yield _Candidate(index, int(match["number"]), weight, style, sure)


def _entries(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Yield number and title of each entry of the contents."""
    for line in lines:
        match = NUMBERED.punkt.match(line.text) if is_toc_entry(line) else None
        if match and match["title"]:
            yield match["number"], _known_by(toc_title(match["title"]))


def _known_by(title: str) -> str:
    """Return what a title is told by, wherever its line ends."""
    return "".join(filter(str.isalpha, toc_title(title).casefold()))[:20]


def _has_sign(lines: Sequence[Line], index: int, end: int) -> bool:
    """Tell whether what only a punkt has stands below a line, before the next number set like it."""
    for line in lines[index + 1 : min(end, index + 1 + _SIGN_LINES)]:
        if _SIGN.match(line.text):
            return True
        heading = line.text.partition(": ")[0]
        if not line.cells and (NUMBERED.part_under(heading) or BESLUTNING.match(heading)):
            return True
        if NUMBERED.category and NUMBERED.category.match(line.text):
            return True
        same_type = (line.size, line.bold) == (lines[index].size, lines[index].bold)
        if same_type and NUMBERED.punkt.match(line.text):
            return False
    return False


def _weight(lines: Sequence[Line], index: int, title: str, body: float) -> float:
    """Return how much a line looks like a punkt's heading by itself."""
    line = lines[index]
    weight = _BY_ROOM * (line.gap or line.top) + _BY_TYPE * (line.bold or line.size > body)
    weight += _BY_WORD * bool(_USUAL.match(title) or _CLOSED.match(title))
    weight += _AS_SENTENCE * title.endswith((".", ":"))
    return weight + _AS_LIST * _is_listed(lines, index)


def _is_listed(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line above or below counts on, as in a list or in contents without page numbers."""
    here = NUMBERED.punkt.match(lines[index].text)
    for at, step in ((index - 1, -1), (index + 1, 1)):
        other = NUMBERED.punkt.match(lines[at].text) if 0 <= at < len(lines) else None
        if here and other and int(other["number"]) - int(here["number"]) == step:
            return True
    return False


def _chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Return the candidates whose numbers grow and that weigh most together."""
    chains: dict[int, tuple[float, list[_Candidate]]] = {}
    for candidate in candidates:
        before = [
            (total - min(_MOST_GAP, _GAP * (candidate.number - number - 1)), chain)
            for number, (total, chain) in chains.items()
            if number < candidate.number
        ]
        total, chain = max(before, key=lambda found: found[0], default=(0.0, []))
        weight = max(total, 0.0) + candidate.weight
        if weight > chains.get(candidate.number, (0.0, []))[0]:
            chains[candidate.number] = (weight, [*(chain if total > 0 else []), candidate])
    return max(chains.values(), key=lambda found: found[0], default=(0.0, []))[1]
