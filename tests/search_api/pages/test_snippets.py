from search_api.pages.snippets import PLAIN_CHARS, marked, shortened, snippet


def test_marks_are_the_only_markup_that_is_left() -> None:
    hostile = "<mark>Housing</mark> &lt;script&gt;alert(1)&lt;/script&gt; <script>alert(2)</script>"
    assert str(marked(hostile)) == (
        "<mark>Housing</mark> &lt;script&gt;alert(1)&lt;/script&gt; &lt;script&gt;alert(2)&lt;/script&gt;"
    )


def test_what_is_marked_is_escaped_too() -> None:
    assert str(marked("<mark>&lt;b&gt;</mark>")) == "<mark>&lt;b&gt;</mark>"


def test_without_marks_the_beginning_is_shown_whole_words_only() -> None:
    text = "ord " * PLAIN_CHARS
    shown = str(snippet((), text))
    assert shown.endswith("ord …")
    assert len(shown) <= PLAIN_CHARS + 2


def test_a_short_text_is_not_cut() -> None:
    assert shortened("Godkendt.") == "Godkendt."
