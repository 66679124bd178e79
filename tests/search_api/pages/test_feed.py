from typing import Any

import pytest

from records.settings import Settings
from search_api.models import Query, SearchResponse
from search_api.pages.feed import feed_view
from search_api.pages.search_form import PageParams
from search_api.results import read_hit
from tests.search_api.invented import beslutning, hit


@pytest.mark.parametrize(
    ("decided", "summary"),
    [(beslutning("Udvalget sagde ja."), "Udvalget sagde ja."), (None, "side 2 af 4 og derfor indstilles")],
)
def test_an_entry_tells_what_was_decided_where_anything_was(
    decided: dict[str, Any] | None, summary: str
) -> None:
    found = read_hit(
        hit("p", part="indstilling", decided=decided, text="side 2 af 4 og derfor indstilles"), None
    )
    response = SearchResponse(
        query=Query(q="bro", intent="none", topic="bro", mode="hybrid"),
        total=1,
        took_ms=1,
        answer=None,
        hits=(found,),
        facets={},
    )
    (entry,) = feed_view(response, PageParams(q="bro"), "http://her", Settings(), None).entries
    assert entry.summary == summary
