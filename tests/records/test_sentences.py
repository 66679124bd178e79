import pytest

from records.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Broen males. Den bliver rød!", ["Broen males.", "Den bliver rød!"]),
        ("Det koster ca. 4 mio. Kr. er ikke sat af.", ["Det koster ca. 4 mio. Kr. er ikke sat af."]),
        ("Den 4. Maj sagde han: Nej. Så gik han.", ["Den 4. Maj sagde han: Nej.", "Så gik han."]),
        ("Ombygningen sker i uge 9. Broen males.", ["Ombygningen sker i uge 9.", "Broen males."]),
        ("Det er 45 pct. Resten venter.", ["Det er 45 pct.", "Resten venter."]),
        ("Det er ca. 45 pct. 3 venter ifm. Jul.", ["Det er ca. 45 pct. 3 venter ifm. Jul."]),
        ("Se bilag 2. • Kort • Notat", ["Se bilag 2.", "• Kort", "• Notat"]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_danish_ends_one(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_sentences_joined_give_the_text() -> None:
    text = 'Han sagde »Nej.« Hun sagde "Ja." § 4 gælder. Punktet udgår'
    assert " ".join(sentences(text)) == text
