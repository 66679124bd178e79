from search_api.archive_models import AnsvarligView
from search_api.pages.people import MOST_NAMED, answering, named


def person(name: str, role: str) -> AnsvarligView:
    return AnsvarligView(name=name, role=role, source="prosa")


def test_who_answers_stands_by_name_and_another_with_the_role() -> None:
    people = [
        person("Ulla Holm", "ansvarlig"),
        person("Mads Friis", "følger op"),
        person("Ulla Holm", "følger op"),
        person("Mads Friis", "tovholder"),
    ]
    assert answering(people) == ["Ulla Holm", "Mads Friis (følger op, tovholder)"]


def test_who_takes_the_minutes_does_not_answer_for_them() -> None:
    assert answering([person("Mille Ravn", "referent")]) == []
    assert answering([person("Mille Ravn", "referent"), person("Mille Ravn", "følger op")]) == [
        "Mille Ravn (følger op)"
    ]


def test_of_many_the_first_few_are_named() -> None:
    names = [f"Navn {n}" for n in range(MOST_NAMED + 2)]
    assert named(names) == "Navn 0, Navn 1, Navn 2, Navn 3 og 2 flere"
