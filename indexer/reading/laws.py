"""The register of laws: abbreviations and names resolve to the key that a reference begins with."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LAWS_FILE = files("mappings").joinpath("laws.toml")


def law_of(words: str) -> str:
    """Return the key of the law that an abbreviation or a name stands for, also in the genitive."""
    keys = _keys()
    return keys.get(words) or keys.get(words.lower()) or keys[words.lower().removesuffix("s")]


@cache
def law_pattern() -> str:
    """Return a pattern for every way to write a law, the longest first: abbreviations only in capitals."""
    laws = _laws()
    names = sorted((name for law in laws for name in law["names"]), key=len, reverse=True)
    abbreviations = [form for law in laws for form in law["abbreviations"]]
    return rf"(?:(?i:{'|'.join(map(re.escape, names))})s?|{'|'.join(map(re.escape, abbreviations))})"


@cache
def _keys() -> dict[str, str]:
    return {form: law["key"] for law in _laws() for form in (*law["abbreviations"], *law["names"])}


@cache
def _laws() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(LAWS_FILE.read_text(encoding="utf-8"))["law"])
