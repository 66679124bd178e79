from search_api.recent import Recent


def test_what_was_not_used_for_longest_goes_first() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.keep("a", 1)
    recent.keep("b", 2)
    assert recent.get("a") == 1
    recent.keep("c", 3)
    assert [recent.get(key) for key in "abc"] == [1, None, 3]


def test_what_is_kept_again_takes_no_more_room() -> None:
    recent: Recent[str, int] = Recent(2)
    for value in (1, 2, 3):
        recent.keep("a", value)
    recent.keep("b", 4)
    assert (recent.get("a"), recent.get("b")) == (3, 4)
