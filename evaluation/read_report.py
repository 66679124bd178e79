"""Reports how well files are read: ``python -m evaluation.read_report``.

Each kind of fact is counted over the files of a group; :mod:`evaluation.reading.facts` tells what counts as
right. ``--draft FILE`` prints a reading as a draft of its truth, ``--differences`` each fact in which they
differ, but for the files that nobody who writes rules may look at.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.reading.cases import GROUPS, SEALED, UNSEEN, cases
from evaluation.reading.facts import KINDS, Facts, facts
from evaluation.reading.marked import marked
from evaluation.reading.score import Score, differences, scores, summed
from evaluation.report import markdown, share
from indexer.reading import read_file, reading_as_json
from records.models import Reading
from records.settings import ReadingSettings

FLOOR = 0.97
_Scores = Mapping[str, Sequence[Mapping[str, Score]]]
_MADE_FOR = GROUPS[:3]
_NO_DOCUMENT = "0" * 16


def read(path: Path) -> Reading:
    """Return what is read from a file under the settings that the indexer begins with."""
    return read_file(path, _NO_DOCUMENT, ReadingSettings())


def measured() -> tuple[_Scores, dict[str, float], dict[str, tuple[Facts, Facts]]]:
    """Return the files' scores by group, and by file the coverage, what was found and what is true."""
    groups: dict[str, list[dict[str, Score]]] = defaultdict(list)
    coverage: dict[str, float] = {}
    both: dict[str, tuple[Facts, Facts]] = {}
    for case in cases():
        reading = read(case.file)
        found, true = facts(reading_as_json(reading)), facts(case.truth)
        groups[case.group].append(scores(found, true))
        coverage[case.file.name] = reading.coverage
        if case.group != SEALED:  # nobody who writes rules may see where they fail
            both[case.file.name] = (found, true)
    return groups, coverage, both


def table(groups: _Scores, names: Sequence[str] = GROUPS) -> str:
    """Return precision and recall by kind and group, with how many facts are true."""
    shown = [group for group in names if group in groups]
    totals = {group: summed(groups[group]) for group in shown}
    rows = [(kind, *(_figures(totals[group][kind]) for group in shown)) for kind in KINDS]
    return markdown(("", *(f"{group} ({len(groups[group])} filer)" for group in shown)), rows)


def _figures(score: Score) -> str:
    if not score.true and not score.found:
        return "–"
    return f"{share(score.precision)} / {share(score.recall)} af {score.true}"


def low_figures(groups: _Scores) -> list[str]:
    """Return the figures below the floor in what the rules were made for."""
    return [
        f"{group}: {kind}"
        for group in _MADE_FOR
        for kind, score in summed(groups.get(group, ())).items()
        if min(score.precision or 0.0, score.recall or 0.0) < FLOOR and (score.found or score.true)
    ]


def main() -> int:
    """Print the report; 1 where a figure is below the floor."""
    parser = argparse.ArgumentParser(description="Mål læsningen mod det, mennesker har fundet i filerne.")
    parser.add_argument("--draft", type=Path, metavar="FIL", help="skriv et udkast til facit for en fil")
    parser.add_argument("--differences", action="store_true", help="vis hver forskel")
    arguments = parser.parse_args()
    if arguments.draft:
        print(json.dumps(marked(reading_as_json(read(arguments.draft))), ensure_ascii=False, indent=1))
        return 0
    groups, coverage, both = measured()
    print(f"Præcision / genkaldelse af antal sande\n\n{table(groups)}\n\n{table(groups, UNSEEN)}\n")
    print(f"Dækning, laveste af {len(coverage)} filer: {min(coverage.values()):.4f}")
    for name, (found, true) in both.items() if arguments.differences else ():
        for kind, (extra, missing) in differences(found, true).items():
            print(f"{name}, {kind}\n  kun læst: {list(extra)}\n  kun sandt: {list(missing)}")
    low = low_figures(groups)
    if low:
        print(f"Under {FLOOR}: {', '.join(low)}")
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
