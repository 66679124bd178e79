"""HTML files: read as their headings, paragraphs and tables say, with nothing fetched or run."""

from pathlib import Path

import pytest

from indexer.archive import MEDIA_TYPES
from indexer.reading import read_file
from indexer.reading.extract_html import extract_html, is_html
from indexer.reading.line import Line
from records.errors import UnreadableFile
from records.settings import ReadingSettings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bilag.html"


def lines_of(path: Path, content: str) -> list[Line]:
    path.write_text(content, encoding="utf-8")
    (page,) = extract_html(path)
    return list(page.lines)


def test_headings_paragraphs_and_list_items_are_told_apart(path: Path) -> None:
    path.write_text(
        "<!doctype html><title>Ikke med</title><h1>Kajens <em>tilstand</em></h1><p>Kajen er\n efterset<br>"
        "i april.<ul><li>Fugerne <b>skal</b> skiftes.<li><p>Pullerterne males.</p></ul>"
        "<script>alert(1)</script>",
        encoding="utf-8",
    )
    reading = read_file(path, "0" * 16, ReadingSettings())
    paragraphs = reading.meetings[0].punkter[0].parts[0].paragraphs
    assert [(one.heading, one.text) for one in paragraphs] == [
        ("Kajens tilstand", "Kajen er efterset i april."),
        ("Kajens tilstand", "• Fugerne skal skiftes."),
        ("Kajens tilstand", "• Pullerterne males."),
    ]
    assert (reading.page_count, reading.coverage) == (1, 1.0)


def test_tables_of_data_become_rows_and_tables_of_layout_do_not(path: Path) -> None:
    lines = lines_of(
        path,
        "<html><table><tr><td>Sidens ramme<td><table><tr><th>Post<th>Beløb</tr><tr><td>Mole<td>5 kr."
        "</tr></table></table><table><tr><td><p>Første afsnit.</p><p>Andet afsnit.</p></table>",
    )
    assert [line.cells or line.text for line in lines] == [
        "Sidens ramme",
        ("Post", "Beløb"),
        ("Mole", "5 kr."),
        "Første afsnit.",
        "Andet afsnit.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_danish_letters_survive_their_encoding(path: Path, encoding: str) -> None:
    path.write_bytes("<html><p>Ærøs færge sejler i går.</p></html>".encode(encoding))
    (page,) = extract_html(path)
    assert page.lines[0].text == "Ærøs færge sejler i går."


def test_entities_are_never_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "hemmelig.txt").write_text("hemmelig tekst")
    lines = lines_of(
        path,
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/hemmelig.txt">]><p>Her står &x; intet.</p>',
    )
    assert "hemmelig" not in " ".join(line.text for line in lines)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><script>alert(1)</script></html>", "tom"),
        ("<html></html>", "tom"),
        ("<html>" + "<div>" * 100_000 + "dybt", "beskadiget"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(path: Path, content: str, reason: str) -> None:
    path.write_text(content)
    with pytest.raises(UnreadableFile) as refused:
        read_file(path, "0" * 16, ReadingSettings())
    assert refused.value.reason == reason


def test_plain_text_with_leftovers_of_html_stays_text() -> None:
    assert not is_html(b"Referat\n<p>Godkendt.</p>", "referat.txt")
    assert is_html(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE html><html>", "uden-navn")


def test_an_archived_page_is_never_run_in_a_browser() -> None:
    assert {MEDIA_TYPES[suffix] for suffix in (".html", ".htm")} == {"text/plain; charset=utf-8"}
