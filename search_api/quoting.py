"""Answers made of quotations: from what was read of a punkt, or a sentence of a passage."""

from collections.abc import Mapping
from typing import Any, Literal

from records.models import MINUTES
from search_api.candidates import Candidate
from search_api.evidence import Said
from search_api.links import file_url
from search_api.models import Answer, Due, FollowUp, MeetingRef, PunktRef

Json = Mapping[str, Any]
Kind = Literal["beslutning", "referat", "opfølgning", "fakta"]


def quote_record(candidate: Candidate, kind: Kind, place: Json, text: str) -> Answer:
    """Return what was read of the punkt as the answer; ``place`` tells the file and the page."""
    return Answer(
        text=text,
        kind=kind,
        punkt_id=candidate.punkt.id,
        document_id=place["document_id"],
        url=file_url(place["document_id"], place["page"]),
        page=place["page"],
        date=candidate.meeting.date,
        date_source=candidate.meeting.date_source,
        follow_ups=tuple(follow_up(one) for one in candidate.follow_ups),
        meeting=candidate.meeting,
        punkt=candidate.punkt,
    )


def quote_decision(candidate: Candidate, beslutning: Json) -> Answer:
    """Return what the punkt decided as the answer; what was only talked about is no decision."""
    kind: Kind = "referat" if beslutning["kind"] == "drøftet" else "beslutning"
    quoted = quote_record(candidate, kind, beslutning, beslutning["text"])
    return quoted.model_copy(update={"proposed": candidate.proposed})


def quote_sentence(said: Said, kind: Kind | None = None) -> Answer:
    """Return the sentence as the answer, word for word, on the page where it begins.

    :param kind: by itself, whether the minutes or another paper tells it.
    """
    source, page = said.source, said.sentence.page
    meeting = MeetingRef(**source["meeting"])
    document: str = source["document"]["id"]
    return Answer(
        text=said.sentence.text,
        kind=kind or _kind_of(said),
        punkt_id=source["punkt"]["id"],
        document_id=document,
        url=file_url(document, page),
        page=page,
        date=meeting.date,
        date_source=meeting.date_source,
        meeting=meeting,
        punkt=PunktRef(**source["punkt"]),
    )


def _kind_of(said: Said) -> Kind:
    """Return what the sentence is quoted as: the minutes, or what another paper tells."""
    return "referat" if in_minutes(said) else "fakta"


def in_minutes(said: Said) -> bool:
    """Tell whether the sentence stands in minutes, or in what was decided."""
    return said.source["part"] in MINUTES


def follow_up(record: Json) -> FollowUp:
    """Return the follow-up as the API gives it."""
    due = record["due"]
    return FollowUp(
        who=tuple(record["who"]),
        what=record["what"],
        due=Due(from_=due["first"], to=due["last"], said=due["said"]) if due else None,
        quote=record["quote"],
        document_id=record["document_id"],
        page=record["page"],
        url=file_url(record["document_id"], record["page"]),
    )
