"""What a reading says, as single facts that are right or wrong.

Facts are the same where every word and figure is: only white space is overlooked. A text may stand as its
mark (``#`` and twelve hex digits), so that truth about files of others holds none of their sentences.

| kind | a fact is right where these agree |
|---|---|
| møder | place in the file, body, first and last page |
| datoer | meeting, date, how it is known |
| punkter | meeting, number, title |
| oplysninger | punkt, and one of: category, minutes, access, sag, first and last page |
| indstillinger | punkt, the whole text |
| beslutninger | punkt, kind, the whole text, page |
| opfølgninger | punkt, all who, the range of days, page, the whole quotation |
| ansvarlige | punkt, name, role, the code as written |
| bilag | punkt, number, title, file name, first and last page, access |
| dagsordener | punkt, bilag, number, title, minutes, all ansvarlige, all bilag of an item |

What a follow-up is about is a summary in a person's own words and is not compared; its quotation is.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
Fact = tuple[object, ...]
Facts = Mapping[str, Counter[Fact]]

KINDS = (
    "møder", "datoer", "punkter", "oplysninger", "indstillinger", "beslutninger", "opfølgninger",
    "ansvarlige", "bilag", "dagsordener",
)  # fmt: skip
_MARK = re.compile(r"#[0-9a-f]{12}")
_MARK_DIGITS = 12


def facts(document: Json) -> Facts:
    """Return what a document of the shape of ``read --json`` says, by kind."""
    found: dict[str, Counter[Fact]] = {kind: Counter() for kind in KINDS}
    for place, meeting in enumerate(document["meetings"]):
        for kind, *fact in _of_meeting(place, meeting):
            found[str(kind)][tuple(fact)] += 1
    return found


def mark(text: str) -> str:
    """Return the mark that stands for a text; a mark stands for itself."""
    if _MARK.fullmatch(text):
        return text
    return "#" + hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_MARK_DIGITS]


def _of_meeting(place: int, meeting: Json) -> Iterator[Fact]:
    yield "møder", place, meeting["body"], *_ends(meeting["pages"])
    yield "datoer", place, meeting["date"], meeting["date_source"]
    for punkt in meeting["punkter"]:
        yield from _of_punkt((place, punkt["number"]), punkt)


def _of_punkt(where: Fact, punkt: Json) -> Iterator[Fact]:
    yield "punkter", where, mark(punkt["title"])
    for name in ("category", "minutes", "access"):
        if punkt[name] is not None:
            yield "oplysninger", where, name, punkt[name]
    for number in punkt["sag"]:
        yield "oplysninger", where, "sag", number
    yield "oplysninger", where, "pages", *_ends(punkt["pages"])
    if punkt["indstilling"]:
        yield "indstillinger", where, mark(punkt["indstilling"])
    if beslutning := punkt["beslutning"]:
        yield "beslutninger", where, beslutning["kind"], mark(beslutning["text"]), beslutning["page"]
    for item in punkt["follow_ups"]:
        due = (item["due"]["from"], item["due"]["to"]) if item["due"] else None
        yield "opfølgninger", where, _all(item["who"]), due, item["page"], mark(item["quote"])
    for person in punkt["ansvarlig"]:
        yield "ansvarlige", where, mark(person["name"]), person["role"], person["code"]
    for bilag in punkt["bilag"]:
        yield from _of_bilag(where, bilag)


def _of_bilag(where: Fact, bilag: Json) -> Iterator[Fact]:
    file_name = mark(bilag["file_name"]) if bilag["file_name"] else None
    yield (
        "bilag",
        where,
        bilag["number"],
        mark(bilag["title"]),
        file_name,
        *_ends(bilag["pages"]),
        bilag["access"],
    )
    for item in bilag["agenda"]:
        yield (
            "dagsordener",
            where,
            bilag["number"],
            item["number"],
            mark(item["title"]),
            item["minutes"],
            _all(item["ansvarlig"]),
            _all(item["bilag"]),
        )


def _all(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted(map(mark, names)))


def _ends(pages: list[int]) -> tuple[int | None, int | None]:
    return (pages[0], pages[-1]) if pages else (None, None)
