"""The words on the pages, read from the one file that holds them."""

import tomllib
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

FILE = "microcopy.toml"


def load_microcopy() -> SimpleNamespace:
    """Return the words, each under its section and name."""
    text = files("search_api.pages").joinpath(FILE).read_text(encoding="utf-8")
    return SimpleNamespace(**{name: _section(words) for name, words in tomllib.loads(text).items()})


def _section(words: dict[str, Any]) -> SimpleNamespace:
    return SimpleNamespace(**words)


MICROCOPY = load_microcopy()


def counted(number: int, noun: str) -> str:
    """Return the number with its noun, "1 passage" or "1.204 passager"."""
    one, many = getattr(MICROCOPY.count, noun)
    return f"{danish_number(number)} {one if number == 1 else many}"


def danish_number(number: int) -> str:
    """Return the number as it is written in Danish, with a full stop between thousands."""
    return f"{number:,}".replace(",", ".")
