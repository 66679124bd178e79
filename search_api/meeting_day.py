"""A question after what was decided on a day, and of nothing else: its meeting answers, punkt by punkt.

No one decision answers it, and by words and meaning "Godkendt." of the last referat would come first.
"""

import re
from typing import Any

from search_api.keyword_query import side_by_side
from search_api.named_days import without_days
from search_api.thesaurus import common_words
from search_api.understanding import Understanding

Json = dict[str, Any]

# Together they put what was decided before what was said, each matter before what sees to the meeting itself,
# and all of the day before what only tells of it. What scores alike stands as the meeting ran.
OF_THE_DAY, OF_A_MATTER = 1.0, 0.5
PARTS = {"beslutning": 0.2, "referat": 0.1}

_WORD = re.compile(r"[^\W_]+")
# på mødet · på rådmandsmødet · på udvalgets møde
_MEETING = re.compile(
    r"(?:(?:rådmand|udvalg|byråd|magistrat|bestyrelse)s)?møde[rt]?"
    r"|(?:rådmand|udvalg|byråd|magistrat|bestyrelse)(?:e[nt])?s?",
    re.IGNORECASE,
)
# på sidste møde · på det seneste
_LATEST = re.compile(r"sidste?|seneste|forrige|nyeste|dagens", re.IGNORECASE)


def asks_of_a_day(understanding: Understanding) -> bool:
    """Tell whether it is asked what was decided on a day, or in a month, and nothing is said of a matter."""
    return bool(understanding.days) and asks_of_a_meeting(understanding)


def asks_of_a_meeting(understanding: Understanding) -> bool:
    """Tell whether it is asked what a meeting decided, by its day or as the latest, and of no matter."""
    said = _WORD.findall(without_days(understanding.topic).lower())
    latest = [word for word in said if _LATEST.fullmatch(word)]
    matter = [
        word for word in said if not (word in latest or word in common_words() or _MEETING.fullmatch(word))
    ]
    is_bare = not (understanding.phrases or understanding.cases or matter)
    return is_bare and understanding.intent == "decision" and bool(understanding.days or latest)


def of_the_day(understanding: Understanding) -> list[Json]:
    """Return the queries for what such a question finds: the day's meetings, and what tells of the day."""
    return [query for day in understanding.days for query in (day.clause(), side_by_side(day.spelled))]


def as_the_meeting_ran(understanding: Understanding, name: str) -> Json:
    """Return the query, by the name, that puts first what the day's meetings decided, the matters first."""
    days = {"bool": {"should": [day.clause() for day in understanding.days]}}
    of_meetings = {
        "bool": {
            "must": _worth(OF_THE_DAY, days),
            "should": [
                _worth(OF_A_MATTER, {"bool": {"must_not": _of_procedure()}}),
                *[_worth(worth, {"term": {"part": part}}) for part, worth in PARTS.items()],
            ],
        }
    }
    return {"bool": {"should": [of_meetings, {"match_all": {}}], "_name": name}}


def _of_procedure() -> Json:
    """Return the query for punkter that see to the meeting itself: "Godkendelse af sidste referat"."""
    papers = {"match": {"punkt.title": "dagsorden referat"}}
    doings = {"match": {"punkt.title": "godkendelse forrige sidste seneste"}}
    return {"bool": {"must": [papers, doings]}}


def _worth(score: float, query: Json) -> Json:
    return {"constant_score": {"filter": query, "boost": score}}
