"""Manuscripts as text drawn from a PDF: wrapped lines, pages parted as the manuscript says."""

import textwrap
from pathlib import Path

from manuscript import Block, Manuscript, Section


def write_plain(script: Manuscript, path: Path) -> None:
    """Write every section as one page; ``sideskift`` is ``formfeed`` or ``blank``."""
    values = script.values
    pages = []
    for number, section in enumerate(script.sections, 1):
        lines = _lines(section, int(values.get("bredde", "90")))
        pages.append("\n".join(lines))
        for block in section.blocks:
            block.pages.append(number)
    if values.get("sideskift") == "formfeed":
        text = "\f".join(page + "\n" for page in pages)
    else:
        text = "\n ".join(pages) + "\n"
    if values.get("linjer") == "dobbelt":
        text = text.replace("\n", "\n\n")
    path.write_text(text, encoding="utf-8")


def _lines(section: Section, width: int) -> list[str]:
    lines = [section.values["hoved"], ""] if "hoved" in section.values else []
    for block, following in zip(section.blocks, [*section.blocks[1:], None], strict=True):
        lines += _block_lines(block, width)
        if block.tag == "li" and following and following.tag != "li":
            lines.append("")
    for end in ("stempel", "fod"):
        lines += textwrap.wrap(section.values.get(end, ""), 36, break_long_words=False)
    return lines


def _block_lines(block: Block, width: int) -> list[str]:
    if block.tag == "t":
        return ["\t".join(row) for row in block.rows] + [""]
    text = block.text.replace("**", "").replace("~", "")
    if block.tag == "toc":
        return [text]
    if block.marker:
        text = f"{block.marker} {text}"
    lines = [line for part in text.split("//") for line in textwrap.wrap(part.strip(), width)]
    return lines if block.tag == "li" else [*lines, ""]
