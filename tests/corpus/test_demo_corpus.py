"""The demo corpus is whole, our own, and says where everything stands."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from corpus.paths import JUDGED, JUDGED_SOURCE, PDF_DIR, SOURCE_DIR, TRUTH_DIR
from corpus.typeset import typeset

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
SHINGLE = 9

SOURCES = sorted(set(SOURCE_DIR.glob("*.txt")) - {JUDGED_SOURCE})
QUERIES = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
QUOTES = [
    pytest.param(place, id=f"{query['id']}-{number}")
    for query in QUERIES
    for number, place in enumerate(query["relevant"])
]


def squeezed(text: str) -> str:
    """Join hyphenated lines and drop all white space, so that line breaks do not matter."""
    return re.sub(r"\s+", "", re.sub(r"-\s*\n", "", text)).replace("-", "").lower()


def content_stems(text: str) -> set[str]:
    """Cut words to five letters; shorter ones carry little content in Danish."""
    return {word[:5] for word in re.findall(r"[a-zæøå]+", text.lower()) if len(word) >= 5}


@cache
def page_texts(name: str) -> tuple[str, ...]:
    return tuple(squeezed(page.extract_text()) for page in PdfReader(PDF_DIR / name).pages)


def truth_punkter() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(TRUTH_DIR.glob("*.json")):
        for meeting in json.loads(path.read_text(encoding="utf-8"))["meetings"]:
            for punkt in meeting["punkter"]:
                yield f"{path.stem}.pdf", punkt


def shingles(text: str) -> set[str]:
    words = re.findall(r"\w+", re.sub(r"(\w)-\s*\n\s*", r"\1", text).lower())
    return {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def test_every_source_has_its_pdf_and_truth_and_none_is_left_over() -> None:
    stems = {path.stem for path in SOURCES}
    assert stems == {path.stem for path in PDF_DIR.glob("*.pdf")}
    assert stems == {path.stem for path in TRUTH_DIR.glob("*.json")}


def test_there_are_enough_meetings_pages_and_queries() -> None:
    meetings = [m for path in TRUTH_DIR.glob("*.json") for m in json.loads(path.read_text())["meetings"]]
    assert len(meetings) >= 14
    assert sum(len(page_texts(f"{path.stem}.pdf")) for path in SOURCES) >= 120
    assert len(QUERIES) >= 80
    assert sum(query["empty"] for query in QUERIES) >= 12


def test_every_kind_of_query_is_there_and_a_quarter_are_paraphrases() -> None:
    kinds = Counter(query["kind"] for query in QUERIES)
    assert set(kinds) >= {
        "decision", "follow-up", "fact", "paraphrase", "inflected", "compound", "misspelt",
        "paragraph", "case number", "person", "department", "date", "off-topic",
    }  # fmt: skip
    assert kinds["paraphrase"] >= len(QUERIES) / 4


def test_a_paraphrase_shares_no_content_word_with_its_quotation() -> None:
    for query in QUERIES:
        if query["kind"] == "paraphrase":
            for place in query["relevant"]:
                assert not content_stems(query["query"]) & content_stems(place["quote"]), query["query"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_typesetting_again_gives_the_same_bytes(source: Path, tmp_path: Path) -> None:
    typeset(source, tmp_path, tmp_path)
    assert (tmp_path / f"{source.stem}.pdf").read_bytes() == (PDF_DIR / f"{source.stem}.pdf").read_bytes()
    assert (tmp_path / f"{source.stem}.json").read_bytes() == (TRUTH_DIR / f"{source.stem}.json").read_bytes()


@pytest.mark.parametrize("place", QUOTES)
def test_a_judged_quotation_stands_on_its_page(place: dict[str, str | int]) -> None:
    page = page_texts(str(place["file"]))[int(place["page"]) - 1]
    assert squeezed(str(place["quote"])) in page


def test_a_beslutning_stands_on_its_page_as_the_truth_has_it() -> None:
    for name, punkt in truth_punkter():
        if decided := punkt["beslutning"]:
            first = re.split(r" (?=\d[.)] |• |[AB]\) )", decided["text"])[0]
            assert squeezed(re.sub(r"^• ", "", first)) in page_texts(name)[decided["page"] - 1], (name, first)


def test_a_follow_up_stands_on_its_page_and_is_due_in_order() -> None:
    follow_ups = [(name, each) for name, punkt in truth_punkter() for each in punkt["follow_ups"]]
    assert len(follow_ups) >= 30
    for name, follow_up in follow_ups:
        assert squeezed(follow_up["quote"]) in page_texts(name)[follow_up["page"] - 1]
        if due := follow_up["due"]:
            assert due["from"] <= due["to"]
            assert due["said"] in follow_up["quote"]


def test_a_case_number_and_a_title_stand_on_the_pages_of_their_punkt() -> None:
    for name, punkt in truth_punkter():
        text = "".join(page_texts(name)[page - 1] for page in punkt["pages"])
        for said in (punkt["title"], *punkt["sag"]):
            assert squeezed(said) in text, (name, said)


def test_every_kind_of_beslutning_is_there() -> None:
    kinds = {punkt["beslutning"]["kind"] for _, punkt in truth_punkter() if punkt["beslutning"]}
    assert kinds == {
        "godkendt", "godkendt med bemærkninger", "taget til efterretning", "drøftet", "udsat",
        "udgår", "ikke behandlet", "afvist", "oversendt", "andet",
    }  # fmt: skip


def test_the_housing_first_case_runs_through_four_meetings() -> None:
    files = {name for name, punkt in truth_punkter() if "EMN-2023-004417" in punkt["sag"]}
    assert len(files) == 4


def test_lines_end_in_real_hyphens_as_in_the_real_files() -> None:
    texts = [page.extract_text() for path in PDF_DIR.glob("*.pdf") for page in PdfReader(path).pages]
    assert sum(len(re.findall(r"[a-zæøå]-\n[a-zæøå]", text)) for text in texts) >= 120


def test_no_nine_words_in_a_row_come_from_the_seeds() -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"the seeds are not at {SEEDS}")
    known = set().union(*(shingles(path.read_text(encoding="utf-8")) for path in SEEDS.glob("*.txt")))
    known = {shingle for shingle in known if len(shingle) > 40}
    own = [path.read_text(encoding="utf-8") for path in (*SOURCES, JUDGED_SOURCE, *TRUTH_DIR.glob("*.json"))]
    own += ["\n".join(p.extract_text() for p in PdfReader(path).pages) for path in PDF_DIR.glob("*.pdf")]
    assert not set().union(*(shingles(text) for text in own)) & known
