"""Where no word of a hit is marked, the sentence that comes closest to the question in meaning is."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import islice, zip_longest

from records.sentences import sentences
from search_api.models import Hit
from search_api.sentence_vectors import SentenceVectors, Vector

# As many as a page shows; a punkt's other hits fold away, and begin with their first words.
MARKED_HITS = 10
# About 5 ms each on two busy cores, so 80 ms at most. Over the demo corpus nine hits of ten then show a mark.
EMBEDDED_SENTENCES = 16
# Of the sentences in real referater 97 of 100 are shorter; what is longer is a list or a table.
SENTENCE_CHARS = 400


class ClosestSentences:
    """Marks sentences by meaning."""

    def __init__(self, vectors: SentenceVectors) -> None:
        self._vectors = vectors

    async def marked(self, hits: Sequence[Hit], question: Vector) -> list[Hit]:
        """Return the hits, and where no word is marked their closest sentence is."""
        cut = dict(_within_reach(_unmarked(hits)))
        wanted = [sentence for found in cut.values() if len(found) > 1 for sentence in found]
        vectors = await self._vectors.of(wanted)
        closest = {key: _closest(found, vectors, question) for key, found in cut.items()}
        return [_with_mark(hit, closest) for hit in hits]


def _unmarked(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the hits in which nothing is marked, the best of every punkt before anyone's next."""
    for row in zip_longest(*((hit, *hit.more) for hit in hits)):
        yield from (hit for hit in row if hit and not hit.highlights)


def _within_reach(hits: Iterator[Hit]) -> Iterator[tuple[str, list[str]]]:
    """Yield the ids and sentences of as many hits as can be marked without keeping the reader waiting."""
    room = EMBEDDED_SENTENCES
    for hit in islice(hits, MARKED_HITS):
        found = _stretches(hit.text)
        if len(found) <= room:
            room -= len(found)
            yield hit.id, found


def _stretches(text: str) -> list[str]:
    """Return the sentences of a text, one that is very long in stretches."""
    return [
        stretch
        for sentence in sentences(text)
        for stretch in textwrap.wrap(sentence, SENTENCE_CHARS, break_on_hyphens=False)
    ]


def _closest(found: Sequence[str], vectors: Mapping[str, Vector], question: Vector) -> str:
    if len(found) == 1:
        return found[0]
    return max(found, key=lambda sentence: float(vectors[sentence] @ question))


def _with_mark(hit: Hit, closest: Mapping[str, str]) -> Hit:
    """Return the hit, and those beneath it, with the sentences that were chosen for them."""
    more = tuple(_with_mark(one, closest) for one in hit.more)
    highlights = (_mark(closest[hit.id]),) if hit.id in closest else hit.highlights
    return hit.model_copy(update={"more": more, "highlights": highlights})


def _mark(sentence: str) -> str:
    """Return the sentence marked, escaped as OpenSearch does it, the slash too."""
    return f"<mark>{escape(sentence).replace('/', '&#x2F;')}</mark>"
