from mappings.loader import index_definition, words


def test_the_definition_carries_the_dimension_and_the_meta() -> None:
    definition = index_definition(384, 1, {"signature": "abc"})
    assert definition["mappings"]["properties"]["vector"]["dimension"] == 384
    assert definition["settings"]["index"]["number_of_replicas"] == 1
    assert definition["mappings"]["_meta"]["signature"] == "abc"
    assert definition["mappings"]["_meta"]["schema_version"] >= 1


def test_word_lists_stand_in_the_definition_in_full() -> None:
    stop = index_definition(3, 0, {})["settings"]["analysis"]["filter"]["danish_stopwords"]["stopwords"]
    assert "og" in stop
    assert not [word for word in stop if word.startswith("#") or word.strip() != word]


def test_no_stop_word_changes_what_a_decision_says() -> None:
    assert not {"ikke", "ingen", "uden", "mod", "imod"} & set(words("danish_stopwords.txt"))


def test_one_definition_does_not_change_the_next() -> None:
    index_definition(384, 0, {})["mappings"]["properties"].clear()
    assert "text" in index_definition(384, 0, {})["mappings"]["properties"]
