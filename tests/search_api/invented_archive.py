"""An invented archive of three meetings, some of it closed, in an index of its own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from indexer.cutting import cut_up
from indexer.documents import conclusions, passage_document, record_documents
from indexer.progress import Silent
from mappings.loader import index_definition
from records.embedding import Embedder, embedding_text
from records.models import (
    Access,
    Amount,
    Ansvarlig,
    Beslutning,
    Bilag,
    BudgetItem,
    Document,
    Due,
    FollowUp,
    Meeting,
    PageSpan,
    Paragraph,
    Part,
    PartKind,
    Punkt,
)
from records.originals import OriginalStore, document_id
from records.settings import Settings
from records.store import IndexStore

CASE = "EMN-2031-000111"
SECRET = "jordkøb"
OPEN_FILE, CLOSED_FILE = "vejudvalg-januar.txt", "jord.txt"
CLOSED_PUNKT, OPEN_PUNKT = "lukket-punkt", "sti-punkt"
SPAN = PageSpan(1, 2)


def part(
    kind: PartKind,
    text: str,
    file: Document,
    *,
    page: int = 1,
    access: Access = Access.OPEN,
    bilag: int | None = None,
) -> Part:
    paragraphs = (Paragraph(text, page, page),)
    return Part(kind, paragraphs, bilag, None, access, file.id, file.file_name)


def files(settings: Settings, folder: Path) -> tuple[Document, Document]:
    """Keep an open and a closed original, and return what is known of them."""
    kept = []
    for name, access in ((OPEN_FILE, Access.OPEN), (CLOSED_FILE, Access.CLOSED)):
        file = folder / name
        file.write_text(f"Indholdet af {name}", encoding="utf-8")
        digest = OriginalStore(settings.archive_dir).keep(file)
        kept.append(Document(document_id(digest), name, "text/plain", file.stat().st_size, 3, access))
    return kept[0], kept[1]


def cycle_path(file: Document, closed: Document) -> Punkt:
    return Punkt(
        id=OPEN_PUNKT,
        number="2",
        title="Cykelsti langs åen",
        pages=SPAN,
        sag=(CASE,),
        beslutning=Beslutning("godkendt", "Udvalget godkendte, at cykelstien anlægges i to etaper.", 2),
        follow_ups=(
            FollowUp(
                ("Anna Lund",),
                "tidsplan",
                Due(date(2031, 4, 1), date(2031, 4, 30), "i april"),
                "Anna Lund fremlægger en tidsplan i april.",
                2,
            ),
        ),
        budget_items=(
            BudgetItem(
                "Belysning", (Amount(400_000, "0,4 mio."),), ("Bo Ek",), None, "Belysning", 3, "1", file.id
            ),
        ),
        ansvarlig=(Ansvarlig("Anna Lund", "følger op", "prosa"),),
        bilag=(
            Bilag(1, "Kort over stien"),
            Bilag(2, "Fortroligt bud på broen", access=Access.CONFIDENTIAL),
        ),
        parts=(
            part(
                PartKind.BESLUTNING, "Udvalget godkendte, at cykelstien anlægges i to etaper.", file, page=2
            ),
            part(
                PartKind.REFERAT,
                "Anna Lund fremlægger en tidsplan i april. Der var ros til arbejdet.",
                file,
                page=2,
            ),
            part(PartKind.INDSTILLING, "Det indstilles, at udvalget godkender anlæg af cykelsti.", file),
            part(
                PartKind.BILAG, "Kortet viser cykelstiens forløb langs åen & broerne <nord>.", file, bilag=1
            ),
            part(
                PartKind.BILAG,
                f"Bud på {SECRET} ved cykelstien.",
                closed,
                bilag=2,
                access=Access.CONFIDENTIAL,
            ),
        ),
    )


def cycle_lights(file: Document) -> Punkt:
    return Punkt(
        id="lys-punkt",
        number="1",
        title="Lys på cykelstien",
        pages=SPAN,
        sag=(CASE,),
        indstilling="at de falmede skilte skiftes",
        beslutning=Beslutning(
            "taget til efterretning", "Status på lysmaster blev taget til efterretning.", 1
        ),
        ansvarlig=(Ansvarlig("Bo Krog", "ansvarlig", "felt"),),
        parts=(
            part(PartKind.BESLUTNING, "Status på lysmaster blev taget til efterretning.", file),
            part(PartKind.REFERAT, "Lamperne ved cykelstien tændes ved skumring, sagde Bo Krog.", file),
        ),
    )


def closed_punkt(closed: Document) -> Punkt:
    return Punkt(
        id=CLOSED_PUNKT,
        number="2",
        title=f"Cykelsti: {SECRET}",
        pages=SPAN,
        access=Access.CLOSED,
        sag=(CASE,),
        beslutning=Beslutning("godkendt", f"Udvalget godkendte {SECRET} til cykelstien.", 1),
        ansvarlig=(Ansvarlig("Hemmelig Person", "ansvarlig", "felt"),),
        parts=(
            part(
                PartKind.BESLUTNING,
                f"Udvalget godkendte {SECRET} til cykelstien.",
                closed,
                access=Access.CLOSED,
            ),
        ),
    )


def evening_library(file: Document) -> Punkt:
    return Punkt(
        id="bog-punkt",
        number="1",
        title="Biblioteket om aftenen",
        pages=SPAN,
        parts=(
            part(
                PartKind.REFERAT,
                "Biblioteket kan nås ad cykelstien. Lånerne ønsker åbent til klokken 22.",
                file,
            ),
        ),
    )


def meetings(file: Document, closed: Document) -> list[Meeting]:
    known: dict[str, Any] = {"evidence": ("står på forsiden",), "pages": SPAN}
    january, march = (cycle_path(file, closed),), (cycle_lights(file), closed_punkt(closed))
    return [
        Meeting("vej-januar", "Vejudvalget", date(2031, 1, 10), "stated", punkter=january, **known),
        Meeting("vej-marts", "Vejudvalget", date(2031, 3, 14), "stated", punkter=march, **known),
        Meeting("kultur", "Kulturudvalget", None, "unknown", punkter=(evening_library(file),), **known),
    ]


def write_archive(
    settings: Settings, url: str, embedder: Embedder, folder: Path, model: dict[str, Any]
) -> str:
    """Build the index that the alias points at, and return its name."""
    store = IndexStore(url, settings.opensearch)
    index = f"{settings.index}.sogning"
    store.create(index, index_definition(embedder.model.dimension, 0, {"model": model}))
    kept = files(settings, folder)
    list(store.write(index, _documents(meetings(*kept), kept, embedder)))
    store.count(index)
    store.swap(settings.index, index)
    store.close()
    return index


def _documents(
    found: list[Meeting], kept: tuple[Document, ...], embedder: Embedder
) -> Iterator[tuple[str, dict[str, Any]]]:
    cut = cut_up(found, embedder, Silent())
    vectors = embedder.embed_passages([embedding_text(passage) for passage in cut])
    concluded = conclusions(found)
    for passage, vector in zip(cut, vectors, strict=True):
        yield passage_document(passage, vector, concluded[passage.punkt_id])
    yield from record_documents(found, kept)
