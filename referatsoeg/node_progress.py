"""The local node's steps in the terminal: a bar while it downloads, a spinner while it starts."""

from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from referatsoeg.terminal import err

# With the name of the longest file, a line of 80 characters is full.
BAR_WIDTH = 10


class NodeProgress:
    """Shows one step at a time, on stderr; a step that is done leaves its line behind."""

    def __init__(self) -> None:
        self._shown: Progress | None = None

    def begin(self, step: str, total_bytes: int | None) -> None:
        """Show the step, with a bar where its size is known."""
        self.done()
        columns = (
            (BarColumn(BAR_WIDTH), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
            if total_bytes
            else (TimeElapsedColumn(),)
        )
        self._shown = Progress(SpinnerColumn(), TextColumn("{task.description}"), *columns, console=err)
        self._shown.add_task(step, total=total_bytes)
        self._shown.start()

    def advance(self, received_bytes: int) -> None:
        """Move the bar."""
        if self._shown:
            self._shown.advance(self._shown.task_ids[0], received_bytes)

    def done(self) -> None:
        """Leave the line as it is."""
        if self._shown:
            self._shown.stop()
            self._shown = None
