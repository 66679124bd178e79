"""The stretches of minutes and agendas: which lines stand under which punkt, in which part."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.reading.dates import first_date
from indexer.reading.headings import Heading, heading_at
from indexer.reading.layouts import Layout
from indexer.reading.line import Line
from indexer.reading.units import Unit, UnitKind
from records.models import PartKind

# "Beslutning: Godkendt.", "Forvaltningens indstilling: At …"
_RUN_IN = re.compile(r"^(?P<heading>[A-ZÆØÅ][^:.,;]{4,50}): (?P<text>\S.*)$")


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines of one part of one punkt.

    ``formal`` tells that they stand under a heading for the decision, ``whole`` that nothing else does.
    """

    heading: Heading
    kind: PartKind
    lines: tuple[Line, ...]
    page: int
    title: str | None = None
    formal: bool = False
    body: str | None = None
    day: date | None = None
    whole: bool = False

    @property
    def is_first(self) -> bool:
        """Whether it stands right below its punkt's heading."""
        return self.title is None and not self.formal


def sections(unit: Unit, lines: Sequence[Line], layout: Layout) -> Iterator[Section]:
    """Yield the sections of a unit that holds punkter; lines above its first heading are no part of them."""
    first_part = PartKind.REFERAT if unit.kind is UnitKind.REFERAT else layout.first_part
    if unit.kind is UnitKind.PUNKTER and layout.referat:
        first_part = PartKind.DAGSORDEN
    open_section: Section | None = None
    taken: list[Line] = []
    index = unit.start
    while index < unit.end:
        heading = heading_at(lines, index, layout)
        begun = None
        length = 1
        if heading:
            begun, length = Section(heading, first_part, (), lines[index].page), heading.length
        elif open_section:
            begun, length = _subsection(lines, index, layout, open_section)
        if begun:
            if open_section:
                yield _filled(open_section, taken)
            open_section, taken = begun, []
        elif open_section:
            taken.append(lines[index])
        index += length
    if open_section:
        yield _filled(open_section, taken)


def _filled(section: Section, taken: Sequence[Line]) -> Section:
    return replace(section, lines=(*section.lines, *taken))


def _subsection(
    lines: Sequence[Line], index: int, layout: Layout, above: Section
) -> tuple[Section | None, int]:
    """Return the section that a heading within a punkt begins, and how many lines the heading has."""
    line = lines[index]
    match = layout.beslutning.match(line.text) if layout.beslutning and not line.cells else None
    if match:
        groups = match.groupdict()
        day = first_date(_group(groups, "date") or "")
        body = _group(groups, "body")
        section = Section(
            above.heading, PartKind.BESLUTNING, (), line.page, None, True, body, day, layout.headed
        )
        return section, _decision_heading_length(lines, index, groups.get("title"), above.heading.title)
    kind = layout.part_under(line.text)
    if kind is None or line.cells:
        return _run_in(line, layout, above), 1
    formal = kind is PartKind.BESLUTNING
    opened = (replace(line, gap=True),) if line.text.endswith(",") else ()
    title = line.text.strip(" :,")
    return Section(above.heading, kind, opened, line.page, title, formal, whole=formal and layout.headed), 1


def _run_in(line: Line, layout: Layout, above: Section) -> Section | None:
    """Return the section that a heading begins whose text goes on behind it: "Beslutning: Godkendt."."""
    match = _RUN_IN.match(line.text) if (line.gap or line.top or line.bold) and not line.cells else None
    kind = layout.part_under(match["heading"]) if match else None
    if match is None or kind is None or kind is PartKind.REFERAT:
        return None
    formal = kind is PartKind.BESLUTNING
    lines = (replace(line, text=match["text"], gap=True),)
    return Section(
        above.heading, kind, lines, line.page, match["heading"], formal, whole=formal and layout.headed
    )


def _group(groups: Mapping[str, str | None], name: str) -> str | None:
    """Return the first group found whose name begins so; alternatives of a pattern number theirs."""
    return next((words for key, words in groups.items() if words and key.startswith(name)), None)


def _decision_heading_length(lines: Sequence[Line], index: int, said: str | None, title: str) -> int:
    """Return how many lines a heading "Beslutning for Punkt …" takes to say the punkt's title."""
    end = index + 1
    while said and end < len(lines) and not lines[end].gap and not lines[end].top:
        longer = f"{said} {lines[end].text}"
        if not title.startswith(longer.rstrip(" .,")):
            break
        said = longer
        end += 1
    return end - index


def with_own_decisions(sections: Sequence[Section], body: str, day: date | None) -> Iterator[Section]:
    """Yield a punkt's sections, the decisions of bodies that dealt with it before made part of the case."""
    decided = [section for section in sections if section.formal and section.lines]
    own = [section for section in decided if _is_of(section, body, day)]
    own = own or [section for section in decided if _is_of(section, body, None)] or decided[-1:]
    for section in sections:
        if section.formal and section not in own:
            said = " ".join(filter(None, ("Beslutning", section.body)))
            yield replace(section, kind=PartKind.INDSTILLING, formal=False, title=said)
        else:
            yield section


def _is_of(section: Section, body: str, day: date | None) -> bool:
    """Tell whether a decision is the meeting's own, by the day or the body that its heading names."""
    if section.day and day:
        return section.day == day
    return section.body is None or _bare(section.body) == _bare(body)


def _bare(body: str) -> str:
    """Return a body's name as it is told by, however it is inflected."""
    return re.sub(r"(?:en|et|s|n)*$", "", "".join(filter(str.isalpha, body.casefold())))
