"""Who the truth says answers for a punkt: by prose, fields and tables, resolved by the register."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from corpus.paths import REGISTER
from corpus.source import Section

Json = dict[str, Any]
CODE = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ&]+")  # "SAF", "L&K"


def referents(parts: tuple[Section, ...]) -> list[Json]:
    """Read who took the minutes from the cover."""
    said = " ".join(block.text for part in parts if part.kind.startswith("forside") for block in part.blocks)
    names = re.findall(r"([A-ZÆØÅ]\w+(?: [A-ZÆØÅ]\w+)*) (?:er referent|tager referat)", said)
    return [_resolved(name, "referent", "prosa") for name in names]


def answering(follow_ups: list[Json], own: list[Section]) -> list[Json]:
    """List who follows up, handles the case, or stands in a column of those who answer."""
    found = [(name, "følger op", "prosa") for item in follow_ups for name in item["who"]]
    for part in own:
        if "sagsbehandler" in part.values:
            names = re.split(r" ?/ ?", part.values["sagsbehandler"])
            found += [(name, "sagsbehandler", "felt") for name in names]
        found += [(code, "ansvarlig", "tabel") for code in _table_codes(part)]
    return [_resolved(*each) for each in dict.fromkeys(found)]


def _table_codes(part: Section) -> Iterator[str]:
    """Read the column whose heading, its hyphens taken out, is ANSVARLIG."""
    for block in part.blocks:
        for index, head in enumerate(block.rows[0] if block.rows else ()):
            if re.sub(r"-?\s", "", head).upper() == "ANSVARLIG":
                for row in block.rows[1:]:
                    cell = row[index] if len(row) > index else ""
                    codes = CODE.findall(cell)
                    yield from codes or ([cell] if cell else [])


def _resolved(name: str, role: str, source: str) -> Json:
    """Resolve a department's code or name through the register; a person stays as written."""
    with REGISTER.open("rb") as file:
        for unit in tomllib.load(file)["afdeling"]:
            if name in (unit["kode"], unit["navn"], *unit["varianter"]):
                return {"name": unit["navn"], "code": name, "role": role, "source": source}
    return {"name": name, "code": None, "role": role, "source": source}
