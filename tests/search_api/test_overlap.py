import pytest

from search_api.overlap import shared_words


@pytest.mark.parametrize(
    ("topic", "text", "shared"),
    [
        ("herbergspladser", "pladserne på herberget", 1),
        ("plan for herberget", "en plan om herbergerne", 2),
        ("de 41 boliger", "alle 41 lejligheder", 1),
        ("hvad er der om det", "det er der hvad om", 0),
        ("broen", "brolæggeren", 0),
        ("", "broen", 0),
    ],
)
def test_words_are_shared_whatever_their_endings(topic: str, text: str, shared: int) -> None:
    assert shared_words(topic, text) == shared
