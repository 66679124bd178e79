"""The truth of a set manuscript, in the shape of ``read --json``."""

import re
from typing import Any

from manuscript import Bilag, Block, Manuscript, Meeting, Punkt

Json = dict[str, Any]
_CODE = re.compile(r"[A-ZÆØÅ]{2,4}")


def truth(script: Manuscript) -> Json:
    """Write what a reader should find; the blocks know their pages by now."""
    return {"meetings": [_meeting(meeting) for meeting in script.meetings]}


def _meeting(meeting: Meeting) -> Json:
    values = meeting.values
    return {
        "body": values["organ"],
        "date": values.get("dato") or None,
        "date_source": values.get("kendt", "stated"),
        "pages": _pages(meeting.blocks),
        "punkter": [_punkt(meeting.punkter[number]) for number in sorted(meeting.punkter, key=int)],
    }


def _punkt(punkt: Punkt) -> Json:
    values = punkt.values
    follow_ups = [
        _follow_up(block, *words)
        for block in punkt.blocks
        for kind, words in block.notes
        if kind == "opfølgning"
    ]
    decided = [
        (block, words) for block in punkt.blocks for kind, words in block.notes if kind == "beslutning"
    ]
    return {
        "number": values["nr"],
        "title": values["titel"],
        "category": values.get("kategori"),
        "minutes": int(values["minutter"]) if "minutter" in values else None,
        "access": values.get("adgang", "åben"),
        "sag": values["sag"].split("; ") if "sag" in values else [],
        "pages": _pages(punkt.blocks),
        "indstilling": _joined([block for block in punkt.blocks if _says(block, "indstilling")]) or None,
        "beslutning": _beslutning(decided),
        "follow_ups": follow_ups,
        "ansvarlig": _ansvarlig(punkt, follow_ups),
        "bilag": [_bilag(bilag) for bilag in punkt.bilag],
    }


def _says(block: Block, kind: str) -> bool:
    return any(note == kind for note, _ in block.notes)


def _joined(blocks: list[Block]) -> str:
    return " ".join(block.plain for block in blocks)


def _beslutning(decided: list[tuple[Block, list[str]]]) -> Json | None:
    """Join the deciding blocks, or what is quoted of them; the first tells kind and page."""
    if not decided:
        return None
    quotes = [words[1] if len(words) > 1 else block.plain for block, words in decided]
    for (block, _), quote in zip(decided, quotes, strict=True):
        assert quote in block.plain, f"{quote} / {block.plain}"
    return {"kind": decided[0][1][0], "text": " ".join(quotes), "page": decided[0][0].pages[0]}


def _follow_up(block: Block, who: str, due: str = "", what: str = "", quote: str = "") -> Json:
    quote = quote or block.plain
    assert quote in block.plain, f"{quote} / {block.plain}"
    span, _, said = due.partition(" ")
    first, _, last = span.partition("..")
    return {
        "who": who.split("; "),
        "what": what,
        "due": {"from": first, "to": last or first, "said": said} if due.strip("-") else None,
        "quote": quote,
        "page": block.pages[0],
    }


def _ansvarlig(punkt: Punkt, follow_ups: list[Json]) -> list[Json]:
    """List who follows up, and whom the manuscript names besides, each once to a role.

    No register knows these municipalities, so a code stands for its own name.
    """
    found = [(name, "følger op", "prosa") for item in follow_ups for name in item["who"]]
    for values in punkt.ansvarlig:
        found += [(name, values["rolle"], values.get("kilde", "felt")) for name in values["nr"].split("; ")]
    return [
        {"name": name, "code": name if _CODE.fullmatch(name) else None, "role": role, "source": source}
        for name, role, source in dict.fromkeys(found)
    ]


def _bilag(bilag: Bilag) -> Json:
    values = bilag.values
    return {
        "number": int(values["nr"]) if values["nr"].isdigit() else None,
        "title": values["titel"],
        "file_name": values.get("fil"),
        "pages": _pages(bilag.blocks),
        "access": values.get("adgang", "åben"),
        "agenda": [_item(item) for item in bilag.agenda],
    }


def _item(values: dict[str, str]) -> Json:
    return {
        "number": values["nr"],
        "title": values["titel"],
        "minutes": int(values["minutter"]) if "minutter" in values else None,
        "ansvarlig": values["ansvarlig"].split("; ") if "ansvarlig" in values else [],
        "bilag": values["bilag"].split("; ") if "bilag" in values else [],
    }


def _pages(blocks: list[Block]) -> list[int]:
    return sorted({page for block in blocks for page in block.pages})
