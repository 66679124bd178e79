"""Judged queries, what they found, and verdicts, invented."""

from evaluation.documents import JudgedDocuments
from evaluation.found import Found, Run
from evaluation.judged import JudgedQuery, Place, quotation
from evaluation.trial import Trial
from evaluation.verdicts import verdicts
from records.models import Access, PartKind, Passage
from search_api.models import Answer, MeetingRef, PunktRef

FILE = "moede.pdf"
TEXTS = {"p1": "Broen bliver rød og smal.", "p2": "Stien lukkes i maj.", "p3": "Intet nyt."}


def query(key: str, quote: str | None, intent: str = "beslutning") -> JudgedQuery:
    """Return a query that the quotation answers, or one about nothing where there is none."""
    places = (Place(FILE, quotation(quote)),) if quote else ()
    return JudgedQuery(
        id=key,
        query=key,
        kind="decision" if quote else "off-topic",
        intent=intent,
        relevant=places,
        answer=places[0] if places else None,
        empty=not quote,
    )


def documents() -> JudgedDocuments:
    """Return three passages of one file."""
    return JudgedDocuments([_passage(key, text) for key, text in TEXTS.items()], {})


def answer(text: str) -> Answer:
    """Return an answer that quotes the text from the file."""
    return Answer(
        text=text,
        kind="beslutning",
        punkt_id="p",
        document_id="d1",
        url="/api/v1/documents/d1/file#page=1",
        page=1,
        date=None,
        date_source="unknown",
        follow_ups=(),
        meeting=MeetingRef(id="m", body="Udvalg", date=None, date_source="unknown"),
        punkt=PunktRef(id="p", number="1", title="Broen"),
    )


def trial(found: dict[str, Found], queries: list[JudgedQuery]) -> Trial:
    """Return the trial of the hybrid mode with this outcome."""
    ran = Run(found, dict.fromkeys(found, 0.01))
    gone = {"hybrid": verdicts(queries, ran, documents())}
    return Trial("demo", gone, gone, {"hybrid": ran.p50_ms}, [])


def _passage(key: str, text: str) -> Passage:
    return Passage(
        id=key,
        meeting_id="m",
        body="Udvalg",
        date=None,
        date_source="unknown",
        punkt_id="p",
        punkt_number="1",
        punkt_title="Broen",
        part=PartKind.REFERAT,
        ordinal=1,
        text=text,
        page=1,
        last_page=1,
        document_id="d1",
        file_name=FILE,
        access=Access.OPEN,
    )
