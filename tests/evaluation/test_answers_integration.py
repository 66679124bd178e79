"""Answers over the demo corpus and the real referater: found on their pages, and gone with their passages."""

import asyncio
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from evaluation.collection import DEMO, TUNED, JudgedCollection
from evaluation.documents import JudgedDocuments, read_documents
from evaluation.found import run
from evaluation.judged import JudgedQuery
from evaluation.production import Bench, passage_searcher, temporary_index
from indexer.progress import Silent
from records.embedding import Embedder
from records.models import Passage
from records.settings import Settings
from search_api.models import Answer

pytestmark = pytest.mark.integration

# Beside the judged queries, what people ask of dates, numbers and news; some of it the corpus does not know.
ASKED = (
    "hvor mange boliger er der i Møllevangen",
    "hvad koster en faglig koordinator",
    "hvornår begynder skoleåret 2027",
    "sidste nyt om Housing First",
    "hvad er status på mentorordningen",
)
# What is decided of the same thing elsewhere, and not judged.
ALSO_TRUE = ("Punktet om ledsageordningen flyttes frem",)
# Over so many indexes the deciding passages are left out in turn; one each would take minutes.
INDEXES = 4
UNKNOWN = (
    "hvor mange biler kører på Havnegade",
    "hvad koster skolemad",
    "hvornår åbner svømmehallen i Nordby",
    "hvor mange procent vikartimer er der på Solgården",
    "hvad blev besluttet om cykelhjelme",
    "sidste nyt om vindmøller",
)


@pytest.fixture(scope="module")
def bench(settings: Settings, node_url: str, embedder: Embedder) -> Bench:
    return Bench(settings, node_url, embedder, Silent())


@pytest.fixture(scope="module")
def demo(bench: Bench) -> JudgedDocuments:
    return read_documents(DEMO.files(), bench.embedder, bench.progress)


def answers(
    bench: Bench, documents: JudgedDocuments, passages: Iterable[Passage], questions: Mapping[str, str]
) -> dict[str, Answer | None]:
    """Return the answers to the questions over an index of just these passages."""

    async def asked() -> dict[str, Answer | None]:
        async with temporary_index(bench, list(passages), documents.concluded) as service:
            ran = await run(passage_searcher(service, "hybrid"), questions, lambda: None)
        return {key: found.answer for key, found in ran.found.items()}

    return asyncio.run(asked())


def questions_of(collection: JudgedCollection) -> dict[str, str]:
    return {query.id: query.query for query in collection.queries()}


def letters(text: str) -> str:
    return "".join(re.findall(r"\w", text.lower()))


def quoted(answer: Answer) -> list[tuple[str, str, int]]:
    """Return what the answer quotes: the file's id, the text and the page."""
    places = [answer, *answer.timeline]
    follow_ups = [(one.document_id, one.quote, one.page) for one in answer.follow_ups]
    return [(one.document_id, one.text, one.page) for one in places] + follow_ups


@pytest.fixture(scope="module")
def demo_answers(bench: Bench, demo: JudgedDocuments) -> dict[str, Answer | None]:
    asked = questions_of(DEMO) | {question: question for question in (*ASKED, *UNKNOWN)}
    return answers(bench, demo, demo.passages, asked)


def test_every_quotation_stands_on_its_page(
    demo: JudgedDocuments, demo_answers: dict[str, Answer | None]
) -> None:
    pages = {
        key: [letters(page.extract_text()) for page in PdfReader(DEMO.documents / name).pages]
        for key, name in demo.files.items()
    }
    places = [place for answer in demo_answers.values() if answer for place in quoted(answer)]
    lost = [(text, page) for file, text, page in places if letters(text) not in pages[file][page - 1]]
    assert len(places) > 60
    assert lost == []


def test_what_is_asked_of_the_demo_corpus_is_answered_and_what_it_does_not_know_is_not(
    demo_answers: dict[str, Answer | None],
) -> None:
    assert [question for question in ASKED if not demo_answers[question]] == []
    assert [question for question in UNKNOWN if demo_answers[question]] == []


def test_without_the_deciding_passage_there_is_no_answer_or_another_true_one(
    bench: Bench, demo: JudgedDocuments, demo_answers: dict[str, Answer | None]
) -> None:
    asked = [(query, demo_answers[query.id]) for query in DEMO.queries() if query.kind == "decision"]
    answered = [(query, answer) for query, answer in asked if answer]
    assert len(answered) >= 18
    for group in (answered[start::INDEXES] for start in range(INDEXES)):
        left = [one for one in demo.passages if not any(holds(one, answer) for _, answer in group)]
        assert len(left) <= len(demo.passages) - len(group)
        without = answers(bench, demo, left, {query.id: query.query for query, _ in group})
        for query, answer in group:
            instead = without[query.id]
            assert instead is None or instead.text != answer.text, query.query
            assert instead is None or is_true(query, instead, demo), query.query


def is_true(query: JudgedQuery, answer: Answer, documents: JudgedDocuments) -> bool:
    file = documents.files[answer.document_id]
    judged = any(place.holds(file, answer.text) for place in query.relevant)
    return judged or any(text in answer.text for text in ALSO_TRUE)


def holds(passage: Passage, answer: Answer) -> bool:
    return passage.punkt_id == answer.punkt_id and letters(answer.text)[:60] in letters(passage.text)


def test_every_quotation_of_the_real_referater_stands_in_its_file(bench: Bench, seeds: Path) -> None:
    documents = read_documents(TUNED.files(), bench.embedder, bench.progress)
    found = answers(bench, documents, documents.passages, questions_of(TUNED))
    texts = {
        key: letters((seeds / name).read_text(encoding="utf-8")) for key, name in documents.files.items()
    }
    given = [answer for answer in found.values() if answer]
    assert len(given) > 20
    assert [one.text for one in given if letters(one.text) not in texts[one.document_id]] == []
