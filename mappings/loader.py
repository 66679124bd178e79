"""The index definition, word lists, thesaurus and register, read from the data files beside this module."""

import json
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

# Raised with every change to the mapping that a search relies on; the API serves no index of another version.
SCHEMA_VERSION = 4
FILE_REFERENCE = "file:"


def index_definition(vector_dimension: int, replicas: int, meta: Mapping[str, object]) -> dict[str, Any]:
    """Return the body that creates an index: settings, analysis, mappings and ``_meta``.

    ``meta`` is stored beside the schema's version and read back by whoever serves the index.
    """
    definition: dict[str, Any] = _resolved(_json("index.json"))
    definition["settings"]["index"]["number_of_replicas"] = replicas
    definition["mappings"]["properties"]["vector"]["dimension"] = vector_dimension
    definition["mappings"]["_meta"] = {"schema_version": SCHEMA_VERSION, **meta}
    return definition


def words(name: str) -> list[str]:
    """Return the entries of a word list, one to a line; what follows ``#`` at a line's start is comment."""
    return entries(files("mappings").joinpath(name).read_text(encoding="utf-8"))


def thesaurus_lines() -> list[str]:
    """Return the lines of the thesaurus, all its files one after the other."""
    parts = sorted(files("mappings").joinpath("thesaurus").iterdir(), key=lambda part: part.name)
    return [line for part in parts for line in entries(part.read_text(encoding="utf-8"))]


def register_files() -> list[Traversable]:
    """Return the files of the register of departments, one to a house."""
    return sorted(
        (file for file in files("mappings").joinpath("register").iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )


def department_entries() -> list[dict[str, Any]]:
    """Return the register's departments as they stand, each with the ``municipality`` that it is of.

    The others are ``code``, ``name``, ``variants``, and perhaps ``from`` and ``to``.
    """
    houses = [tomllib.loads(file.read_text(encoding="utf-8")) for file in register_files()]
    return [
        {**entry, "municipality": house["municipality"]} for house in houses for entry in house["department"]
    ]


def entries(text: str) -> list[str]:
    """Return the lines of a word list's text, comments and empty lines left out."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _json(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files("mappings").joinpath(name).read_text(encoding="utf-8"))
    return loaded


def _resolved(node: Any) -> Any:  # noqa: ANN401 (any JSON value)
    """Return the JSON value with each ``file:NAME`` replaced by that word list's entries."""
    if isinstance(node, dict):
        return {key: _resolved(value) for key, value in node.items()}
    if isinstance(node, str) and node.startswith(FILE_REFERENCE):
        return words(node.removeprefix(FILE_REFERENCE))
    return node
