"""The demo corpus reads as its truth says, within floors that tell how much the rules may lose."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from indexer.reading import read_file, reading_as_json
from records.settings import ReadingSettings

CORPUS = Path(__file__).parents[3] / "corpus"
# Shares of what was read right when the rules were made, less a little; judgement differs on the rest.
FLOORS = {
    "møder": 1.0,
    "datoer": 0.9,
    "punkter": 1.0,
    "titler": 0.96,
    "adgang": 1.0,
    "sag": 0.97,
    "indstilling": 0.97,
    "sider": 0.96,
    "beslutning": 0.9,
    "arter": 0.9,
    "opfølgning": 0.9,
    "bilag": 0.95,
}


def test_the_demo_meetings_read_as_their_truth_says() -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for truth in sorted((CORPUS / "truth").glob("*.json")):
        path = CORPUS / "pdf" / f"{truth.stem}.pdf"
        if not path.exists():
            continue
        want = json.loads(truth.read_text(encoding="utf-8"))["meetings"]
        got = reading_as_json(read_file(path, "0" * 16, ReadingSettings()))["meetings"]
        total["møder"] += 1
        right["møder"] += len(want) == len(got)
        for mine, theirs in zip(got, want, strict=False):
            compare(mine, theirs, right, total)
    if not total:
        pytest.skip("demokorpusset er ikke sat endnu")
    shares = {name: right[name] / total[name] for name in total}
    assert not {name: share for name, share in shares.items() if share < FLOORS[name]}


def compare(mine: dict[str, Any], theirs: dict[str, Any], right: Counter[str], total: Counter[str]) -> None:
    facts = [
        ("datoer", (mine["date"], mine["date_source"]), (theirs["date"], theirs["date_source"])),
        ("punkter", [p["number"] for p in mine["punkter"]], [p["number"] for p in theirs["punkter"]]),
    ]
    for one, other in zip(mine["punkter"], theirs["punkter"], strict=False):
        facts += [
            ("titler", one["title"], other["title"]),
            ("adgang", one["access"], other["access"]),
            ("sag", one["sag"], other["sag"]),
            ("indstilling", spaced(one["indstilling"]), spaced(other["indstilling"])),
            ("sider", (one["pages"][0], one["pages"][-1]), (other["pages"][0], other["pages"][-1])),
            ("beslutning", decided(one, "text"), decided(other, "text")),
            ("arter", decided(one, "kind"), decided(other, "kind")),
            ("opfølgning", whom(one), whom(other)),
            ("bilag", [b["number"] for b in one["bilag"]], [b["number"] for b in other["bilag"]]),
        ]
    for name, found, expected in facts:
        total[name] += 1
        right[name] += found == expected


def decided(punkt: dict[str, Any], key: str) -> str | None:
    return spaced(punkt["beslutning"][key]) if punkt["beslutning"] else None


def whom(punkt: dict[str, Any]) -> list[list[str]]:
    return [sorted(follow_up["who"]) for follow_up in punkt["follow_ups"]]


def spaced(text: str | None) -> str | None:
    return " ".join(text.split()) if text is not None else None
