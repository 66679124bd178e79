"""The answer's card over a made-up answer of the API, down to the markup."""

from typing import Any

import pytest

from records.settings import PageSettings
from search_api.models import Answer, Hit, PastDecision, Query, SearchResponse
from search_api.pages.answer_view import OPEN_DECISIONS
from search_api.pages.rendering import Renderer
from search_api.pages.search_form import PageParams
from search_api.pages.search_view import search_view

TEXT = "Udvalget godkendte en ny bro."
PARAMS = PageParams(q="hvad blev besluttet om broen")


def place(day: str) -> dict[str, Any]:
    return {
        "document_id": f"d-{day}",
        "page": 4,
        "url": f"/api/v1/documents/d-{day}/file#page=4",
        "date": day,
        "date_source": "stated",
        "punkt_id": f"p-{day}",
        "punkt": {"id": f"p-{day}", "number": "2", "title": f"Broen <{day}>"},
        "meeting": {"id": f"m-{day}", "body": "Vejudvalget", "date": day, "date_source": "stated"},
    }


def past(day: str) -> PastDecision:
    return PastDecision(text=f"Udsat & sat på igen efter {day}.", kind="udsat", **place(day))


def answered(*timeline: PastDecision, confidence: float | None = None) -> SearchResponse:
    here = place("2031-05-05")
    answer = Answer(text=TEXT, kind="beslutning", timeline=timeline, **here)
    hit = Hit(
        id="p-2031-05-05-beslutning-1",
        score=1.0,
        url="/punkt/p-2031-05-05",
        file_url=here["url"],
        page=4,
        document={"id": here["document_id"], "file_name": "a.pdf"},
        meeting=here["meeting"],
        punkt=here["punkt"],
        part="beslutning",
        confidence=confidence,
        text=TEXT,
    )
    facets = {name: [] for name in ("date", "punkt", "ansvarlig", "type", "body")}
    query = Query(q=PARAMS.q, intent="decision", topic="broen", mode="hybrid")
    return SearchResponse(query=query, total=1, took_ms=1, answer=answer, hits=(hit,), facets=facets)


def card(response: SearchResponse) -> str:
    """Return the markup of the answer."""
    figures = {"meetings": 1, "files_indexed": 1}
    view = search_view(response, PARAMS, "http://intra")
    context = {"view": view, "params": PARAMS, "figures": figures, "unread": 0, "path": "/"}
    page = Renderer(PageSettings()).text("search.html", context)
    return page.partition('<section class="answer"')[2].partition("</section>")[0]


def test_what_was_proposed_stands_below_what_was_decided() -> None:
    response = answered()
    assert response.answer
    assert "Det var indstillet" not in card(response)
    proposed = response.answer.model_copy(update={"proposed": "at broen <males> …"})
    said = card(response.model_copy(update={"answer": proposed}))
    assert said.index(TEXT) < said.index("Det var indstillet:") < said.index("»at broen &lt;males&gt; …«")


def test_one_decision_alone_has_no_list() -> None:
    assert "Tidligere beslutninger" not in card(answered())
    assert "beslutninger om det samme" not in card(answered(past("2031-05-05")))


def test_earlier_decisions_stand_below_the_answer_each_with_its_page() -> None:
    said = card(answered(past("2031-05-05"), past("2031-02-02"), past("2030-11-01")))
    assert "Tidligere beslutninger om det samme" in said
    assert said.index(TEXT) < said.index("2. februar 2031") < said.index("1. november 2030")
    assert 'href="/dokument/d-2031-02-02?side=4"' in said
    assert 'href="/punkt/p-2030-11-01"' in said
    assert "Udsat &amp; sat på igen" in said
    assert "Broen &lt;2031-02-02&gt;" in said
    assert "5. maj 2031" not in said.partition("Tidligere")[2]


def test_a_later_decision_is_not_called_an_earlier_one() -> None:
    said = card(answered(past("2031-08-08"), past("2031-02-02")))
    assert "Tidligere" not in said
    assert "Andre beslutninger om det samme" in said


def test_a_long_list_folds_away() -> None:
    days = [f"2030-0{month}-01" for month in range(9, 0, -1)]
    said = card(answered(*map(past, days)))
    open_part, _, folded = said.partition("<details")
    assert open_part.count('class="decision"') == OPEN_DECISIONS
    assert folded.count('class="decision"') == len(days) - OPEN_DECISIONS
    assert f"{len(days) - OPEN_DECISIONS} ældre beslutninger" in folded


@pytest.mark.parametrize(
    ("confidence", "said"), [(None, None), (0.93, "Læst fra scanning"), (0.7, "Usikkert læst fra scanning")]
)
def test_an_answer_from_a_scan_says_so(confidence: float | None, said: str | None) -> None:
    shown = card(answered(confidence=confidence))
    assert (said in shown) if said else ("scanning" not in shown)
