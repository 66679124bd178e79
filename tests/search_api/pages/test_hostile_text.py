"""What documents, file names and queries say is text on every page, whatever it would be as markup."""

from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from records.models import PartKind
from records.settings import PageSettings
from search_api.archive_models import (
    BeslutningView,
    BilagView,
    DocumentResponse,
    MeetingResponse,
    PageRange,
    PassageView,
    PunktResponse,
    PunktView,
)
from search_api.document_text import PageText
from search_api.follow_up_list import FollowUpRow
from search_api.models import (
    Answer,
    BilagRef,
    DocumentRef,
    FacetValue,
    FollowUp,
    Hit,
    MeetingRef,
    PastDecision,
    PunktRef,
    Query,
    SearchResponse,
)
from search_api.pages.document_view import Asked, document_view
from search_api.pages.follow_up_view import FollowUpParams, follow_up_view
from search_api.pages.meeting_view import meeting_view
from search_api.pages.punkt_view import punkt_view
from search_api.pages.rendering import Renderer
from search_api.pages.search_form import PageParams
from search_api.pages.search_view import search_view
from search_api.pages.status_view import status_view

HOSTILE = "</title></a>'\"><script>alert(1)</script><img src=x onerror=alert(1)> onfocus=alert(1) {{ 7*7 }}"
DAY = "2031-05-05"
MEETING = MeetingRef(id=HOSTILE, body=HOSTILE, date=DAY, date_source="stated")
PUNKT = PunktRef(id=HOSTILE, number=HOSTILE, title=HOSTILE)
FILE = DocumentRef(id=HOSTILE, file_name=HOSTILE)
FIGURES = {"meetings": 1, "files_indexed": 1}
FOLLOW_UP = FollowUp(who=(HOSTILE,), what=HOSTILE, quote=f"{HOSTILE}!", document_id=HOSTILE, page=1, url="/")
KNOWN: dict[str, Any] = {
    "text": HOSTILE,
    "document_id": HOSTILE,
    "page": 1,
    "url": "/",
    "date": DAY,
    "date_source": "stated",
    "punkt": PUNKT,
    "meeting": MEETING,
}


def search_page() -> tuple[str, dict[str, object]]:
    past = PastDecision(kind=HOSTILE, punkt_id="et-andet", **KNOWN)
    answer = Answer(kind="beslutning", punkt_id=HOSTILE, follow_ups=(FOLLOW_UP,), timeline=(past,), **KNOWN)
    hit = Hit(
        id=HOSTILE,
        score=1.0,
        url="/",
        file_url="/",
        page=1,
        document=FILE,
        meeting=MEETING,
        punkt=PUNKT,
        part=PartKind.BILAG,
        bilag=BilagRef(title=HOSTILE),
        ansvarlig=(HOSTILE,),
        text=HOSTILE,
        highlights=("&lt;script&gt;alert(1)&lt;/script&gt; <mark>bro</mark> <script>alert(2)</script>",),
    )
    value = FacetValue(value=HOSTILE, label=HOSTILE, count=1, selected=True, url="/")
    facets = {name: [value] for name in ("punkt", "ansvarlig", "type", "body")} | {"date": []}
    query = Query(q=HOSTILE, intent="decision", topic=HOSTILE, mode="hybrid")
    response = SearchResponse(query=query, total=1, took_ms=1, answer=answer, hits=(hit,), facets=facets)
    params = PageParams(q=HOSTILE, body=(HOSTILE,))
    view = search_view(response, params, "http://intra")
    return "search.html", {"view": view, "params": params, "figures": FIGURES, "unread": 0}


def document_page() -> tuple[str, dict[str, object]]:
    text = PageText(
        id=HOSTILE,
        part=PartKind.REFERAT,
        punkt=PUNKT,
        meeting=MEETING,
        document=FILE,
        heading=HOSTILE,
        text=HOSTILE,
        confidence=None,
        marked=None,
    )
    document = DocumentResponse(
        id=HOSTILE,
        file_name=HOSTILE,
        media_type="text/plain",
        size_bytes=1,
        page_count=2,
        meetings=(HOSTILE,),
        warnings=(HOSTILE,),
        file_url="/",
    )
    return "dokument.html", {
        "view": document_view(document, Asked(1, HOSTILE, HOSTILE), [text], {1: 1}, None)
    }


def follow_up_page() -> tuple[str, dict[str, object]]:
    rows = [FollowUpRow(FOLLOW_UP, PUNKT, MEETING)]
    return "opfoelgning.html", {"view": follow_up_view(rows, FollowUpParams(q=""), date(2031, 6, 1))}


PUNKT_FIELDS: dict[str, Any] = {
    "id": HOSTILE,
    "number": HOSTILE,
    "title": HOSTILE,
    "url": "/",
    "pages": PageRange(first=1, last=1),
    "sag": (HOSTILE,),
    "indstilling": HOSTILE,
    "beslutning": BeslutningView(kind=HOSTILE, text=HOSTILE, document_id=HOSTILE, page=1, url="/"),
    "follow_ups": (FOLLOW_UP,),
    "bilag": (BilagView(number=1, title=HOSTILE, access="åben"),),
}


def punkt_page() -> tuple[str, dict[str, object]]:
    passage = PassageView(
        id=HOSTILE,
        part=PartKind.REFERAT,
        heading=HOSTILE,
        page=1,
        last_page=1,
        file_url="/",
        document=FILE,
        text=HOSTILE,
    )
    punkt = PunktResponse(**PUNKT_FIELDS, meeting=MEETING, documents=(FILE,), passages=(passage,))
    return "punkt.html", {"view": punkt_view(punkt, [], "http://intra")}


def meeting_page() -> tuple[str, dict[str, object]]:
    meeting = MeetingResponse(
        id=HOSTILE,
        body=HOSTILE,
        date=DAY,
        date_source="inferred",
        evidence=(HOSTILE,),
        confidence=0.5,
        url="/",
        punkter=(PunktView(**PUNKT_FIELDS),),
        documents=(FILE,),
    )
    return "moede.html", {"view": meeting_view(meeting, [])}


def status_page() -> tuple[str, dict[str, object]]:
    counts = ("files_seen", "files_indexed", "files_unread", "meetings", "passages")
    lists = ("needs_ocr", "partly_needs_ocr", "partly_damaged")
    figures: dict[str, Any] = dict.fromkeys(counts, 1) | {name: [] for name in lists}
    failed = [{"file_name": HOSTILE, "reason": "fejl", "message": HOSTILE}]
    figures |= {"failed": failed, "built_at": None, "model": HOSTILE}
    return "status.html", {"view": status_view(figures, [])}


class Markup(HTMLParser):
    """Notes what could run or load."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(f"script {dict(attrs).get('src')}" if tag == "script" else tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize(
    "made", [search_page, document_page, follow_up_page, punkt_page, meeting_page, status_page]
)
def test_hostile_text_is_text_and_nothing_else(made: Callable[[], tuple[str, dict[str, object]]]) -> None:
    template, context = made()
    renderer = Renderer(PageSettings(name=HOSTILE, municipality=HOSTILE))
    page = Markup()
    page.feed(renderer.text(template, {**context, "path": HOSTILE}))
    scripts = [element for element in page.elements if element.startswith("script")]
    assert len(scripts) == 1
    assert scripts[0].startswith("script /static/site.js")
    assert "img" not in page.elements
    assert not [name for name in page.attributes if name.startswith("on")]
    assert "{{ 7*7 }}" in "".join(page.texts)
    assert "<script>alert(1)</script>" in "".join(page.texts)


def test_only_the_marks_of_a_highlight_are_markup() -> None:
    template, context = search_page()
    page = Renderer(PageSettings()).text(template, {**context, "path": "/"})
    assert "<mark>bro</mark>" in page
    assert "<script>alert(2)" not in page
