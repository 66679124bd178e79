"""A line of text as it stands on a page, before anything is known of what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``gap`` tells of white space above it, ``top`` that it is the first on its page.

    ``cells`` holds the cells of a table row. ``size`` and ``bold`` are the type's, 0 and False in plain text.
    ``label`` tells that its beginning alone is bold, as in "Formål: at …".
    ``sender_above`` tells that a block with sender and telephone, taken out, stood right above.
    ``heading`` tells that a bookmark names it, ``opens`` that its number counts it among the punkter.
    ``confidence`` (0 to 1) tells how surely text recognition read it, None where the text was there.
    """

    text: str
    page: int
    gap: bool = False
    top: bool = False
    cells: tuple[str, ...] = ()
    size: float = 0.0
    bold: bool = False
    label: bool = False
    sender_above: bool = False
    heading: bool = False
    opens: bool = False
    confidence: float | None = None

    @property
    def ends_bold(self) -> bool:
        """Whether it is bold to its end."""
        return self.bold and not self.label


@dataclass(frozen=True, slots=True)
class Page:
    """A physical page, its lines in reading order.

    ``scanned`` tells that its text stands in a picture only, ``damaged`` that some of it, or all, is lost.
    """

    number: int
    lines: tuple[Line, ...]
    scanned: bool = False
    damaged: bool = False
