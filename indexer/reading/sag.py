"""Case numbers."""

import re
from collections.abc import Iterable

# "EMN-2021-004711", "Sagsnr.: 2010-4711", "Sag: 21/004711", "00.30.00-G01-12-21"
_SAG = re.compile(
    r"\b(?P<emn>EMN-\d{4}-\d{4,7})\b"
    r"|\bSag(?:s(?:nr|nummer|id)\.?)?:? ?(?:nr\.? ?)?(?P<named>\d{2,4}[-/]\d{3,7})\b"
    r"|\b(?P<kle>\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2})\b",
    re.IGNORECASE,
)
# The agenda system sets the case number by itself on the line below the heading.
_ALONE = re.compile(r"^(\d{2}/\d{3,7})$")


def sag_numbers(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the case numbers of some texts, each once, in order."""
    found: dict[str, None] = {}
    for text in texts:
        for match in _SAG.finditer(text):
            found[(match["emn"] or match["named"] or match["kle"]).upper()] = None
        alone = _ALONE.match(text.strip())
        if alone:
            found[alone[1]] = None
    return tuple(found)
