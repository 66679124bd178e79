"""Amounts of money in running text and in the cells of tables, in whole kroner."""

import re
from collections.abc import Iterator
from decimal import Decimal

from records.models import Amount

# "450.000", "1 200 000", "3,25", "1.5"
_NUMBER = r"\d{1,3}(?:[. ]\d{3})+(?!\d)(?:,\d{1,2})?|\d{1,12},\d{1,3}|\d{1,12}\.\d{1,2}(?!\d)|\d{1,12}(?!\d)"
_UNIT = r"(?:mia|milliard(?:er)?|mio|mill|million(?:er)?|tusind(?:e)?)\b|t(?=\.? ?kr)"
_KRONER = r"(?:kr\b\.?|kroner\b|DKK\b)"
# "3 mio. årligt" is money, "3 mio. indbyggere" is not: what may follow millions that name no kroner.
_NO_NOUN = (
    r"(?=$|[;:,)!?”\"|]| ?(?:$|[(|–-]"
    r"|(?:i|om|til|fra|pr|per|over|årligt|ekstra|mindre|mere|hvert|og|samt|på)\b))"
)
# "1,2 mio. kr.", "2-3 mio. kr.", "mellem 1,5 og 2 mio. kr.", "2.300 t.kr.", "-3,4 mio.", "450.000,-"
_AMOUNT = re.compile(
    rf"(?P<between>mellem )?(?P<minus>(?<![\w.,%)])(?:[-–−]|÷ ?)(?=\d))?(?<![\w.,§])(?P<low>{_NUMBER})"
    rf"(?:(?(between)(?: og | ?[-–] ?)|(?: ?[-–] ?| til ))(?P<high>{_NUMBER}))?"
    rf"(?:\.? ?(?P<unit>{_UNIT})\.?(?: ?{_KRONER}|{_NO_NOUN})| ?{_KRONER}|,-)",
    re.IGNORECASE,
)
# "kr. 500", "DKK 450.000", where no amount has ended in the "kr."; below "mio. kr. 2031" stands a column
_BEHIND_KRONER = re.compile(
    r"(?<!t\.)(?<!t\. )(?<!mi[oa]\. )(?<!mi[oa] )(?<!mill\. )\b(?:kr\b\.?|DKK\b) ?(?!20[1-4]\d(?!\d|,[\d-]))"
    rf"(?P<low>{_NUMBER})(?:[-–](?P<high>{_NUMBER}))?(?![.,/]?\d)(?: ?(?P<unit>{_UNIT})\.?|,-)?",
    re.IGNORECASE,
)
# "Beløb i 1.000 kr." tells the unit of a table, and is no amount.
_UNIT_OF_TABLE = re.compile(rf"\bi (?:hele )?(?P<unit>1\.000|{_UNIT}|) ?\.? ?{_KRONER}", re.IGNORECASE)
_BARE = re.compile(rf"^(?P<minus>[-–−÷] ?)?(?P<low>{_NUMBER})(?:,-)?$")
_FACTORS = (
    (10**9, re.compile(r"mia|milliard")),
    (10**6, re.compile(r"mio|mill")),
    (1000, re.compile(r"t|1\.000")),
)
# What the index can hold, and a thousand times what Denmark's public sector spends in a year.
_MOST_KRONER = 10**15


def amounts_in(text: str) -> Iterator[Amount]:
    """Yield the amounts of a text in order; of a range both ends."""
    text = _UNIT_OF_TABLE.sub(_blanks, text)
    found = [*_AMOUNT.finditer(text), *_BEHIND_KRONER.finditer(_AMOUNT.sub(_blanks, text))]
    for match in sorted(found, key=re.Match.start):
        yield from _amounts(match)


def unit_of(text: str) -> int | None:
    """Return how many kroner one stands for below "Beløb i 1.000 kr.", None where a text tells of no unit."""
    match = _UNIT_OF_TABLE.search(text)
    return _factor(match["unit"]) if match else None


def bare_amount(cell: str, unit: int) -> Amount | None:
    """Return the amount of a cell that holds nothing but a number in a column's unit."""
    match = _BARE.match(cell)
    if match is None:
        return None
    kroner = _kroner(match["low"], unit, bool(match["minus"]))
    return None if kroner is None else Amount(kroner, cell)


def _amounts(match: re.Match[str]) -> Iterator[Amount]:
    groups = match.groupdict()
    factor = _factor(groups.get("unit") or "")
    for number in filter(None, (groups["low"], groups.get("high"))):
        kroner = _kroner(number, factor, bool(groups.get("minus")))
        if kroner is not None:
            yield Amount(kroner, match.group().strip())


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _factor(unit: str) -> int:
    return next((factor for factor, written in _FACTORS if written.match(unit.lower())), 1)


def _kroner(number: str, factor: int, is_negative: bool) -> int | None:
    """Return a number as it is written in Danish in whole kroner; None for what nobody can mean."""
    decimal_point = re.fullmatch(r"\d+\.\d{1,2}", number)
    plain = number if decimal_point else number.replace(".", "").replace(" ", "").replace(",", ".")
    kroner = round(Decimal(plain) * factor)
    if kroner > _MOST_KRONER:
        return None
    return -kroner if is_negative else kroner
