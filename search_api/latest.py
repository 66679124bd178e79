"""The latest: what was last decided, concluded or told of the topic."""

from collections.abc import Sequence

from search_api.candidates import Candidate
from search_api.decision_words import settles
from search_api.evidence import OWN_SHARE, Json, Said, said
from search_api.formal_decisions import formal_decisions
from search_api.models import Answer
from search_api.quoting import in_minutes, quote_sentence
from search_api.sentence_choice import is_whole
from search_api.thesaurus import Word

# So much of the topic a sentence holds with what stands around it.
AROUND_SHARE = 0.75
# So much of it, where the sentence settles nothing.
NAMED_SHARE = 0.9


def choose_latest(topic: Sequence[Word], about: Sequence[Candidate], hits: Sequence[Json]) -> Answer | None:
    """Return the newest of what was decided or concluded on the topic, a decision before a conclusion."""
    decided = [one for one in formal_decisions(topic, about) if one.speaks and one.share >= AROUND_SHARE]
    told = [one for one in said(topic, hits, is_whole) if _tells(one)]
    dated = [(one.candidate.meeting.date or "", 1, one.share, one.quoted()) for one in decided]
    dated += [(one.source["meeting"].get("date") or "", 0, one.around, quote_sentence(one)) for one in told]
    newest = max(dated, key=lambda one: one[:3], default=None)
    return newest[-1] if newest else None


def _tells(one: Said) -> bool:
    """Tell whether the minutes settle something of the topic there, or tell of it by name."""
    if not in_minutes(one):
        return False
    if not settles(one.sentence.text):
        return one.own >= NAMED_SHARE
    return one.titled >= AROUND_SHARE or (one.own >= OWN_SHARE and one.around >= AROUND_SHARE)
