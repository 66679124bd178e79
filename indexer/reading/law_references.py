"""Paragraphs of law that a text refers to, as "sel § 107, stk. 2", or "§ 18" where it names no law."""

import re
from collections.abc import Iterator
from functools import cache

from indexer.reading.laws import law_of, law_pattern

# "85", "85a", "85 a"; in "§ 18 i serviceloven" the letter is a word of its own.
_NUMBER = r"\d{1,3}(?!\d)(?: ?[a-zæøå](?<!\bi)(?<!\bå)(?![\wæøå]))?"
# "stk. 2", "stk. 1-3, nr. 4"
_BELOW = r"(?:,? ?stk\. ?(?P<stk>\d{1,2})(?: ?[-–] ?\d{1,2}| og \d{1,2}(?!\d))?)?(?:,? ?nr\. ?\d{1,2})?"
_PART = re.compile(rf"(?P<run>[-–] ?|til )?(?:§+ ?)?(?P<number>{_NUMBER}){_BELOW}", re.IGNORECASE)
_ONE = _NUMBER + _BELOW.replace("?P<stk>", "?:")
# "§§ 76, 83 og 104", "§§ 107-109", but not the sentence in "§§ 76 og 104, 2. pkt."
_MANY = rf"{_ONE}(?:(?:,? (?:og|eller|samt|til) | ?[-–/,] ?)(?:§+ ?)?{_ONE}(?!\. ?(?:pkt|led)))*"
# Behind a single mark a further number may count something; "§ 76 og 104 i serviceloven" are two.
_PERHAPS_TWO = rf"{_ONE}(?:(?: ?[-–/] ?| og ){_NUMBER}(?= ?(?:[.,;:)]| i |$)))?"
# A run is spelt out; what is longer than this is hardly one.
_LONGEST_RUN = 30


def law_references(text: str) -> tuple[str, ...]:
    """Return the paragraphs of law that a text refers to, each once, in order."""
    found: dict[str, None] = {}
    for match in _reference().finditer(text):
        law = match["before"] or match["after"]
        prefix = f"{law_of(law)} § " if law else "§ "
        numbers = match["many"] or match["one"] or match["inverted"]
        found.update(dict.fromkeys(prefix + number for number in _numbers(numbers)))
    return tuple(found)


def searchable_forms(reference: str) -> tuple[str, ...]:
    """Return the forms that find a reference: as it is, without its subsection, and without its law."""
    whole = reference.split(",")[0]
    return tuple(dict.fromkeys((reference, whole, whole[whole.index("§") :])))


@cache
def _reference() -> re.Pattern[str]:
    """Return a pattern for "servicelovens § 107", "§ 85a SEL", "§ 18 i serviceloven", "18§-midler"."""
    law = law_pattern()
    numbers = (
        rf"(?:§§ ?|(?i:paragraffer(?:ne)?) )(?P<many>{_MANY})"
        rf"|(?:§ ?|(?i:paragraf(?:fen)?) )(?P<one>{_PERHAPS_TWO})"
        r"|(?P<inverted>\d{1,3}) ?§(?! ?[\d§])"
    )
    before = rf"(?:(?<![\wæøå])(?P<before>{law})(?: \({law}\))?,? ?)?"
    after = rf"(?: (?:i )?\(?(?P<after>{law})(?![\wæøå]))?"
    return re.compile(rf"{before}(?:{numbers}){after}")


def _numbers(text: str) -> Iterator[str]:
    """Yield the paragraphs of a list, those between the ends of a run too."""
    last = 0
    for part in _PART.finditer(text):
        number = part["number"].replace(" ", "").lower()
        if part["run"] and number.isdigit() and 0 < last < int(number) <= last + _LONGEST_RUN:
            yield from map(str, range(last + 1, int(number)))
        yield f"{number}, stk. {part['stk']}" if part["stk"] else number
        last = int(number) if number.isdigit() else 0
