from search_api.pages.alphabet import danish_key


def test_names_stand_in_danish_order() -> None:
    ordered = ["anna", "Bo", "Zenia", "Ægir", "Øjvind", "Aage", "Åse"]
    assert sorted(reversed(ordered), key=danish_key) == ordered
