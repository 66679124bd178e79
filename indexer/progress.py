"""How a run tells whoever watches it how far it has come."""

from typing import Protocol


class Progress(Protocol):
    """Something that shows steps; the command draws bars, tests stay silent."""

    def begin(self, step: str, total: int | None) -> None:
        """Start a step of so many units, or of unknown length."""
        ...

    def advance(self, units: int = 1) -> None:
        """Tell that so many more units of the step are done."""
        ...


class Silent:
    """Shows nothing."""

    def begin(self, step: str, total: int | None) -> None:
        """Show nothing."""

    def advance(self, units: int = 1) -> None:
        """Show nothing."""
