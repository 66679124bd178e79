"""What is closed to the public; any mark of closure wins."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from records.models import Access

_KEPT = r"(?:punkt\w*|dagsorden\w*|møde|sag\w*|del|bilag|referat|protokol)"
# "Lukket: Køb af grund", "LUKKET DAGSORDEN", "Køb af grund – lukket punkt", "… for lukkede døre"
_CLOSED = re.compile(
    rf"^\W*lukke(?:t|de)\b(?:\W*$| ?(?:[:–-]|, jf)|.{{0,3}}\b(?:tillægs)?{_KEPT}\b)"
    r"|[(\[]\s*(?:lukke(?:t|de)|ikke[ -]offentlig)[^)\]]*[)\]]|[–-] ?lukket(?: (?:punkt|sag|møde|bilag))?\W*$"
    r"|\blukkede døre\b|^\W*ikke[ -]offentlig|^\W*(?:punktet|sagen|bilaget|bilag \d+) er (?:lukket|ikke off)"
    r"|^\W*(?:status|sags?type|punkttype|offentlighed|adgang)\W+(?:lukket|ikke off)",
    re.IGNORECASE,
)
# "Liste (fortroligt/lukket bilag)", "Fortroligt", "Tilbud - fortroligt bilag", "Bilag 2 er fortroligt."
_CONFIDENTIAL = re.compile(
    r"[(\[]\s*fortrolig\w*[^)\]]*[)\]]|[–-] ?(?:strengt )?fortrolig\w*(?: (?:punkt|bilag|sag|notat))?\W*$"
    r"|^\W*(?:strengt )?fortrolig\w*(?:\W*$|:| ?[–-]| (?:punkt|bilag|sag|notat|materiale|orientering)\w*\b)"
    r"|^\W*(?:punktet|sagen|bilaget|notatet|bilag \d+) er fortrolig|^\W*undtaget fra aktindsigt",
    re.IGNORECASE,
)
_OPEN = re.compile(r"^\W*åben[t]? (?:punkt|dagsorden|sag)\W*$", re.IGNORECASE)
_MANY = r"(?:dagsorden(?:spunkter)?|møde|punkter|sager|del)"
# "LUKKET DAGSORDEN", "Dagsorden – lukket møde", "Punkter, der behandles for lukkede døre:"
_CLOSES_WHAT_FOLLOWS = re.compile(
    rf"^\W*(?:(?:lukke(?:t|de)|fortrolig(?:t|e)?) {_MANY}|{_MANY}\W{{1,3}}lukket(?: {_MANY})?"
    r"|(?:følgende )?punkter\b.{0,30}\bfor lukkede døre)\W*$",
    re.IGNORECASE,
)
_OPENS_WHAT_FOLLOWS = re.compile(rf"^\W*(?:åben|åbent|åbne|offentlig(?:t|e)?) {_MANY}\W*$", re.IGNORECASE)
_MARK = re.compile(
    r"^\W*(?:lukket|(?:strengt )?fortrolig\w*)(?: (?:bilag|punkt|sag|notat|materiale))?\W*$", re.IGNORECASE
)
# "Lukket punkt", which closes one.
_CLOSES_ONE = re.compile(r"^\W*(?:lukket|fortrolig(?:t)?) (?:dagsordens)?(?:punkt|sag)\W*$", re.IGNORECASE)
# "Referat (lukket)", "Lukket møde i Havneudvalget", on a cover
_CLOSED_MEETING = re.compile(
    r"\b(?:lukket|lukkede|fortroligt) (?:møde|dagsorden|referat|protokol|del)\b|[(\[]\s*lukket\b",
    re.IGNORECASE,
)
_OPEN_MEETING = re.compile(r"\båb(?:en|ent|ne)\b", re.IGNORECASE)
_RANK = {Access.OPEN: 0, Access.CLOSED: 1, Access.CONFIDENTIAL: 2}


def stated_access(texts: Iterable[str]) -> Access | None:
    """Return what the lines say of access, the closest of it, None where they say nothing."""
    found: list[Access] = []
    for text in texts:
        if _CONFIDENTIAL.search(text):
            found.append(Access.CONFIDENTIAL)
        elif _CLOSED.search(text):
            found.append(Access.CLOSED)
        elif _OPEN.match(text):
            found.append(Access.OPEN)
    return strictest(found) if found else None


def closes_what_follows(text: str) -> bool | None:
    """Return True for a line that closes the punkter below it, False for one that opens them, else None."""
    if _CLOSES_WHAT_FOLLOWS.match(text):
        return True
    return False if _OPENS_WHAT_FOLLOWS.match(text) else None


def marks_page(text: str) -> bool:
    """Tell whether a line is a mark of closure and nothing else, as it stands at the top of a page."""
    return bool(_MARK.match(text))


def closes_one(text: str) -> bool:
    """Tell whether a line that stands alone closes the one punkt beside it."""
    return bool(_CLOSES_ONE.match(text))


def is_closed_meeting(above: Iterable[str]) -> bool:
    """Tell whether lines above all punkter say that the meeting is closed, and of no part that it is open."""
    lines = [*above]
    return any(map(_CLOSED_MEETING.search, lines)) and not any(map(_OPEN_MEETING.search, lines))


def named_access(file_name: str) -> Access:
    """Return what a file's own name says of access; open where it says nothing."""
    return stated_access([PurePath(file_name).stem.replace("_", " ")]) or Access.OPEN


def strictest(levels: Iterable[Access]) -> Access:
    """Return the level that lets fewest read."""
    return max(levels, key=_RANK.__getitem__, default=Access.OPEN)
