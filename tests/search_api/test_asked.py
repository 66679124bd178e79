import pytest

from search_api.asked import DOUBTFUL, FITS, IN_ALL, LOOSE, MISSES, FactKind, asked, fit
from search_api.understanding import understand


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("hvornår åbner broen", "day"),
        ("hvad er fristen for broen", "day"),
        ("hvad koster broen", "money"),
        ("hvor mange penge er der til broen", "money"),
        ("hvor stort er tilskuddet til broen", "money"),
        ("hvor mange biler kører over broen", "count"),
        ("antal biler på broen", "count"),
        ("hvor stor en andel cykler over broen", "share"),
        ("hvor meget af tiden er broen lukket", "share"),
        ("hvor lang er broen", "size"),
        ("prismodtager ved broen", "size"),
    ],
)
def test_a_question_asks_for_a_kind_of_fact(question: str, kind: FactKind) -> None:
    assert asked(understand(question)).kind == kind


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("hvad koster broen", "Broen koster 3,5 mio. kr.", FITS),
        ("hvad koster broen", "Broen koster DKK 450.000.", FITS),
        ("hvad koster broen", "Broen koster 450.000 DKK.", FITS),
        ("hvad koster broen", "Broen er 40 meter lang.", MISSES),
        ("hvad koster broen", "1) at der afsættes 3 mio. kr. til broen", DOUBTFUL),
        ("hvad koster broen om året", "Broen koster 3 mio. kr. at bygge.", DOUBTFUL),
        ("hvad koster broen om året", "Broen koster 40.000 kr. om året.", FITS),
        ("hvor mange biler kører over broen", "Hver dag kører 1.200 biler over broen.", FITS),
        ("hvor mange biler kører over broen", "Hver dag kører syv biler over broen.", FITS),
        ("hvor mange biler kører over broen", "I alt kører 1.200 biler over broen.", IN_ALL),
        ("hvor mange biler kører over broen", "Der kører biler og 40 busser over broen.", LOOSE),
        ("hvor mange biler kører over broen", "Vi forventer 1.200 biler på broen.", DOUBTFUL),
        ("hvor mange biler kører over broen", "Der er 3 mio. kr. til biler på broen.", MISSES),
        ("hvor mange biler kører over broen", "Broen åbnede den 4. maj 2031, jf. § 12.", MISSES),
        ("hvor stor en andel cykler", "Godt 40 procent cykler.", FITS),
        ("hvornår åbner broen", "Broen åbner den 4. maj.", FITS),
        ("hvornår åbner broen", "Broen åbner i uge 14.", FITS),
        ("hvornår åbner broen", "Broen åbner til foråret, i sommeren eller inden 2031.", LOOSE),
        ("hvornår åbner broen", "Broen | Maj 2031", LOOSE),
        ("hvornår åbner broen", "Broen åbner snart.", MISSES),
    ],
)
def test_a_sentence_holds_what_is_asked_for_or_not(question: str, sentence: str, fits: float) -> None:
    assert fit(asked(understand(question)), sentence) == fits
