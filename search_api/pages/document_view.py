"""A document's page: its picture with the marks on it, its text, and the way to the other pages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup, escape

from search_api.archive_models import DocumentResponse
from search_api.document_text import PageText
from search_api.links import file_url, meeting_url, punkt_url
from search_api.pages.dates import place
from search_api.pages.links import FRONT, document_page_url, picture_url
from search_api.pages.marking import Marks
from search_api.pages.microcopy import MICROCOPY, counted
from search_api.pages.pdf_page import PageLayout
from search_api.pages.scanned import ScanNote, quoted_note, whole_note
from search_api.pages.search_form import PageParams
from search_api.pages.snippets import marked

PDF = "application/pdf"
# So many thumbnails on either side of the page; a long file is turned by page, not by picture.
NEIGHBOURS = 4

_MARKED = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picture:
    """The page as a picture, and what is marked on it, in points."""

    url: str
    alt: str
    width: float
    height: float
    marks: Marks


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page of the file; ``hits`` are the passages on it that hold the searched words."""

    number: int
    label: str
    url: str
    picture_url: str | None
    hits: int
    current: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the page's text."""

    id: str
    label: str
    punkt: str
    punkt_url: str
    heading: str | None
    text: Markup
    scan: ScanNote | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything on a document's page."""

    id: str
    file_name: str
    number: int
    count: int
    q: str
    passage: str
    picture: Picture | None
    passages: tuple[Passage, ...]
    scan: ScanNote | None
    thumbnails: tuple[Thumbnail, ...]
    meetings: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    file_url: str | None
    previous_url: str | None
    next_url: str | None
    previous_hit_url: str | None
    next_hit_url: str | None
    hit_count: str | None
    back_url: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown of the document."""

    number: int
    q: str
    passage: str


def searched_words(texts: Sequence[PageText]) -> list[str]:
    """Return the words of the page that the search marks, as they stand there."""
    return [unescape(word) for text in texts for word in _MARKED.findall(text.marked or "")]


def picture(document: DocumentResponse, number: int, layout: PageLayout, found: Marks) -> Picture:
    """Return the picture of the page with its marks."""
    words = MICROCOPY.document
    form = words.picture_marked if found.words else words.picture
    return Picture(
        url=picture_url(document.id, number, "billede"),
        alt=form.format(page=number, name=document.file_name, marks=counted(len(found.words), "mark")),
        width=layout.width,
        height=layout.height,
        marks=found,
    )


def document_view(
    document: DocumentResponse,
    asked: Asked,
    texts: Sequence[PageText],
    hits: Mapping[int, int],
    shown: Picture | None,
) -> DocumentPage:
    """Return the page of a document that may be shown whole."""
    turned = _Turned(document, asked)
    pages = sorted(hits)
    number = asked.number
    return DocumentPage(
        id=document.id,
        file_name=document.file_name,
        number=number,
        count=document.page_count,
        q=asked.q,
        passage=asked.passage,
        picture=shown,
        passages=tuple(_passage(text, asked.passage) for text in texts),
        scan=whole_note((text.text, text.confidence) for text in texts),
        thumbnails=turned.thumbnails(hits),
        meetings=_meetings(texts),
        warnings=document.warnings,
        file_url=file_url(document.id, number),
        previous_url=turned.to(number - 1) if number > 1 else None,
        next_url=turned.to(number + 1) if number < document.page_count else None,
        previous_hit_url=turned.to(max((p for p in pages if p < number), default=None)),
        next_hit_url=turned.to(min((p for p in pages if p > number), default=None)),
        hit_count=_hit_count(asked.q, sum(hits.values())),
        back_url=PageParams(q=asked.q).url(FRONT) if asked.q else None,
    )


def text_only_view(document_id: str, asked: Asked, texts: Sequence[PageText]) -> DocumentPage:
    """Return the page of a document that cannot be shown whole: what of it may be read."""
    return DocumentPage(
        id=document_id,
        file_name=texts[0].document.file_name,
        number=asked.number,
        count=0,
        q=asked.q,
        passage=asked.passage,
        picture=None,
        passages=tuple(_passage(text, asked.passage) for text in texts),
        scan=whole_note((text.text, text.confidence) for text in texts),
        thumbnails=(),
        meetings=_meetings(texts),
        warnings=(),
        file_url=None,
        previous_url=None,
        next_url=None,
        previous_hit_url=None,
        next_hit_url=None,
        hit_count=None,
        back_url=PageParams(q=asked.q).url(FRONT) if asked.q else None,
    )


@dataclass(frozen=True, slots=True)
class _Turned:
    """Links to other pages of the document, the search carried along."""

    document: DocumentResponse
    asked: Asked

    def to(self, number: int | None) -> str | None:
        if number is None:
            return None
        return document_page_url(self.document.id, number, self.asked.q)

    def thumbnails(self, hits: Mapping[int, int]) -> tuple[Thumbnail, ...]:
        """Return the first and the last page, those around this one, and those with hits."""
        last = self.document.page_count
        around = range(self.asked.number - NEIGHBOURS, self.asked.number + NEIGHBOURS + 1)
        numbers = sorted({1, last, *around, *hits} & set(range(1, last + 1)))
        return tuple(self._thumbnail(number, hits.get(number, 0)) for number in numbers)

    def _thumbnail(self, number: int, hits: int) -> Thumbnail:
        words = MICROCOPY.document
        form = words.thumbnail_hits if hits else words.thumbnail
        is_pdf = self.document.media_type == PDF
        return Thumbnail(
            number=number,
            label=form.format(page=number, marks=counted(hits, "mark")),
            url=document_page_url(self.document.id, number, self.asked.q),
            picture_url=picture_url(self.document.id, number, "miniature") if is_pdf else None,
            hits=hits,
            current=number == self.asked.number,
        )


def _passage(text: PageText, chosen: str) -> Passage:
    words = marked(text.marked) if text.marked else escape(text.text)
    return Passage(
        id=text.id,
        label=getattr(MICROCOPY.part, text.part),
        punkt=f"{text.punkt.number}. {text.punkt.title}",
        punkt_url=punkt_url(text.punkt.id),
        heading=text.heading,
        text=words,
        scan=quoted_note([text.confidence]),
        chosen=text.id == chosen,
    )


def _meetings(texts: Sequence[PageText]) -> tuple[tuple[str, str], ...]:
    named = {text.meeting.id: place(text.meeting) for text in texts}
    return tuple((name, meeting_url(key)) for key, name in named.items())


def _hit_count(q: str, count: int) -> str | None:
    if not q:
        return None
    if not count:
        return str(MICROCOPY.document.no_hits)
    return str(MICROCOPY.document.hit_count.format(marks=counted(count, "mark")))
