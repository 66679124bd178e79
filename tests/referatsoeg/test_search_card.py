import pytest

from records.settings import ApiSettings
from referatsoeg.search_card import print_response
from search_api.models import Query, SearchResponse


@pytest.mark.parametrize(
    ("is_corrected", "said"),
    [
        (False, "Mente du »broen«?"),
        (True, "Der blev ikke fundet noget for »broenn«. Derfor er der søgt efter »broen«."),
    ],
)
def test_a_likelier_spelling_is_told_in_the_terminal(
    capsys: pytest.CaptureFixture[str], is_corrected: bool, said: str
) -> None:
    query = Query(
        q="broenn",
        intent="none",
        topic="broen",
        mode="hybrid",
        correction="broen",
        is_corrected=is_corrected,
    )
    print_response(
        SearchResponse(query=query, total=0, took_ms=1, answer=None, hits=(), facets={}), ApiSettings()
    )
    assert said in " ".join(capsys.readouterr().out.split())
