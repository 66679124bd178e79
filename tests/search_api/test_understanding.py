import pytest

from search_api.question_rules import Intent
from search_api.understanding import understand

QUESTIONS: list[tuple[str, Intent, str]] = [
    ("hvad blev besluttet om cykelstien", "decision", "cykelstien"),
    ("Hvad blev der besluttet vedr. den nye cykelsti?", "decision", "den nye cykelsti"),
    ("hvad er der aftalt om cykelstien", "decision", "cykelstien"),
    ("hvad besluttede udvalget om cykelstien", "decision", "cykelstien"),
    ("hvad blev resultatet af punktet om cykelstien", "decision", "cykelstien"),
    ("hvilken beslutning blev der truffet om cykelstien", "decision", "cykelstien"),
    ("beslutning om cykelstien", "decision", "cykelstien"),
    ("blev cykelstien godkendt?", "decision", "cykelstien"),
    ("hvem følger op på cykelstien", "follow_up", "cykelstien"),
    ("Hvem skal følge op på cykelstien?", "follow_up", "cykelstien"),
    ("hvem er ansvarlig for cykelstien", "follow_up", "cykelstien"),
    ("hvem undersøger lyset på stien", "follow_up", "undersøger lyset på stien"),
    ("hvad er sidste nyt om cykelstien", "latest", "cykelstien"),
    ("hvad er status på cykelstien", "latest", "cykelstien"),
    ("hvornår åbner cykelstien", "when", "åbner cykelstien"),
    ("hvornår bliver der holdt åbent hus", "when", "holdt åbent hus"),
    ("hvor meget koster cykelstien", "amount", "cykelstien"),
    ("hvor mange penge er der afsat til cykelstien", "amount", "cykelstien"),
    ("hvad koster cykelstien", "amount", "cykelstien"),
    ("er cykelstien blevet permanent", "decision", "cykelstien blevet permanent"),
    ("hvilke stier valgte udvalget til næste år", "decision", "stier til næste år"),
    ("hvem har godkendt cykelstien", "decision", "cykelstien"),
    ("godkendte udvalget cykelstien", "decision", "cykelstien"),
    ("sagde rådmanden nej til cykelstien", "decision", "cykelstien"),
    ("hvornår blev cykelstien vedtaget", "decision", "cykelstien"),
    ("hvordan står det til med cykelstien", "latest", "cykelstien"),
    ("status på cykelstien", "latest", "cykelstien"),
    ("hvad er fristen for cykelstien", "when", "fristen for cykelstien"),
    ("hvad er prisen på cykelstien", "amount", "prisen på cykelstien"),
    ("antal cykelstier", "amount", "antal cykelstier"),
    ("hvor lang er cykelstien", "amount", "cykelstien"),
    ("cykelstien langs åen", "none", "cykelstien langs åen"),
    ("hvem er den nye leder", "none", "hvem er den nye leder"),
    ("cykelstien langs åen – hvad blev aftalt", "decision", "cykelstien langs åen"),
    ("Cykelstien: hvad endte det med?", "decision", "Cykelstien"),
    ("cykelstien hvad besluttede udvalget", "decision", "cykelstien"),
    ("cykelstien beslutning", "decision", "cykelstien"),
    ("cykelstien godkendt?", "decision", "cykelstien"),
    ("smallere cykelsti, er der taget stilling til det?", "decision", "smallere cykelsti"),
    ("er der taget stilling til cykelstien", "decision", "cykelstien"),
    ("flyttes broen? hvad blev der aftalt", "decision", "flyttes broen"),
    ("hvad blev der sagt om cykelstien", "decision", "cykelstien"),
    ("hvad er meldt ud om cykelstien", "decision", "cykelstien"),
    ("hvad sagde Teknik- og Miljøudvalget til cykelstien", "decision", "cykelstien"),
    ("hvad blev man enige om ift. cykelstien", "decision", "cykelstien"),
    ("hvad blev det til med cykelstien", "decision", "cykelstien"),
    ("hvad er der sket med cykelstien", "decision", "cykelstien"),
    ("ved du hvad der blev besluttet om cykelstien", "decision", "cykelstien"),
    ("hej, hvad blev besluttet om cykelstien?", "decision", "cykelstien"),
    ("blev cykelstien aflyst", "decision", "cykelstien aflyst"),
    ("cykelstien – hvem følger op?", "follow_up", "cykelstien"),
    ("cykelstien ansvarlig", "follow_up", "cykelstien"),
    ("ansvarlig for cykelstien", "follow_up", "cykelstien"),
    ("hvem har bolden på cykelstien", "follow_up", "cykelstien"),
    ("hvem er på opgaven med cykelstien", "follow_up", "cykelstien"),
    ("hvad er der kommet ud af cykelstien", "decision", "cykelstien"),
    ("hvad landede vi på med cykelstien", "decision", "cykelstien"),
    ("hvilken beslutning tog rådmanden om cykelstien", "decision", "cykelstien"),
    ("er cykelstien blevet godkendt eller ej", "decision", "cykelstien"),
    ("hvad har vi fået af fondsmidler til cykelstien", "amount", "har vi fået af fondsmidler til cykelstien"),
    ("seneste om cykelstien", "latest", "cykelstien"),
    ("cykelstien status", "latest", "cykelstien"),
    ("cykelstien, hvornår åbner den", "when", "cykelstien åbner den"),
    ("fra hvornår gælder reglerne", "when", "gælder reglerne"),
    ("hvor længe er cykelstien lukket", "when", "cykelstien lukket"),
    ("hvor tit fejes cykelstien – er det aftalt?", "when", "fejes cykelstien"),
    ("tilskud til cykelstien beløb", "amount", "tilskud til cykelstien"),
    ("hvad bruger kommunen på cykelstien", "amount", "kommunen på cykelstien"),
    ("hvad koster det at leje en cykel", "amount", "leje en cykel"),
    ("hvad gør vi ved cykelstien", "none", "cykelstien"),
    ("hvad skal der ske med cykelstien", "none", "cykelstien"),
    ("hvor lang tid tager cykelstien", "amount", "cykelstien"),
    ("cykelstien langs åen, seneste status", "latest", "cykelstien langs åen"),
    ("cykelstien nuværende status", "latest", "cykelstien"),
    ("er der noget nyt om cykelstien", "latest", "cykelstien"),
    ("cykelstien, er der noget nyt?", "latest", "cykelstien"),
    ("er der noget nyt bibliotek ved stien", "none", "er der noget nyt bibliotek ved stien"),
    ("hvem sagde nej til cykelstien", "none", "hvem sagde nej til cykelstien"),
    ("hvem kom til mødet om cykelstien", "none", "hvem kom til mødet om cykelstien"),
    ("hvem har foreslået cykelstien", "none", "hvem har foreslået cykelstien"),
    ("hvem skal holde øje med cykelstien", "follow_up", "holde øje med cykelstien"),
    ("hvem har projektet med cykelstien", "follow_up", "projektet med cykelstien"),
    ("hvem har lovet at male stien", "follow_up", "lovet at male stien"),
    ("skal vi flytte cykelstien", "none", "skal vi flytte cykelstien"),
    ("flyttes cykelstien", "none", "flyttes cykelstien"),
]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("budget 2031", "none"),
        ("budgettet for 2031", "none"),
        ("budget", "none"),
        ("hvad er budgettet", "amount"),
    ],
)
def test_a_measure_and_its_year_alone_ask_for_no_number(text: str, intent: Intent) -> None:
    assert understand(text).intent == intent


@pytest.mark.parametrize(("question", "intent", "topic"), QUESTIONS)
def test_a_question_is_understood_as_intent_and_topic(question: str, intent: Intent, topic: str) -> None:
    understood = understand(question)
    assert (understood.intent, understood.topic) == (intent, topic)


@pytest.mark.parametrize(
    "question",
    [
        "skal vi flytte cykelstien",
        "flyttes cykelstien til foråret",
        "må en cykel stå på stien",
        "cykelstien, er det et krav?",
        "ny belægning på stien?",
        "hvilke steder peger forvaltningen på",
    ],
)
def test_a_question_is_known_as_one_though_no_rule_knows_what_it_asks_for(question: str) -> None:
    understood = understand(question)
    assert (understood.intent, understood.asks) == ("none", True)


@pytest.mark.parametrize("words", ["cykelstier", "cykelstiernes belægning", "fælles stier langs åen", "§ 12"])
def test_bare_words_ask_nothing(words: str) -> None:
    assert not understand(words).asks


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("hvor mange cykler er der i nordby", ["nordby"]),
        ("hvad koster lamperne på den gamle bro", ["gamle"]),
        ("hvor mange timer får Nordbro i 2031", ["nordbro", "2031"]),
        ("blev lamperne flyttet", ["flyttet"]),
        ("hvad kræves der af cyklisterne", ["kræves"]),
        ("hvad blev besluttet om lamperne", []),
    ],
)
def test_places_names_and_numbers_bind_a_question(question: str, bound: list[str]) -> None:
    assert [word.text for word in understand(question).words if word.is_bound] == bound


def test_a_question_without_a_topic_is_its_own() -> None:
    assert understand("hvad blev besluttet").topic == "hvad blev besluttet"


def test_quoted_words_are_kept_together_and_searched_for_too() -> None:
    understood = understand('hvad blev besluttet om "grønne tage" i byen')
    assert (understood.phrases, understood.topic) == (("grønne tage",), "grønne tage i byen")


@pytest.mark.parametrize(
    "case", ["EMN-2021-123456", "21/04567", "21/0471", "2010/4711", "2021-4567", "27.15.00-G01-3-21"]
)
def test_case_numbers_are_terms_of_their_own(case: str) -> None:
    understood = understand(f"sagen {case} om broen")
    assert (understood.cases, understood.topic) == ((case,), "om broen")


@pytest.mark.parametrize(
    "written",
    ["EMN2031000318", "EMN-2031000318", "EMN 2031-000318", "emn: 2031-000318", "sag nr. EMN 2031 000318"],
)
def test_a_case_number_is_sought_as_the_index_writes_it(written: str) -> None:
    understood = understand(f"broen {written}")
    assert (understood.cases, understood.topic) == (("EMN-2031-000318",), "broen")


@pytest.mark.parametrize("case", ["23-04567", "2010-471", "23/2045"])
def test_what_may_be_a_span_or_a_week_is_a_case_number_where_it_is_called_one(case: str) -> None:
    assert understand(f"broen {case}").cases == ()
    understood = understand(f"sag {case} om broen")
    assert (understood.cases, understood.topic) == ((case,), "om broen")


def test_a_case_number_in_quotes_is_a_phrase_without_its_label() -> None:
    understood = understand('"sag 31/04567"')
    assert (understood.cases, understood.phrases) == (("31/04567",), ("31/04567",))


def test_the_word_before_a_case_number_is_no_topic() -> None:
    understood = understand("sagsnr. 21/04567")
    assert (understood.cases, understood.topic) == (("21/04567",), "")


def test_a_paragraph_in_words_is_a_paragraph() -> None:
    assert understand("paragraf 12").paragraphs == ("§ 12",)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [("§ 141", ("§ 141",)), ("efter § 82 a", ("§ 82a",)), ("§§ 82b og 9", ("§ 82b", "§ 9"))],
)
def test_paragraphs_are_known(text: str, paragraphs: tuple[str, ...]) -> None:
    assert understand(text).paragraphs == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        *("mødet 12/6", "budget 2023-2026", "mødet 12/06/2031", "broen 12/06-2031"),
        *("budget 2031/2032", "skoleåret 1999/2000", "uge 10/2031"),
    ],
)
def test_a_date_or_a_span_of_years_is_no_case_number(text: str) -> None:
    assert understand(text).cases == ()


def test_a_day_with_its_year_is_a_day_though_it_looks_like_a_case_number() -> None:
    understood = understand("hvad blev besluttet på mødet 12/10/2031")
    assert [day.spelled for day in understood.days] == ["12. oktober 2031"]
