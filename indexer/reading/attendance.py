"""Attendance: who was there, who was not and who took the minutes, which tells nothing of a matter."""

import re

from records.sentences import sentences

_ATTENDANCE = re.compile(
    r"\b(?:deltog|deltager)(?: ikke| også| kun| digitalt| online)?"
    r" (?:under|ved|i|på) (?:pkt|punkt|møde|sag|behandling|dagsorden)"
    r"|\b(?:er referent|tager referat|var forhindret|meldt afbud|var fraværende|forlod mødet)\b"
    r"|\b(?:Fraværende|Afbud|Inhabil|Deltagere|Til stede)\b"
)
# Who is named stands in one or two lines; more is said of something.
_MOST_WORDS = 60


def is_attendance(text: str) -> bool:
    """Tell whether a short text says who was there, sentence by sentence, and nothing else."""
    said = sentences(text)
    return len(text.split()) <= _MOST_WORDS and bool(said) and all(map(_ATTENDANCE.search, said))
