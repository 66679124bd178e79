"""What is known by its id: meetings, punkter and files, as far as the reader may see them."""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

from records.errors import NotFound
from records.ledger import Ledger
from records.store import SearchStore
from search_api.access import Reader, may_see
from search_api.archive_models import (
    BeslutningView,
    DocumentResponse,
    MeetingList,
    MeetingResponse,
    MeetingSummary,
    PassageView,
    PunktResponse,
    PunktView,
    RelatedPunkt,
)
from search_api.archive_queries import (
    document_body,
    meeting_body,
    meetings_body,
    punkt_body,
    same_sag_body,
    text_of_document_body,
)
from search_api.links import document_file_url, file_url, meeting_url, punkt_url
from search_api.models import BilagRef, DocumentRef, MeetingRef, PunktRef
from search_api.quoting import follow_up
from search_api.whereabouts import missing_document

Json = Mapping[str, Any]


class Archive:
    """Reads one archive."""

    def __init__(self, store: SearchStore, alias: str, ledger: Ledger) -> None:
        self._store = store
        self._alias = alias
        self._ledger = ledger

    async def meetings(
        self, reader: Reader, filters: list[dict[str, Any]], offset: int, size: int
    ) -> MeetingList:
        """Return the stretch of meetings, the newest first, and how many there are."""
        answer = await self._store.search(self._alias, meetings_body(reader, filters, offset, size))
        found = tuple(_summary(hit["_source"]["record"]) for hit in answer["hits"]["hits"])
        return MeetingList(total=answer["hits"]["total"]["value"], meetings=found)

    async def meeting(self, reader: Reader, meeting_id: str) -> MeetingResponse:
        """Return the meeting with its punkter.

        :raises NotFound: if there is none that the reader may see.
        """
        answer = await self._store.search(self._alias, meeting_body(reader, meeting_id))
        records = _by_kind(answer)
        if "meeting" not in records:
            raise NotFound("Mødet findes ikke i arkivet.")
        punkter = sorted((_punkt(s["record"], reader) for s in records.get("punkt", ())), key=_agenda_order)
        return MeetingResponse(
            **_summary(records["meeting"][0]["record"]).model_dump(),
            punkter=tuple(punkter),
            documents=tuple(_documents_of(answer)),
        )

    async def punkt(self, reader: Reader, punkt_id: str) -> PunktResponse:
        """Return the punkt with its passages and the same sag elsewhere.

        :raises NotFound: if there is none that the reader may see.
        """
        answer = await self._store.search(self._alias, punkt_body(reader, punkt_id))
        records = _by_kind(answer)
        if "punkt" not in records:
            raise NotFound("Punktet findes ikke i arkivet.")
        source = records["punkt"][0]
        hits = [hit for hit in answer["hits"]["hits"] if hit["_source"]["kind"] == "passage"]
        passages = sorted((_passage(hit) for hit in hits), key=lambda p: (p.document.id, p.page))
        return PunktResponse(
            **_punkt(source["record"], reader).model_dump(by_alias=True),
            meeting=MeetingRef(**source["meeting"]),
            documents=tuple({p.document.id: p.document for p in passages}.values()),
            passages=tuple(passages),
            same_sag=await self._same_sag(reader, source),
        )

    async def document(self, reader: Reader, document_id: str) -> DocumentResponse:
        """Return the file's particulars.

        :raises NotFound: if there is none that the reader may see; it says so where the file was replaced
            or withdrawn.
        """
        answer = await self._store.search(self._alias, document_body(reader, document_id))
        hits = answer["hits"]["hits"]
        if not hits:
            raise await asyncio.to_thread(missing_document, self._ledger, reader, document_id)
        source = hits[0]["_source"]
        record = source["record"]
        return DocumentResponse(
            **source["document"],
            media_type=record["media_type"],
            size_bytes=record["size_bytes"],
            page_count=record["page_count"],
            meetings=tuple(record["meeting_ids"]),
            warnings=tuple(record["warnings"]),
            file_url=document_file_url(document_id),
        )

    async def has_open_text(self, reader: Reader, document_id: str) -> bool:
        """Tell whether the reader may see some of the file's text, if not the file itself."""
        answer = await self._store.search(self._alias, text_of_document_body(reader, document_id))
        return bool(answer["hits"]["hits"])

    async def _same_sag(self, reader: Reader, source: Json) -> tuple[RelatedPunkt, ...]:
        sag = tuple(source.get("sag", ()))
        if not sag:
            return ()
        answer = await self._store.search(self._alias, same_sag_body(reader, sag, source["punkt"]["id"]))
        return tuple(_related(hit["_source"], sag) for hit in answer["hits"]["hits"])


def _by_kind(answer: Json) -> dict[str, list[Json]]:
    kinds: dict[str, list[Json]] = {}
    for hit in answer["hits"]["hits"]:
        kinds.setdefault(hit["_source"]["kind"], []).append(hit["_source"])
    return kinds


def _summary(record: Json) -> MeetingSummary:
    known = {name: record[name] for name in ("id", "body", "date", "date_source", "evidence", "confidence")}
    return MeetingSummary(**known, url=meeting_url(record["id"]))


def _punkt(record: Json, reader: Reader) -> PunktView:
    """Return the punkt without the bilag that the reader may not see."""
    beslutning = record["beslutning"]
    bilag = [one for one in record["bilag"] if may_see(reader, one["access"])]
    fields = {**record, "bilag": bilag, "beslutning": beslutning and _beslutning(beslutning)}
    fields["follow_ups"] = [follow_up(one) for one in record["follow_ups"]]
    return PunktView.model_validate({**fields, "url": punkt_url(record["id"])})


def _beslutning(record: Json) -> BeslutningView:
    known = {name: record[name] for name in ("kind", "text", "document_id", "page")}
    return BeslutningView(**known, url=file_url(record["document_id"], record["page"]))


def _passage(hit: Json) -> PassageView:
    source = hit["_source"]
    return PassageView(
        id=hit["_id"],
        part=source["part"],
        bilag=BilagRef(**source["bilag"]) if source.get("bilag") else None,
        heading=source.get("heading"),
        page=source["page"],
        last_page=source["last_page"],
        file_url=file_url(source["document"]["id"], source["page"]),
        document=DocumentRef(**source["document"]),
        confidence=source.get("confidence"),
        text=source["text"],
    )


def _related(source: Json, sag: Iterable[str]) -> RelatedPunkt:
    shared = {case.lower() for case in sag} & {case.lower() for case in source["sag"]}
    return RelatedPunkt(
        meeting=MeetingRef(**source["meeting"]),
        punkt=PunktRef(**source["punkt"]),
        url=punkt_url(source["punkt"]["id"]),
        because=tuple(sorted(case for case in source["sag"] if case.lower() in shared)),
    )


def _documents_of(answer: Json) -> list[DocumentRef]:
    buckets = answer["aggregations"]["documents"]["buckets"]
    return [DocumentRef(**bucket["name"]["hits"]["hits"][0]["_source"]["document"]) for bucket in buckets]


def _agenda_order(punkt: PunktView) -> tuple[int, int, str]:
    digits = "".join(c for c in punkt.number if c.isdigit())
    return (0, int(digits), punkt.number) if digits else (1, punkt.pages.first, punkt.number)
