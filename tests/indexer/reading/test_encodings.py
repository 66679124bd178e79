import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.characters import mended
from indexer.reading.encodings import decoded
from records.errors import UnreadableFile

TEXT = "Åbent møde på Ærø: Udvalget drøftede § 85 og nåede også at få æblerne høstet – »rigtig godt«.\n" * 3


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_danish_is_read_in_every_encoding_it_is_written_in(name: str) -> None:
    assert decoded(TEXT.encode(name)) == TEXT


def test_danish_of_dos_is_read() -> None:
    text = re.sub("[–»«]", "-", TEXT).replace("§", "paragraf")
    assert decoded(text.encode("cp865")) == text


@pytest.mark.parametrize("name", ["cp1252", "mac_roman"])
def test_a_single_danish_letter_tells_the_encoding(name: str) -> None:
    assert (
        decoded("Der var ros til arbejdet på havnen.".encode(name)) == "Der var ros til arbejdet på havnen."
    )


def test_a_byte_that_is_off_spoils_no_other_letter() -> None:
    content = TEXT.encode() + "på".encode()[:-1] + " æbler ".encode("cp1252")
    assert decoded(content).startswith(TEXT)
    assert decoded(content).endswith("æbler ")


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\0\0\0\0abc", b"MZ\x90\0\x03\0\0\0\x04\0"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        decoded(content)
    assert refused.value.reason == "ukendt_type"


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2])
def test_utf8_that_was_read_as_something_else_is_mended(wrong: str, times: int) -> None:
    text = "Rådmanden nåede æbler, Ø og § 85 – »fint«"
    misread = text
    for _ in range(times):
        misread = misread.encode().decode(wrong, errors="replace")
    assert "\ufffd" not in misread
    assert mended(misread) == text


@pytest.mark.parametrize("text", ["São Tomé", "âge", "Ågård", "CAFÉ", "Âme", "100 € á 5"])
def test_other_letters_stay(text: str) -> None:
    assert mended(text) == text


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reason(content: bytes) -> None:
    try:
        assert isinstance(decoded(content), str)
    except UnreadableFile as refused:
        assert refused.reason == "ukendt_type"  # noqa: PT017
