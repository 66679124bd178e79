import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from search_api.pages import microcopy
from search_api.pages.microcopy import MICROCOPY, counted, danish_number

FOLDER = Path(microcopy.__file__).parent
# Chosen by a value, so that no name stands in the code: sections, and what begins so.
SECTIONS_BY_VALUE, NAMES_BY_VALUE = {"count", "part", "reason", "answer_kind"}, "by_"


def words() -> Iterator[tuple[str, str]]:
    for section, found in vars(MICROCOPY).items():
        if section not in SECTIONS_BY_VALUE:
            yield from ((section, name) for name in vars(found) if not name.startswith(NAMES_BY_VALUE))


@pytest.mark.parametrize(("section", "name"), list(words()))
def test_every_word_is_used(section: str, name: str) -> None:
    sources = [*FOLDER.rglob("*.py"), *FOLDER.rglob("*.html"), *FOLDER.rglob("*.xml")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in sources)
    assert re.search(rf"\.{name}\b|[\"']{name}[\"']", text), f"[{section}] {name}"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 passager"), (1, "1 passage"), (2, "2 passager"), (12345, "12.345 passager")]
)
def test_a_number_takes_the_noun_that_fits(number: int, text: str) -> None:
    assert counted(number, "passage") == text


def test_thousands_are_parted_as_in_danish() -> None:
    assert danish_number(1234567) == "1.234.567"


def test_no_page_has_words_of_its_own() -> None:
    """What is left of a template without its markup is only marks."""
    for file in FOLDER.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        for markup in (
            r"{% block main_class %}.*",
            r"(?s){#.*?#}",
            r"(?s){%.*?%}",
            r"(?s){{.*?}}",
            r"(?s)<[^>]*>",
        ):
            text = re.sub(markup, "", text)
        assert not re.search(r"[A-Za-zÆØÅæøå]{2,}", text), (file.name, text.strip())
