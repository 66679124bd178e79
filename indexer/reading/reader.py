"""Reading a file: from its bytes to meetings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from indexer.reading.choice import layout_of
from indexer.reading.closed_pages import closed_pages, with_closed_pages
from indexer.reading.coverage import coverage
from indexer.reading.extract_docx import extract_docx
from indexer.reading.extract_html import extract_html, is_html
from indexer.reading.extract_pdf import extract_pdf
from indexer.reading.extract_text import extract_text
from indexer.reading.furniture import set_aside
from indexer.reading.hyphens import Vocabulary
from indexer.reading.layouts import Layout
from indexer.reading.line import Page
from indexer.reading.meetings import read_meetings
from indexer.reading.municipalities import municipalities_in
from indexer.reading.numbering import with_numbering
from indexer.reading.ocr import recognises
from indexer.reading.people import People
from indexer.reading.punkter import Source
from indexer.reading.unknown import read_unknown
from records.errors import UnreadableFile
from records.marks_of_closure import named_access, strictest
from records.models import Access, Meeting, Reading
from records.personal_numbers import PERSONAL_NUMBER
from records.recognised import RecognisedPages
from records.settings import ReadingSettings

_PDF_MARK = re.compile(rb"%PDF-\d")
_ZIP_MARK = b"PK\x03\x04"
_HEAD_BYTES = 1024
_MEBIBYTE = 1 << 20
_OCR_CACHE = "words.sqlite"


def read_file(
    path: Path,
    document_id: str,
    settings: ReadingSettings,
    file_name: str | None = None,
    recognised: RecognisedPages | None = None,
) -> Reading:
    """Return what was read from a PDF, a Word file, an HTML file or plain text.

    :param file_name: the name that people know the file by, where the path does not bear it.
    :param recognised: keeps where the words of scanned pages stand.
    :raises UnreadableFile: if nothing can be read; its ``reason`` is that of the rejection.
    """
    if path.stat().st_size > settings.max_file_mb * _MEBIBYTE:
        raise UnreadableFile(
            "for_stor", f"Filen er større end {settings.max_file_mb} MiB. Del den i flere filer."
        )
    pages, count = _pages(path, file_name or path.name, settings)
    if any(page.scanned for page in pages) and recognises(settings):
        pages = _with_scans_read(path, pages, document_id, settings, recognised)
    scanned = tuple(page.number for page in pages if page.scanned)
    if not any(page.lines for page in pages):
        raise _without_text(pages, settings)
    reading = read_pages(pages, document_id, file_name or path.name, Access(settings.default_access))
    warnings = list(reading.warnings)
    if count > len(pages):
        warnings.append(f"Kun de første {len(pages)} af {count} sider er læst. Del filen, eller hæv grænsen.")
    damaged = tuple(page.number for page in pages if page.damaged)
    if damaged:
        numbers = ", ".join(map(str, damaged))
        warnings.append(f"Beskadiget, så tekst kan mangle: side {numbers}. Hent filen igen fra kilden.")
    # One in a letterhead stands in its line only, one that a line's end parts in what was read of both.
    if PERSONAL_NUMBER in repr((pages, reading.meetings)):
        warnings.append("Der står personnumre i filen. De er udeladt af søgningen, men ikke af filen selv.")
    return replace(
        reading, page_count=count, warnings=tuple(warnings), scanned_pages=scanned, damaged_pages=damaged
    )


def _pages(path: Path, file_name: str, settings: ReadingSettings) -> tuple[tuple[Page, ...], int]:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head:
        raise UnreadableFile("tom", "Filen er tom. Gem den igen fra kilden.")
    if _PDF_MARK.search(head):
        return extract_pdf(path, settings.max_pages)
    if head.startswith(_ZIP_MARK):
        pages = extract_docx(path)
    elif is_html(head, file_name):
        pages = extract_html(path)
    else:
        pages = extract_text(path)
    return pages[: settings.max_pages], len(pages)


def _with_scans_read(
    path: Path,
    pages: tuple[Page, ...],
    document_id: str,
    settings: ReadingSettings,
    recognised: RecognisedPages | None,
) -> tuple[Page, ...]:
    # Pillow comes with the extra "ocr" only.
    from indexer.reading.extract_scan import with_scans_read
    from indexer.reading.ocr_cache import FileOcrCache

    if recognised is None:
        return with_scans_read(path, pages, settings.ocr_timeout_s)
    cache = FileOcrCache(recognised.folder / _OCR_CACHE, document_id)
    keep = partial(recognised.keep, document_id)
    return with_scans_read(path, pages, settings.ocr_timeout_s, keep, cache)


def _without_text(pages: Sequence[Page], settings: ReadingSettings) -> UnreadableFile:
    """Return why nothing was read, with the remedy."""
    if any(page.damaged for page in pages):
        return UnreadableFile("beskadiget", "Filens sider er beskadiget. Hent den igen fra kilden.")
    if not any(page.scanned for page in pages):
        return UnreadableFile("tom", "Filen har ingen tekst, heller ikke i billeder. Hent den igen.")
    if recognises(settings):
        return UnreadableFile("ocr", "Tekstgenkendelsen (OCR) nåede ingen sider. Giv den længere tid.")
    return UnreadableFile(
        "ocr", "Filen er skannet uden tekst. Installér Tesseract med dansk og tilvalget »ocr«, og kør igen."
    )


def read_pages(pages: tuple[Page, ...], document_id: str, file_name: str, default_access: Access) -> Reading:
    """Return what stands on some pages."""
    text = set_aside(pages)
    text = replace(text, lines=with_numbering(text.lines))
    vocabulary = Vocabulary(line.text for line in text.lines)
    texts = [*(line.text for line in text.lines), *(item.text for item in text.evidence)]
    source = Source(
        text, vocabulary, People(texts), document_id, file_name, default_access, municipalities_in(text)
    )
    layout = layout_of(texts, text.lines)
    meetings, warnings, layout = _read(source, layout)
    if hidden := _closed_text(meetings):
        # Who is named in full behind closed doors only is no one that an open first name may stand for.
        source = replace(source, people=People(one for one in texts if " ".join(one.split()) not in hidden))
        meetings, warnings, layout = _read(source, layout)
    furniture = tuple(dict.fromkeys(item.text for item in text.evidence if item.text))
    share = coverage(text.lines, layout, meetings)
    return Reading(tuple(meetings), len(pages), share, furniture, tuple(warnings))


def _read(source: Source, layout: Layout | None) -> tuple[list[Meeting], list[str], Layout | None]:
    """Return a file's meetings, closed where its pages or its name say so, its warnings, and its layout."""
    meetings, warnings = read_meetings(source, layout) if layout else ([], [])
    if not meetings:
        layout, meetings = None, [read_unknown(source)]
    if (named := named_access(source.file_name)) is not Access.OPEN:
        meetings = [_closed_by(named, meeting) for meeting in meetings]
    if closed := closed_pages(source.text):
        meetings = [with_closed_pages(meeting, closed) for meeting in meetings]
    return meetings, warnings, layout


def _closed_by(named: Access, meeting: Meeting) -> Meeting:
    return replace(meeting, punkter=tuple(replace(punkt, access=named) for punkt in meeting.punkter))


def _closed_text(meetings: Sequence[Meeting]) -> str:
    """Return all closed text of some meetings as one."""
    return " ".join(
        " ".join(paragraph.text.split())
        for meeting in meetings
        for punkt in meeting.punkter
        for part in punkt.parts
        if strictest([punkt.access, part.access]) is not Access.OPEN
        for paragraph in part.paragraphs
    )
