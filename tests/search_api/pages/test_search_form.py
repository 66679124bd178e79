from search_api.models import FacetValue
from search_api.pages.date_chart import HEIGHT, OPEN_YEARS, date_chart
from search_api.pages.filters_view import OPEN_VALUES, filters
from search_api.pages.search_form import PageParams
from search_api.params import UNKNOWN_DATE


def month(value: str, count: int, selected: bool = False) -> FacetValue:
    return FacetValue(value=value, label=value, count=count, selected=selected, url=f"/?date={value}")


def facets(**values: list[FacetValue]) -> dict[str, list[FacetValue]]:
    return {name: values.get(name, []) for name in ("date", "body", "type", "ansvarlig", "punkt")}


def test_a_field_left_empty_is_a_field_not_used() -> None:
    params = PageParams.model_validate({"q": "bro", "date_from": "", "date_to": ""})
    assert params.url("/") == "/?q=bro"


def test_the_page_gathers_by_punkt_without_saying_so_in_its_address() -> None:
    assert PageParams(q="bro").group == "punkt"
    assert PageParams(q="bro").with_choice("type", "referat").url("/") == "/?q=bro&type=referat"


def test_a_change_begins_at_the_first_page() -> None:
    assert PageParams(q="bro", page=3).changed(sort="date").page == 1


def test_widening_keeps_the_question_alone() -> None:
    narrowed = PageParams(q="bro", body=("Vejudvalget",), date=("2031-01",), page=2)
    assert narrowed.is_narrowed
    assert narrowed.widened() == PageParams(q="bro")


def test_bars_stand_in_their_month_as_high_as_they_count() -> None:
    chart = date_chart([month("2031-01", 20), month("2031-12", 10)], PageParams(q="bro"), "/")
    first, last = chart.years[0].bars
    assert (first.height, last.height) == (HEIGHT, HEIGHT / 2)
    assert last.x - first.x == 11 * (date_chart([month("2031-02", 1)], PageParams(), "/").years[0].bars[0].x)
    assert first.y == 0
    assert first.label == "januar 2031: 20 passager"


def test_a_year_is_a_range_of_dates_and_lets_go_of_itself() -> None:
    year = date_chart([month("2031-05", 4)], PageParams(q="bro"), "/").years[0]
    assert year.url == "/?q=bro&date_from=2031-01-01&date_to=2031-12-31"
    chosen = PageParams.model_validate({"q": "bro", "date_from": "2031-01-01", "date_to": "2031-12-31"})
    again = date_chart([month("2031-05", 4)], chosen, "/").years[0]
    assert again.selected
    assert again.url == "/?q=bro"


def test_the_newest_years_stand_open_and_the_undated_aside() -> None:
    months = [month(f"{year}-01", 1) for year in range(2020, 2031)]
    chart = date_chart([*months, month(UNKNOWN_DATE, 3)], PageParams(), "/")
    assert [year.label for year in chart.years] == [str(2030 - n) for n in range(OPEN_YEARS)]
    assert len(chart.earlier) == 11 - OPEN_YEARS
    assert chart.unknown is not None
    assert chart.unknown.count == 3


def test_what_is_chosen_never_folds_away() -> None:
    values = [month(f"person {n}", 50 - n) for n in range(OPEN_VALUES + 3)]
    chosen = month("valgt", 1, selected=True)
    shown = filters(facets(ansvarlig=[*values, chosen]), PageParams(), "/")
    assert shown.facets[0].values[0] == chosen
    assert [chip.label for chip in shown.chips] == ["valgt"]


def test_a_range_of_dates_is_a_chip_that_names_it() -> None:
    def label(first: str | None, last: str | None) -> str:
        params = PageParams.model_validate({"date_from": first, "date_to": last})
        return filters(facets(), params, "/").chips[0].label

    assert label("2031-01-01", "2031-12-31") == "2031"
    assert label("2031-01-02", "2031-03-04") == "2. januar 2031 – 4. marts 2031"
    assert label("2031-01-02", None) == "fra 2. januar 2031"
    assert label(None, "2031-03-04") == "til 4. marts 2031"
