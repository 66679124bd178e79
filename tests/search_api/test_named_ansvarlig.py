"""Which queries are taken for a name, and which names they are; Lucene's patterns, read here by Python."""

import re

import pytest

from search_api.named_ansvarlig import MOST_PATTERN_CHARS, named_ansvarlig
from search_api.thesaurus import NO_THESAURUS, Thesaurus
from search_api.understanding import understand

NAMES = ["Ulla Holm", "Mads Bech Friis", "Aase Kjær", "Veje og Parker", "Snerydning", "Fælles Stab"]


def answering(query: str, thesaurus: Thesaurus = NO_THESAURUS) -> list[str]:
    named = named_ansvarlig(understand(query, thesaurus))
    patterns = [one["regexp"]["ansvarlig"]["value"] for one in named["bool"]["should"]] if named else []
    return [name for name in NAMES if any(re.fullmatch(pattern, name) for pattern in patterns)]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        *(
            ("Ulla Holm", "Ulla Holm"),
            ("ulla holm?", "Ulla Holm"),
            ("Ulla", "Ulla Holm"),
            ("Holm", "Ulla Holm"),
        ),
        *(("mads friis", "Mads Bech Friis"), ("Åse kjaer", "Aase Kjær"), ("AASE", "Aase Kjær")),
        *(("ansvarlig Ulla Holm", "Ulla Holm"), ("Ulla Holm, ansvarlig", "Ulla Holm")),
        *(("veje og parker", "Veje og Parker"), ("Snerydning", "Snerydning"), ("fælles stab", "Fælles Stab")),
    ],
)
def test_a_query_that_is_a_name_finds_who_has_it(query: str, name: str) -> None:
    assert answering(query) == [name]


def test_a_department_is_named_by_its_code() -> None:
    assert answering("VP", Thesaurus([("VP", ["Veje og Parker"])])) == ["Veje og Parker"]


@pytest.mark.parametrize(
    "query",
    [
        *("hvad sagde Ulla Holm om broen", "Ulla Holm broen", "hvem er Ulla Holm", "Friis Mads", "Ull"),
        *("snerydning", "holm", "Parker", "veje parker", "veje", "", "Ulla Holm 4. maj 2031", '"Ulla Holm"'),
        "Ulla " * 7,
        "A" * MOST_PATTERN_CHARS,
    ],
)
def test_what_only_holds_a_name_or_is_a_matter_finds_nobody(query: str) -> None:
    assert answering(query) == []


@pytest.mark.parametrize("query", ["A.* (B|C)", "Ulla.Holm", "[a-z] & ~", 'C# "', "Ulla@holm <1-9>"])
def test_signs_are_no_pattern(query: str) -> None:
    assert answering(query) == []
