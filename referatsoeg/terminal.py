"""The terminal: what is for people goes to stderr or through rich, and JSON goes alone to stdout."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

out = Console()
err = Console(stderr=True)


def print_json(value: object) -> None:
    """Print the value as JSON, alone on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


class RateColumn(ProgressColumn):
    """Shows how many units a second are done."""

    def render(self, task: Task) -> Text:
        """Return the rate of the step, empty until there is one."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "", style="progress.data.speed")


class StepBars:
    """Shows each step of a run as a bar with its rate and the time left."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def begin(self, step: str, total: int | None) -> None:
        """Start a step of so many units, or of unknown length."""
        self._task = self._progress.add_task(step, total=total)

    def share(self, step: str, share: float) -> None:
        """Show that so much of the step, 0 to 1, is done."""
        if self._task is None or self._progress.tasks[self._task].description != step:
            self.begin(step, 100)
        if self._task is not None:
            self._progress.update(self._task, completed=round(100 * share))

    def advance(self, units: int = 1) -> None:
        """Move the step's bar."""
        if self._task is not None:
            self._progress.advance(self._task, units)


@contextmanager
def step_bars() -> Iterator[StepBars]:
    """Show bars while the block runs."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<20}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err) as progress:
        yield StepBars(progress)
