from search_api.highlights import highlight
from search_api.thesaurus import Thesaurus
from search_api.understanding import understand


def marked(question: str, *lines: str) -> list[object]:
    told = highlight(understand(question, Thesaurus.of_lines(lines)))
    found: list[object] = told["fields"]["text"]["highlight_query"]["bool"]["should"]
    return found


def test_a_word_is_marked_and_what_may_stand_for_it_as_a_phrase() -> None:
    assert marked("herberg", "herberg, midlertidig bolig") == [
        {"match": {"text": "herberg"}},
        {"match_phrase": {"text": "midlertidig bolig"}},
    ]


def test_nothing_asked_marks_nothing() -> None:
    assert marked("") == []
