"""The floors under relevance: figures that no change may fall below."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.trial import Trial
from evaluation.verdicts import Verdict, summary

CEILINGS = {"wrong_answers", "off_topic_answers"}
FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure that fell below its floor, or rose above its ceiling."""

    collection: str
    figure: str
    found: float
    bound: float


def load_floors(file: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Return the bounds by collection; those of ``CEILINGS`` are ceilings, the others floors."""
    with file.open("rb") as stream:
        floors: dict[str, dict[str, float]] = tomllib.load(stream)
    return floors


def shortfalls(trial: Trial, mode: str, floors: Mapping[str, Mapping[str, float]]) -> list[Shortfall]:
    """Return where the trial does not hold what the repo promises."""
    found = _figures(trial.verdicts[mode])
    return [
        Shortfall(trial.collection, figure, found[figure], bound)
        for figure, bound in floors.get(trial.collection, {}).items()
        if (found[figure] > bound if figure in CEILINGS else found[figure] < bound)
    ]


def _figures(some: Sequence[Verdict]) -> dict[str, float]:
    whole = summary(some)
    decisions = summary(one for one in some if one.query.intent == "beslutning")
    off_topic = summary(one for one in some if one.query.empty)
    return {
        "success@1": whole.figures["success@1"],
        "success@5": whole.figures["success@5"],
        "answers": whole.answers_right or 0.0,
        "decision_answers": decisions.answers_right or 0.0,
        "near_empty": whole.near_empty or 0.0,
        "wrong_answers": float(whole.answers_wrong),
        "off_topic_answers": float(off_topic.answers_wrong),
    }
