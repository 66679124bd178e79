"""What a reader should find in a file, from the source's sections and annotations."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from corpus.answering import answering, referents
from corpus.book import Book, flat, meetings
from corpus.layouts.furniture import stamp_kept, stamp_lines
from corpus.source import Annotation, Block, Section

Json = dict[str, Any]
HEADING = re.compile(
    r"Punkt (\d+): (.*?)\.?(?: \((\d+) min\.?\))?"
)  # "Punkt 4: Nyt om cykelparkering (5 min)"
ITEM = re.compile(r"(\d+)\. ?(.*)")  # "3. Nye åbningstider"
BILAG_KINDS = ("indstilling", "indstilling-2022", "bilag", "udvalg", "skema")


def truth(sections: Sequence[Section], book: Book) -> Json:
    """Write the structure of a file in the shape of ``referatsoeg read --json``, ids left out."""
    return {"meetings": [_meeting(opening, parts, book) for opening, parts in _owners(sections)]}


def _owners(sections: Sequence[Section]) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    """Give each meeting its sections; ``til=1`` moves one to the first meeting of the file."""
    found = list(meetings(sections))
    for number, (opening, parts) in enumerate(found, 1):
        stays = [part for part in parts if part.values.get("til", str(number)) == str(number)]
        comes = [
            p
            for _, others in found
            if others is not parts
            for p in others
            if p.values.get("til") == str(number)
        ]
        yield opening, (*stays, *comes)


def _meeting(opening: Section, parts: tuple[Section, ...], book: Book) -> Json:
    values = opening.values
    return {
        "body": values["organ"],
        "date": values["dato"],
        "date_source": values.get("kendt", "stated"),
        "pages": [page for part in parts for page in book.pages_of(part)],
        "punkter": [_punkt(number, parts, book) for number in _numbers(parts)],
    }


def _numbers(parts: tuple[Section, ...]) -> list[str]:
    """List the punkter's numbers in order; a number that is nowhere in the file is left out."""
    found = {number for part in parts for number, _, _ in _stretches(part)}
    found |= {part.name.split(".")[0] for part in parts if part.kind in BILAG_KINDS}
    return sorted(found, key=int)


def _stretches(part: Section) -> Iterator[tuple[str, Block | Section, tuple[Block, ...]]]:
    """Yield a section's punkter: number, what its title stands in, and the blocks that belong to it."""
    if part.kind.endswith("-punkt"):
        yield part.name, part, part.blocks
        return
    if part.kind not in ("referat", "referat-2022", "punkter"):
        return
    number, heading, blocks = "", None, list[Block]()
    for block in part.blocks:
        opens = HEADING.fullmatch(block.text) if block.kind == "heading" and block.level == 2 else None
        if opens and heading:
            yield number, heading, tuple(blocks)
        if opens:
            number, heading, blocks = opens[1], block, []
        elif block.level != 1:
            blocks.append(block)
    if heading:
        yield number, heading, tuple(blocks)


def _punkt(number: str, parts: tuple[Section, ...], book: Book) -> Json:
    mine = [(head, blocks) for part in parts for n, head, blocks in _stretches(part) if n == number]
    own = [part for part in parts if part.kind in BILAG_KINDS and part.name.split(".")[0] == number]
    blocks = [block for _, some in mine for block in some]
    if parts and any(isinstance(head, Section) for head, _ in mine):
        own = [head for head, _ in mine if isinstance(head, Section)]
    title, minutes = _title([head for head, _ in mine])
    heads = [head for head, _ in mine]
    pages = {page for thing in (*heads, *blocks, *own) for page in book.pages_of(thing)}
    follow_ups = [_follow_up(note, block, book) for block, note in _notes(blocks, "opfølgning")]
    answered = referents(parts) if number == _numbers(parts)[0] else []
    return {
        "number": number,
        "title": title,
        "category": _category(number, parts),
        "minutes": minutes or _minutes(own),
        "access": _access(heads, own),
        "sag": _cases(own),
        "pages": sorted(pages),
        "indstilling": _proposal(own),
        "beslutning": _beslutning(blocks, book),
        "follow_ups": follow_ups,
        "ansvarlig": answered + answering(follow_ups, own),
        "bilag": [_bilag(part, book) for part in own if _is_attached(part)] + _listed_bilag(own),
    }


def _title(heads: list[Block | Section]) -> tuple[str, int | None]:
    """Read title and minutes; the agenda's wording leads, minutes stand in either."""
    title, minutes = "", None
    for head in heads:
        if isinstance(head, Section):
            return head.values["titel"], None
        if found := HEADING.fullmatch(head.text):
            title = title or found[2]
            minutes = minutes or (int(found[3]) if found[3] else None)
    return title, minutes


def _minutes(own: list[Section]) -> int | None:
    for part in own:
        if found := re.search(r"(\d+) min", part.values.get("hoved", "")):
            return int(found[1])
    return None


def _category(number: str, parts: tuple[Section, ...]) -> str | None:
    """Read the category a 2022 referat puts the punkt under."""
    category = None
    for part in parts:
        for block in part.blocks if part.kind == "referat-2022" else ():
            if found := re.fullmatch(r"Kategori - Til (\w+)", block.text):
                category = found[1]
            elif (opens := HEADING.fullmatch(block.text)) and opens[1] == number:
                return category
    return None


def _access(heads: list[Block | Section], own: list[Section]) -> str:
    marked = [part.values.get("adgang", "") for part in own]
    marked += [note.words for head in heads if isinstance(head, Block) for note in head.annotations]
    return "lukket" if "lukket" in marked else "åben"


def _cases(own: list[Section]) -> list[str]:
    return list(dict.fromkeys(part.values["sag"] for part in own if "sag" in part.values))


def _proposal(own: list[Section]) -> str | None:
    """Read what is recommended: the boxed items, or what stands under a heading that says so."""
    for part in own:
        if part.kind == "indstilling":
            first = next(i for i, block in enumerate(part.blocks) if block.kind == "heading")
            return " ".join(_listed_text(block) for block in part.blocks[:first])
        below = list[str]()
        inside = False
        for block in part.blocks if part.kind not in ("bilag", "udvalg", "skema") else ():
            if block.kind == "heading":
                inside = bool(re.fullmatch(r"Indstilling|(\d\. )?Beslutningspunkter", block.text))
            elif inside:
                below.append(_listed_text(block))
        if below:
            return " ".join(below)
    return None


def _notes(blocks: list[Block], kind: str) -> list[tuple[Block, Annotation]]:
    return [(block, note) for block in blocks for note in block.annotations if note.kind == kind]


def _beslutning(blocks: list[Block], book: Book) -> Json | None:
    """Put together the blocks that hold the beslutning, or its ``citat``; the page is where it begins.

    Who attended may stand behind a decision in its own block, and is none of it.
    """
    found = _notes(blocks, "beslutning")
    if not found:
        return None
    text = " ".join(note.values.get("citat", _listed_text(block)) for block, note in found)
    return {"kind": found[0][1].words, "text": text, "page": book.pages_of(found[0][0])[0]}


def _follow_up(note: Annotation, block: Block, book: Book) -> Json:
    """Read ``@opfølgning hvem; hvem | hvad= | frist=fra..til sagt | citat=``."""
    quote = note.values.get("citat", _plain(block.text))
    places = book.find(quote, block)
    if not places:
        raise ValueError(f"citatet står ikke i sit afsnit: {quote}")
    due = None
    if "frist" in note.values:
        span, _, said = note.values["frist"].partition(" ")
        first, _, last = span.partition("..")
        due = {"from": first, "to": last or first, "said": said}
    who = [name.strip() for name in note.words.split(";") if name.strip()]
    return {"who": who, "what": note.values["hvad"], "due": due, "quote": quote, "page": places[0][0]}


def _bilag(part: Section, book: Book) -> Json:
    """Read number, title and file from the stamp, by which a bilag is attached and known.

    A stamp that no page shows whole names no file; without a stamp nothing in the file says the number.
    """
    pages = book.pages_of(part)
    shown = max((stamp_kept(part, index) for index in range(len(pages))), key=len)
    file_name = part.values["fil"] if shown and shown == stamp_lines(part) else None
    said = " ".join(shown).partition(": ")[2]
    listed = part.kind == "bilag" and "." in part.name
    agenda = list(_agenda(part)) if part.kind == "udvalg" else []
    return {
        "number": int(part.name.partition(".")[2]) if stamp_lines(part) or listed else None,
        "title": file_name.rpartition(".")[0] if file_name else _completed(said, part.values["titel"]),
        "file_name": file_name,
        "pages": pages,
        "access": part.values.get("adgangsklasse", "åben"),
        "agenda": agenda,
    }


def _completed(said: str, title: str) -> str:
    """Complete a stamp that the pages cut by the document's own title, where that begins alike."""
    return said if said and not title.startswith(said) else title


def _is_attached(part: Section) -> bool:
    """Tell a bilag from a recommendation that is none: nothing numbers it or stamps it."""
    return part.kind in BILAG_KINDS and ("." in part.name or not part.kind.startswith("indstilling"))


def _listed_bilag(own: list[Section]) -> list[Json]:
    """List bilag that an agenda system's punkt names without holding them."""
    titles = [title for part in own if part.kind.endswith("-punkt") for title in _listed(part)]
    return [
        {
            "number": number,
            "title": title,
            "file_name": None,
            "pages": [],
            "access": "lukket" if "(lukket" in title else "åben",
            "agenda": [],
        }
        for number, title in enumerate(titles, 1)
    ]


def _listed(part: Section) -> Iterator[str]:
    """Yield the titles under the heading Bilag, their document numbers left out."""
    inside = False
    for block in part.blocks:
        inside = block.text == "Bilag" if block.kind == "heading" else inside
        if inside and block.kind != "heading" and not re.match("Ingen", block.text):
            yield from (line.rpartition(" - ")[2] for line in block.text.split("\n"))


def _agenda(part: Section) -> Iterator[Json]:
    """Read the items of another body's dagsorden."""
    item: Json | None = None
    for block in part.blocks:
        if block.kind == "heading" and (opens := ITEM.fullmatch(block.text)):
            if item:
                yield item
            item = {"number": opens[1], "title": opens[2], "minutes": None, "ansvarlig": [], "bilag": []}
        elif item and block.kind == "item":
            item["bilag"].append(_plain(block.text))
        elif item and (names := re.fullmatch(r"Ansvarlig: (.*)", _plain(block.text))):
            item["ansvarlig"] += re.split(r" ?/ ?", names[1])
        elif item and (minutes := re.search(r"Tid: .*\((\d+) min", _plain(block.text))):
            item["minutes"] = int(minutes[1])
    if item:
        yield item


def _plain(text: str) -> str:
    return flat(re.sub(r"\*\*|__|\^(?=\d)", "", text))


def _listed_text(block: Block) -> str:
    """Write a block with its marker as it is printed."""
    return f"{'•' if block.marker == '-' else block.marker} {_plain(block.text)}".strip()
