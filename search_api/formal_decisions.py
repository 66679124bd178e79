"""What the punkter decided formally, and how much of it is on the topic."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search_api.candidates import CERTAIN_Z, Candidate
from search_api.evidence import LEADING_WORTH, Json, misses, most, share_held, weighed
from search_api.models import Answer
from search_api.overlap import held
from search_api.quoting import quote_decision
from search_api.thesaurus import Word

# What was settled leads over what was merely heard, and that over what was put off.
_HEARD = ("taget til efterretning", "drøftet")
_PUT_OFF = ("udsat", "udgår", "ikke behandlet")
# What closes a matter formally speaks for the whole punkt; a conclusion of another kind only for itself.
# Of 85 judged questions over two archives this, and choosing the follow-up by its words, brought the wrong
# answers from 5 to 2 and made no right one wrong.
_CONCLUSIONS = ("andet", "drøftet")
_NOTHING = "ikke behandlet"
# "1) Drøftet. 2) Udsat.": what answers each proposal speaks for the punkt, whatever the first came to.
_NUMBERED = re.compile(r"\W*(?:At )?(?:1|A)[.)]")

# So much of the topic its own words must hold where the punkt does not speak for it: one word in four.
WORDS_SHARE = 0.25
# With what was said before it, so much.
LED_SHARE = 0.6
# Half of the topic in title and words lets a formal decision speak; half of it in the title alone, or about
# all of it in both, sets it on the timeline.
TITLE_SHARE = 0.5
WHOLE_SHARE = 0.85


@dataclass(frozen=True, slots=True)
class Formal:
    """A punkt's decision; shares of the topic stand in its title, in its words, and in both together.

    ``led`` is the share in its words and in what was said before them. ``gaps`` counts the words of the topic
    that stand in neither title nor words, ``misses`` those in nothing that was found of the punkt.
    """

    candidate: Candidate
    beslutning: Json
    in_title: float
    in_words: float
    share: float
    led: float
    gaps: int
    misses: int

    @property
    def weight(self) -> tuple[bool, bool, int, str]:
        """What it is chosen by: the title, whether it holds all of the topic, what was settled, the day."""
        kind = self.beslutning["kind"]
        settled = 0 if kind in _PUT_OFF else 1 if kind in _HEARD else 2
        is_whole = self.share >= WHOLE_SHARE
        return self.candidate.title_is_about, is_whole, settled, self.candidate.meeting.date or ""

    @property
    def speaks(self) -> bool:
        """Whether the decision is on the topic, and not on another of the punkt's matters."""
        if self.misses:
            return False
        of_punkt = self.candidate.title_is_about or self.candidate.z >= CERTAIN_Z
        closes = self._closes and (of_punkt or self.share >= TITLE_SHARE)
        return closes or self.in_words >= WORDS_SHARE or self.led >= LED_SHARE

    @property
    def is_of_the_matter(self) -> bool:
        """Whether it belongs on the topic's timeline: its title says so, or it holds all of the topic."""
        if self.beslutning["kind"] == _NOTHING:
            return False
        return self.in_title >= TITLE_SHARE or (self._closes and self.share >= WHOLE_SHARE)

    @property
    def _closes(self) -> bool:
        answers_each = _NUMBERED.match(self.beslutning["text"])
        return self.beslutning["kind"] not in _CONCLUSIONS or bool(answers_each)

    def quoted(self) -> Answer:
        """Return the decision as the answer."""
        return quote_decision(self.candidate, self.beslutning)


def formal_decisions(topic: Sequence[Word], about: Iterable[Candidate]) -> list[Formal]:
    """Return what the punkter decided, on the topic or not."""
    return [_formal(topic, one, one.beslutning) for one in about if one.beslutning]


def _formal(topic: Sequence[Word], candidate: Candidate, beslutning: Json) -> Formal:
    title, text = candidate.punkt.title, beslutning["text"]
    words, whole = held(topic, text), held(topic, f"{title} {text}")
    leading = held(topic, candidate.leading_to(text))
    return Formal(
        candidate=candidate,
        beslutning=beslutning,
        in_title=share_held(topic, title),
        in_words=weighed(topic, words),
        share=weighed(topic, whole),
        led=weighed(topic, most(words, leading, LEADING_WORTH)),
        gaps=misses(topic, whole),
        misses=misses(topic, held(topic, candidate.said)),
    )
