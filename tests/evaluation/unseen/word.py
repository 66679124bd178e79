"""Manuscripts as Word files, a page break before every section but the first."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from manuscript import Block, Manuscript

_STYLES = {"h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3", "li": "List Paragraph"}
_WRITTEN = datetime(2026, 1, 5, 9, 0)


def write_word(script: Manuscript, path: Path) -> None:
    """Write a Word file; its pages are those between the breaks."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _WRITTEN
    header = document.sections[0].header.paragraphs[0]
    header.text = script.values.get("hoved", "")
    for number, section in enumerate(script.sections, 1):
        if number > 1:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for block in section.blocks:
            block.pages.append(number)
            _add(document, block)
    content = io.BytesIO()
    document.save(content)
    _write_undated(content, path)


def _write_undated(content: io.BytesIO, path: Path) -> None:
    """Write the archive without the time at which it was made, so that it is the same every time."""
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename), old.read(member), zipfile.ZIP_DEFLATED)


def _add(document: Document, block: Block) -> None:
    if block.tag == "t":
        table = document.add_table(rows=len(block.rows), cols=len(block.rows[0]), style="Table Grid")
        for row, texts in zip(table.rows, block.rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        return
    text = f"{block.marker} {block.text}".strip() if block.tag == "li" else block.text
    paragraph = document.add_paragraph(style=_STYLES.get(block.tag, "Normal"))
    for index, part in enumerate(re.split(r"\*\*", text)):
        for place, line in enumerate(part.split("//")):
            run = paragraph.add_run(line.strip() if "//" in part else line)
            run.bold = bool(index % 2) or block.tag == "b" or None
            if place < part.count("//"):
                run.add_break()
