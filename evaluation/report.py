"""Figures as tables, for the terminal and for the documentation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from evaluation.folder import Measured
from evaluation.metrics import MEASURES
from evaluation.plain import PLAIN
from evaluation.trial import Trial
from evaluation.verdicts import AnswerVerdict, Summary, by_kind, summary
from search_api.likeliest import Weighing

Row = Sequence[str]

NAMES = {PLAIN: "plain OpenSearch", "keyword": "keyword", "semantic": "semantic", "hybrid": "hybrid"}
COLLECTION_TITLES = {
    "demo": "The demo corpus",
    "tuned": "The real referater, the half that was tuned on",
    "held": "The real referater, the half kept aside",
    "asked": "What staff would ask of the real referater, the half that was tuned on",
    "asked-held": "What staff would ask of the real referater, the half kept aside",
    "asked-pdf": "What staff would ask of another municipality's, the half that was tuned on",
    "asked-pdf-held": "What staff would ask of another municipality's, the half kept aside",
    "asked-demo": "What staff would ask of the demo corpus, the half that was tuned on",
    "asked-demo-held": "What staff would ask of the demo corpus, the half kept aside",
}
_SHOWN = ("success@1", "success@5", "ndcg@10", "recall@100")
_SUMMARY_HEAD = ("", "n", *_SHOWN, "answers right", "wrong", "near empty")


def markdown(head: Row, rows: Sequence[Row]) -> str:
    """Return the table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def folder_table(results: Mapping[str, Measured]) -> str:
    """Return each mode's figures with their intervals, and the gain in nDCG@10 over the baseline."""
    head = ("", *MEASURES, "over plain", "p50")
    rows = [_folder_row(name, result, results[PLAIN]) for name, result in results.items()]
    return markdown(head, rows)


def trial_tables(trial: Trial, mode: str) -> str:
    """Return the collection's figures by what searched, and by kind of query for the mode."""
    searched = [
        (*_summary_row(NAMES[name], summary(found)), f"{trial.p50_ms[name]:.0f} ms")
        for name, found in trial.verdicts.items()
    ]
    searched += [
        (*_summary_row(f"{NAMES[name]}, as first judged", summary(found)), "")
        for name, found in trial.as_first_judged.items()
    ]
    kinds = [_summary_row(kind, summary(some)) for kind, some in by_kind(trial.verdicts[mode]).items()]
    title = f"### {COLLECTION_TITLES[trial.collection]}"
    lost = f"Lost between two passages: {', '.join(trial.lost)}." if trial.lost else ""
    by_what = markdown((*_SUMMARY_HEAD, "p50"), searched)
    return "\n\n".join(filter(None, [title, by_what, markdown(_SUMMARY_HEAD, kinds), lost]))


def ablation_table(rows: Iterable[tuple[str, Mapping[str, Summary]]], collections: Sequence[str]) -> str:
    """Return for each variant success@1, success@5, right answers and near-empty shares by collection."""
    figures = ("success@1", "success@5", "answers right", "near empty")
    head = ("", *(f"{name}: {figure}" for name in collections for figure in figures))
    return markdown(head, [(name, *_ablated(found, collections)) for name, found in rows])


def _ablated(found: Mapping[str, Summary], collections: Sequence[str]) -> list[str]:
    return [
        share(figure)
        for one in (found[name] for name in collections)
        for figure in (
            one.figures["success@1"],
            one.figures["success@5"],
            one.answers_right,
            one.near_empty,
        )
    ]


def weighing_code(weighing: Weighing) -> str:
    """Return the weights as they stand in ``search_api/likeliest.py``."""
    lines = [f"    {name}={value:.2f}," for name, value in asdict(weighing.signs).items()]
    return "\n".join(["WEIGHTS = Signs(", *lines, ")", f"NO_ANSWER = {weighing.no_answer:.2f}"])


def filled_table(filled: Mapping[str, Sequence[AnswerVerdict]]) -> str:
    """Return by collection how many silences would be filled, rightly and wrongly."""
    rows = [
        (name, str(len(those)), str(those.count("right")), str(those.count("wrong")))
        for name, those in filled.items()
    ]
    return markdown(("", "silences", "filled rightly", "wrongly"), rows)


def share(value: float | None) -> str:
    """Return the share as it is printed, a dash where there is nothing to share."""
    return "–" if value is None else f"{value:.3f}"


def _folder_row(name: str, result: Measured, plain: Measured) -> Row:
    means = []
    for measure in MEASURES:
        around = result.interval(measure)
        means.append(f"{result.mean(measure):.3f} ({around.low:.3f} to {around.high:.3f})")
    gain = result.compared(plain, "ndcg@10")
    over = "" if result is plain else f"{gain.difference:+.3f} (p {gain.p:.3f})"
    return (NAMES[name], *means, over, f"{result.run.p50_ms:.0f} ms")


def _summary_row(name: str, found: Summary) -> Row:
    figures = [share(found.figures.get(measure)) for measure in _SHOWN]
    return (
        name,
        str(found.queries),
        *figures,
        share(found.answers_right),
        str(found.answers_wrong),
        share(found.near_empty),
    )
