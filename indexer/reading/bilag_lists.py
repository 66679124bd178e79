"""The bilag that a punkt lists below "Bilag": one to an entry, however the house marks its entries."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.reading.hyphens import Vocabulary, joined
from indexer.reading.line import Line
from indexer.reading.titles import SAME_TITLE, similarity
from records.marks_of_closure import stated_access, strictest
from records.models import Access, Bilag

# "Bilag 1: Kort", "Bilag nr. 1 - Kort", "Bilag 1 Kort", "1. Kort", "1) Kort", "- Kort"
_NUMBERED = re.compile(r"^[Bb]ilag(?: nr\.?)? ?(?P<number>\d{1,2})[.)]?(?: ?[:–-] ?| )(?P<title>\S.+)$")
_COUNTED = re.compile(r"^(?P<number>\d{1,2})[.):]? (?P<title>[A-ZÆØÅ0-9\"”»(].*)$")
_MARK = re.compile(r"^(?:[•–-] ?\S|\d{1,2}[.)] |[Bb]ilag(?: nr\.?)? ?\d{1,2}\b|[a-zA-Z]\) )")
# "2015-1234 - Kort over stierne": the document's number in the case system.
_DOCUMENT_NUMBER = re.compile(r"^\d{4}[-–]\d{3,7} - ")
_NONE = re.compile(r"^(?:Ingen|Intet|Nej|-|–)(?: bilag)?\b.{0,20}$", re.IGNORECASE)
# "Lukkede bilag:", for those below it.
_HEADING = re.compile(r"^\W*(?:(?P<closed>lukkede|fortrolige)|åbne|offentlige) bilag\W*$", re.IGNORECASE)
# "(fortroligt bilag)", " - LUKKET"
_CLOSURE = re.compile(
    r"\W*(?:[(\[][^)\]]*(?:fortrolig|lukke|offentlig)[^)\]]*[)\]]|[–-] ?(?:lukket|fortrolig\w*)\b.*)$",
    re.IGNORECASE,
)
# Text behind the list: a sentence, or more words than a title has.
_MOST_CHARS = 200


def listed_bilag(lines: Sequence[Line], access: Access, vocabulary: Vocabulary) -> Iterator[Bilag]:
    """Yield the bilag of a list, numbered by their place where they bear no number."""
    number, below = 0, Access.OPEN
    for entry in filter(None, _entries(lines)):
        title = joined(entry, vocabulary).lstrip("•-– ")
        if heading := _HEADING.match(title):
            below = Access.CONFIDENTIAL if heading["closed"] else Access.OPEN
            continue
        number += 1
        named = _NUMBERED.match(title)
        counted = _COUNTED.match(title) if named is None else None
        if named:
            title = named["title"]
        elif counted and int(counted["number"]) == number:
            title = counted["title"]
        title = _DOCUMENT_NUMBER.sub("", title)
        if not _NONE.match(title):
            level = strictest([access, below, stated_access([title]) or Access.OPEN])
            yield Bilag(int(named["number"]) if named else number, title, None, None, level)


def names_bilag(text: str) -> bool:
    """Tell whether a line names a bilag by its number: what it says of access is said of that."""
    return bool(_NUMBERED.match(text))


def bilag_access(listed: Iterable[Bilag], number: int | None, title: str) -> Access:
    """Return the strictest access that lists give a bilag, by its number or its title.

    Lists and documents do not always count alike, so the same title is enough, or one like it where either
    has no number.
    """
    return strictest(one.access for one in listed if _may_be(one, number, title))


def _may_be(one: Bilag, number: int | None, title: str) -> bool:
    if number and one.number == number:
        return True
    named, called = _CLOSURE.sub("", one.title).lower(), _CLOSURE.sub("", title).lower()
    if number and one.number:
        return bool(named) and named == called
    return similarity(named, called) >= SAME_TITLE


def closed_bilag(lines: Sequence[Line]) -> Iterator[Bilag]:
    """Yield the bilag that a line outside any list names as closed: "Bilag 2: Priser (fortroligt bilag)"."""
    below = [*(line.text for line in lines[1:]), ""]
    for line, after in zip(lines, below, strict=False):
        named = _NUMBERED.match(line.text)
        if named is None:
            continue
        title = f"{named['title']} {'' if _MARK.match(after) else after}".strip()
        level = stated_access([title, line.text]) or Access.OPEN
        if level is not Access.OPEN:
            yield Bilag(int(named["number"]), named["title"], None, None, level)


def with_documents(bilag: Sequence[Bilag]) -> tuple[Bilag, ...]:
    """Return a punkt's bilag, those that are both listed and in the file made one."""
    waiting = [item for item in bilag if item.pages is None]
    found: list[Bilag] = []
    for item in bilag:
        if item.pages is None:
            continue
        same = next((listed for listed in waiting if _is_same(listed, item)), None)
        if same:
            waiting.remove(same)
            title = item.title if item.file_name else same.title
            level = strictest([item.access, same.access])
            item = replace(item, number=item.number or same.number, title=title, access=level)
        found.append(item)
    return (*waiting, *found)


def _is_same(listed: Bilag, item: Bilag) -> bool:
    """Tell whether a document is the one that an entry of the list names."""
    alike = similarity(listed.title, item.title) >= SAME_TITLE
    return alike and (item.number is None or listed.number == item.number)


def _entries(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Yield the lines of each entry; where the first bears a mark, only those that do begin one."""
    marked = bool(lines) and bool(_MARK.match(lines[0].text))
    entry: list[str] = []
    for line in lines:
        if _HEADING.match(line.text):
            yield entry
            yield [line.text]
            entry = []
            continue
        begins = bool(_MARK.match(line.text)) if marked else line.gap or not line.text[:1].islower()
        if entry and not begins and line.gap and not line.top:
            break
        if entry and line.gap and not _MARK.match(line.text) and _is_text(line.text):
            break
        if begins and entry:
            yield entry
            entry = []
        entry.append(line.text)
    yield entry


def _is_text(text: str) -> bool:
    return text.endswith(".") or len(text) > _MOST_CHARS
