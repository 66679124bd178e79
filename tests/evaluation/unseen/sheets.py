"""Manuscripts set as PDF by reportlab's flowables: every look has faces, columns and furniture of its own."""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from xml.sax.saxutils import escape

from manuscript import Block, Manuscript, Section
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

WIDTH, HEIGHT = A4
_STAMP_CHARS = 36


@dataclass(frozen=True)
class Look:
    """Faces, sizes and margins of a file; ``columns`` is how the running text is set."""

    face: str
    bold: str
    size: float = 10.5
    left: float = 62
    right: float = 62
    top: float = 78
    bottom: float = 80
    columns: int = 1
    centred: bool = False
    rules: bool = False
    justified: bool = False
    hyphenated: bool = False


LOOKS = {
    "times": Look("Times-Roman", "Times-Bold", 11.5, 85, 85, justified=True, hyphenated=True),
    "helvetica": Look("Helvetica", "Helvetica-Bold", 10, 57, 57),
    "vera": Look("Vera", "VeraBd", 9, 70, 50, 95, 90),
    "courier": Look("Courier", "Courier-Bold", 10, 70, 60),
    "avis": Look("Times-Roman", "Times-Bold", 10, 48, 48, columns=2, justified=True, hyphenated=True),
    "protokol": Look("Times-Roman", "Times-Bold", 11, 110, 70, centred=True, rules=True),
    "stor": Look("Helvetica", "Helvetica-Bold", 12, 90, 60, 110, 100),
}


class Noted(Paragraph):
    """A paragraph that tells its block which page it came on; one with notes is not parted."""

    def __init__(self, block: Block, text: str, style: ParagraphStyle, marker: str | None = None) -> None:
        super().__init__(text, style, bulletText=marker)
        self.block = block

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = [] if self.block.notes else super().split(width, height)
        for part in parts:
            part.block = self.block
        return parts

    def draw(self) -> None:
        self.block.pages.append(self.canv.getPageNumber())
        super().draw()


class NotedTable(Table):
    """A table that tells its block its pages."""

    block: Block

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = super().split(width, height)
        for part in parts:
            part.block = self.block
        return parts

    def draw(self) -> None:
        self.block.pages.append(self.canv.getPageNumber())
        super().draw()


class Press:
    """Sets one manuscript; pages that furniture counts are known from the time before."""

    def __init__(self, script: Manuscript) -> None:
        for face in ("Vera", "VeraBd"):
            pdfmetrics.registerFont(TTFont(face, f"{face}.ttf"))
        self.script = script
        self.look = LOOKS[script.values["look"]]
        self.total = 0
        self.spans: dict[Section, list[int]] = {}
        self.punkter: dict[str, int] = {}

    def press(self, path: Path) -> None:
        """Set it three times, so that contents and page counts come to rest."""
        for _ in range(3):
            self._once(path)
            self.punkter = {
                punkt.values["nr"]: min(page for block in punkt.blocks for page in block.pages)
                for meeting in self.script.meetings
                for punkt in meeting.punkter.values()
                if punkt.blocks
            }

    def _once(self, path: Path) -> None:
        spans: dict[Section, list[int]] = {section: [] for section in self.script.sections}
        for section in self.script.sections:
            for block in section.blocks:
                block.pages.clear()
        document = BaseDocTemplate(str(path), pagesize=A4, invariant=1, title=path.stem, author="")
        story: list[Flowable] = []
        for number, section in enumerate(self.script.sections):
            document.addPageTemplates(self._template(f"s{number}", section, spans))
            story += [NextPageTemplate(f"s{number}"), *([PageBreak()] if number else [])]
            for block in section.blocks:
                story += self._set(block, self._frame_width(section))
        document.build(story)
        self.spans, self.total = spans, document.page

    def _frame_width(self, section: Section) -> float:
        columns = int(section.values.get("spalter", self.look.columns))
        full = WIDTH - self.look.left - self.look.right - (150 if "brevhoved" in section.values else 0)
        return (full - 18 * (columns - 1)) / columns

    def _template(self, name: str, section: Section, spans: dict[Section, list[int]]) -> PageTemplate:
        look, width = self.look, self._frame_width(section)
        columns = int(section.values.get("spalter", look.columns))
        beside = 150 if section.values.get("brevhoved_til") == "venstre" else 0
        frames = [
            Frame(
                look.left + beside + index * (width + 18),
                look.bottom,
                width,
                HEIGHT - look.top - look.bottom,
                *(0, 0, 0, 0),
            )
            for index in range(columns)
        ]

        def wear(canvas: Canvas, document: BaseDocTemplate) -> None:
            spans[section].append(document.page)
            self._wear(canvas, section, document.page, len(spans[section]))

        return PageTemplate(name, frames, onPage=wear)

    def _wear(self, canvas: Canvas, section: Section, page: int, own: int) -> None:
        """Draw a page's furniture: running head, foot, stamp and letterhead."""
        look, values = self.look, self.script.values | section.values
        counted = {"side": page, "sider": self.total, "egen": own, "egne": len(self.spans.get(section, ()))}
        canvas.setFont(look.face, 8)
        if head := values.get("hoved", "").format(**counted):
            canvas.drawString(look.left, HEIGHT - 45, head)
        if right := values.get("hoved_højre", "").format(**counted):
            canvas.drawRightString(WIDTH - look.right, HEIGHT - 45, right)
        if look.rules:
            canvas.line(look.left, HEIGHT - 52, WIDTH - look.right, HEIGHT - 52)
        if foot := values.get("fod", "").format(**counted):
            canvas.drawString(look.left, 30, foot)
        if right := values.get("fod_højre", "").format(**counted):
            canvas.drawRightString(WIDTH - look.right, 30, right)
        canvas.setFont(look.face, 9)
        for index, line in enumerate(wrap(values.get("stempel", ""), _STAMP_CHARS, break_long_words=False)):
            canvas.drawString(look.left, 66 - 10.5 * index, line)
        if "brevhoved" in values and own == 1:
            self._letterhead(canvas, values)

    def _letterhead(self, canvas: Canvas, values: dict[str, str]) -> None:
        look = self.look
        left = look.left if values.get("brevhoved_til") == "venstre" else WIDTH - look.right - 125
        canvas.setFont(look.face, 7.5)
        y = HEIGHT - look.top - 10
        for line in values["brevhoved"].split("//"):
            canvas.drawString(left, y, line.strip())
            y -= 10

    def _style(self, tag: str) -> ParagraphStyle:
        look = self.look
        size = look.size + {"h1": 6, "h2": 2, "h3": 0.5, "small": -2}.get(tag, 0)
        bold = tag in ("h1", "h2", "h3", "b")
        return ParagraphStyle(
            tag,
            fontName=look.bold if bold else look.face,
            fontSize=size,
            leading=size * 1.28,
            spaceBefore={"h1": 10, "h2": 12, "h3": 9, "li": 2, "toc": 2}.get(tag, 5),
            spaceAfter=2,
            keepWithNext=int(tag in ("h1", "h2", "h3")),
            alignment=1 if look.centred and tag == "h1" else 4 if look.justified and tag == "p" else 0,
            leftIndent=18 if tag == "li" else 0,
            bulletIndent=2,
            bulletFontName=look.face,
            bulletFontSize=size,
            hyphenationLang="da_DK" if look.hyphenated and tag in ("p", "li") else "",
            uriWasteReduce=0,
            borderWidth=0.7 if tag == "box" else 0,
            borderColor=colors.black,
            borderPadding=4 if tag == "box" else 0,
        )

    def _set(self, block: Block, width: float) -> list[Flowable]:
        match block.tag:
            case "t":
                return self._table(block, width)
            case "rum":
                return [Spacer(1, float(block.text or 12))]
            case "brud":
                return [PageBreak()]
            case "toc":
                return [Noted(block, self._contents(block, width), self._style("toc"))]
            case "li":
                return [Noted(block, _marked_up(block.text), self._style("li"), block.marker)]
        return [Noted(block, _marked_up(block.text), self._style(block.tag))]

    def _contents(self, block: Block, width: float) -> str:
        page = str(self.punkter.get(block.marker, 1))
        room = width - pdfmetrics.stringWidth(block.text + page, self.look.face, self.look.size) - 6
        dots = "." * max(3, int(room / pdfmetrics.stringWidth(".", self.look.face, self.look.size)))
        return escape(block.text) + dots + page

    def _table(self, block: Block, width: float) -> list[Flowable]:
        base = self._style("small")
        small = ParagraphStyle("cell", parent=base, spaceBefore=0, spaceAfter=0)
        head = ParagraphStyle("head", parent=small, fontName=self.look.bold)
        rows = [
            [Paragraph(_marked_up(cell), small if number else head) for cell in row]
            for number, row in enumerate(block.rows)
        ]
        widths = [share * width / sum(block.shares) for share in block.shares]
        table = NotedTable(rows, widths, repeatRows=1)
        table.setStyle([("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        table.block = block
        return [Spacer(1, 5), table, Spacer(1, 5)]


def _marked_up(text: str) -> str:
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
    return text.replace("//", "<br/>").replace("~", "\u00ad")
