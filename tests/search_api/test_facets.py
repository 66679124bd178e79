from search_api.facets import FACETS, facet_aggregations, read_facets
from search_api.params import SearchParams
from search_api.selections import selections

NOTHING = {facet: {"values": {"buckets": []}} for facet in FACETS}


def test_a_facet_ignores_its_own_selection_and_no_other() -> None:
    chosen = selections(SearchParams.model_validate({"body": ["Byråd"], "type": ["bilag"]}))
    aggregations = facet_aggregations(chosen)
    bodies, types = {"terms": {"meeting.body": ["Byråd"]}}, {"terms": {"part": ["bilag"]}}
    assert aggregations["body"]["filter"] == {"bool": {"filter": [types]}}
    assert aggregations["type"]["filter"] == {"bool": {"filter": [bodies]}}
    assert aggregations["date"]["filter"] == {"bool": {"filter": [types, bodies]}}


def test_months_have_danish_labels_and_links_of_their_own() -> None:
    buckets = [{"key": 1, "key_as_string": "2023-09", "doc_count": 4}]
    found = {**NOTHING, "date": {"values": {"buckets": buckets}, "unknown": {"doc_count": 2}}}
    month, unknown = read_facets(found, SearchParams(q="bro"), "/s")["date"]
    assert (month.label, month.count, month.url) == ("september 2023", 4, "/s?q=bro&date=2023-09")
    assert (unknown.value, unknown.label, unknown.count) == ("ukendt", "Ukendt dato", 2)


def test_a_choice_that_leaves_nothing_still_stands_there_to_be_taken_away() -> None:
    params = SearchParams(q="bro", ansvarlig=("Anna",))
    (anna,) = read_facets(NOTHING, params, "/s")["ansvarlig"]
    assert (anna.value, anna.count, anna.selected, anna.url) == ("Anna", 0, True, "/s?q=bro")


def test_a_department_is_chosen_by_its_code_too_and_counted_so() -> None:
    params = SearchParams(ansvarlig=("SKD",))
    ((clause,),) = selections(params).values()
    assert clause == {"terms": {"ansvarlig": ["SKD", "Skole og Dagtilbud", "Skole & Dagtilbud"]}}
    found = {**NOTHING, "ansvarlig": {"values": {"buckets": [{"key": "Skole og Dagtilbud", "doc_count": 4}]}}}
    name, code = read_facets(found, params, "/s")["ansvarlig"]
    assert (name.value, name.count, name.selected) == ("Skole og Dagtilbud", 4, False)
    assert (code.value, code.count, code.selected) == ("SKD", 4, True)


def test_a_punkt_is_labelled_by_its_number_and_title() -> None:
    number, title = ({"buckets": [{"key": key, "doc_count": 1}]} for key in ("3", "Broen"))
    bucket = {"key": "p", "doc_count": 1, "number": number, "title": title}
    found = {**NOTHING, "punkt": {"values": {"buckets": [bucket]}}}
    assert read_facets(found, SearchParams(), "/s")["punkt"][0].label == "Punkt 3: Broen"
