"""How the local node tells whoever waits for it what it is doing."""

from typing import Protocol


class Progress(Protocol):
    """Something that shows one step at a time; the command draws bars, tests stay silent."""

    def begin(self, step: str, total_bytes: int | None) -> None:
        """Start a step of so many bytes, or of unknown length."""
        ...

    def advance(self, received_bytes: int) -> None:
        """Tell that so many more bytes of the step are done."""
        ...

    def done(self) -> None:
        """End the step, whether it succeeded or not."""
        ...


class Silent:
    """Shows nothing."""

    def begin(self, step: str, total_bytes: int | None) -> None:
        """Show nothing."""

    def advance(self, received_bytes: int) -> None:
        """Show nothing."""

    def done(self) -> None:
        """Show nothing."""


SILENT = Silent()
