"""Other words for the same: what the documents may call the thing that was asked for.

One entry to a line. ``a, b, c`` are words or short phrases that each stand for the others; ``a => b, c`` says
that who writes ``a`` may mean ``b`` or ``c``, and not the other way round. Base forms are enough.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path

import snowballstemmer

from mappings.loader import department_entries, entries, thesaurus_lines, words
from records.errors import ConfigurationError
from search_api.spelling_letters import fold

ONE_WAY = "=>"
BETWEEN = ","
# In words that tell something. Variants for all of forty words take 0.5 s and find nothing more.
LONGEST_TOPIC = 12
# For all words together, so that a query stays far below the 1,024 clauses it may hold; of four words all
# variants are kept.
MOST_VARIANTS = 144
# Two words of one stem are forms of the same word only while their endings are this short: the stemmer takes
# "leje" and "lejlighed" for one, and "bil" and "billig".
LONGEST_ENDING = 4

# "§ 85 a" is one token, "§ 18 i …" is § 18.
_TOKEN = re.compile(r"§+ ?\d+(?: ?[a-hj-zæøå](?![^\W_]))?|[^\W_]+")
_PARAGRAPH = re.compile(r"§+ ?(\d+) ?(\w?)")
# "caféer", folded: the e before the ending is the word's own, as in "cafe". But "museer" is of "museum".
_ENDING_AFTER_E = re.compile(r"(?<=\w\we)(?<!muse)(?:ernes|erne|ens|ers|en|er)$")
_stem = cache(snowballstemmer.stemmer("danish").stemWord)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was asked for, and what else may stand for it: words and short phrases.

    ``is_bound`` tells that the question is about just this one: a name, or what stands after "i" or "på".
    """

    text: str
    also: tuple[str, ...] = ()
    is_bound: bool = False

    @property
    def is_light(self) -> bool:
        """Whether it says little of what a question is about."""
        return self.text in _light_words()


@dataclass(frozen=True, slots=True)
class _Entry:
    tokens: Key
    also: tuple[str, ...]


class Thesaurus:
    """Words and what else may stand for them, whatever their endings."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._entries: Mapping[Key, list[_Entry]] = defaultdict(list)
        for term, also in entries:
            tokens = in_words(term)
            self._entries[_key(tokens)].append(_Entry(tokens, tuple(also)))
        self._longest = max(map(len, self._entries), default=1)

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> "Thesaurus":
        """Return the thesaurus that the lines write."""
        return cls(entry for line in lines for entry in _read(line))

    def words(self, topic: str) -> tuple[Word, ...]:
        """Return the words of the topic that tell something, each with what may stand for it.

        What stands for a phrase stands for each of its words. Who asks at length has used many words of the
        documents anyway, so a long topic stands as it is.
        """
        tokens = in_words(topic)
        telling = [token for token in tokens if token not in common_words()]
        if len(telling) > LONGEST_TOPIC:
            return tuple(map(Word, telling))
        also: list[dict[str, None]] = [{} for _ in tokens]
        for start in range(len(tokens)):
            for end in range(start + 1, min(start + self._longest, len(tokens)) + 1):
                found = dict.fromkeys(self._stand_for(tokens[start:end]))
                for covered in also[start:end]:
                    covered.update(found)
        return tuple(
            Word(token, tuple(islice(others, MOST_VARIANTS // len(telling))))
            for token, others in zip(tokens, also, strict=True)
            if token not in common_words()
        )

    def stands_for(self, term: str) -> tuple[str, ...]:
        """Return what may stand for the word or phrase as a whole."""
        return tuple(dict.fromkeys(self._stand_for(in_words(term))))

    def _stand_for(self, tokens: Key) -> Iterator[str]:
        if len(tokens) == 1 and tokens[0] in common_words():
            return
        for entry in self._entries.get(_key(tokens), ()):
            if all(map(_one_word, tokens, entry.tokens)):
                yield from entry.also


NO_THESAURUS = Thesaurus(())


def load_thesaurus(own: Path | None = None) -> Thesaurus:
    """Return the thesaurus that comes along, the registered departments, and a municipality's own file.

    :raises ConfigurationError: if the file cannot be read or a line of it is no entry.
    """
    lines = [*thesaurus_lines(), *(_own_lines(own) if own else ())]
    return Thesaurus(chain(chain.from_iterable(map(_read, lines)), _departments()))


def _own_lines(file: Path) -> list[str]:
    try:
        lines = entries(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"Synonymfilen {file} kan ikke læses. Den skal være tekst i UTF-8."
        ) from error
    for line in lines:
        if not all(map(_terms, line.split(ONE_WAY))) or not (ONE_WAY in line or BETWEEN in line):
            raise ConfigurationError(
                f"Synonymfilen {file} har linjen »{line}«, der ikke kan bruges. "
                "Skriv »a, b« eller »a => b, c«."
            )
    return lines


def _departments() -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each department's code and names, each standing for the others."""
    for department in department_entries():
        names = (department["code"], department["name"], *department["variants"])
        for name in names:
            yield name, [other for other in names if other != name]


def _read(line: str) -> Iterator[tuple[str, Sequence[str]]]:
    left, one_way, right = line.partition(ONE_WAY)
    terms = _terms(left)
    for term in terms:
        yield term, _terms(right) if one_way else [other for other in terms if other != term]


def _terms(text: str) -> list[str]:
    return [term.strip() for term in text.split(BETWEEN) if term.strip()]


def in_words(text: str) -> Key:
    """Return the words of the text, in one spelling; "§ 85 a" is one word, and stands as "§ 85a"."""
    return tuple(_PARAGRAPH.sub(r"§ \1\2", token) for token in _TOKEN.findall(fold(text)))


def without_ending_after_e(word: str) -> str:
    """Return a folded word that ends in é, as "caféer", without its ending; any other as it stands."""
    return _ENDING_AFTER_E.sub("", word)


def _key(tokens: Key) -> Key:
    return tuple(_stem(without_ending_after_e(token)) for token in tokens)


def _one_word(one: str, other: str) -> bool:
    shared = max(len(one), len(other)) - LONGEST_ENDING
    return one[:shared] == other[:shared] if shared > 0 else True


@cache
def common_words() -> frozenset[str]:
    """Return the words that tell nothing of what a question is about."""
    return frozenset(words("danish_stopwords.txt"))


@cache
def _light_words() -> frozenset[str]:
    return frozenset(words("danish_light_words.txt"))
